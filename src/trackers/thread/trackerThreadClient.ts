import { Worker } from 'node:worker_threads';
import type { Disposable } from '../../core/event';
import { lazy } from '../../core/lazy';
import { TrackerError } from '../../core/tracker/trackerError';
import type { Connection } from '../connection/connection';
import type { RateLimit } from '../http/dialect';
import type { ConnectOptions, ConnectTracker } from '../port/connectedTracker';
import { CallEnd } from './callEnd';
import { Heartbeat } from './heartbeat';
import { RemoteTracker, type AskThread } from './remoteTracker';
import type { HostCalls, ThreadCalls, ThreadStart, TrackerTraits } from './threadContract';

/** The options to start the thread with. */
export interface TrackerThreadOptions extends ThreadStart {
  /** The path of the built `trackerThread.ts`. */
  readonly path: string;
  /** How much memory the thread may use before it is ended, in MB. Default: 1024. */
  readonly memoryMb?: number;
  /** How often a busy thread is asked whether it is still there, in milliseconds. Default: 10,000. */
  readonly heartbeatMs?: number;
}

/** Ten times what the largest answer needs that is read at all. */
const defaultMemoryMb = 1024;

/** How long the thread waits for another connection, in milliseconds: each step of connecting a tracker makes one. */
const lingerMs = 30_000;

interface Link {
  readonly connection: Connection;
  readonly options: ConnectOptions;
  limit: RateLimit | undefined;
}

/** A thread, and what it knows. */
interface Running {
  readonly worker: Worker;
  readonly end: CallEnd<ThreadCalls, HostCalls>;
  readonly heartbeat: Heartbeat;
  readonly traits: Map<number, Promise<TrackerTraits>>;
}

/**
 * Reads the answers of trackers in a worker thread, so that no answer, large or hostile, keeps the editor busy. The
 * thread starts with the first connection, ends a while after the last one is closed, and restarts after a fault.
 * Requests are sent from the host's own thread, because VS Code applies its proxies and certificates only there.
 */
export class TrackerThreadClient implements Disposable {
  private running: Running | undefined;
  private readonly links = new Map<number, Link>();
  private next = 0;
  private unused: NodeJS.Timeout | undefined;
  private readonly transfer = lazy(async () => (await import('../http/transfer')).axiosTransfer());

  constructor(private readonly options: TrackerThreadOptions) {}

  /** Makes the tracker of a connection, without asking it anything yet. */
  readonly connect: ConnectTracker = async (connection, options) => {
    const at = (this.next += 1);
    const link: Link = { connection, options, limit: undefined };
    this.links.set(at, link);
    const ask: AskThread = (name, asked, signal) =>
      this.ask(at, ({ end }) => end.call(name, { ...asked, at } as never, signal));
    try {
      const traits = await this.ask(at, async (running) => running.traits.get(at));
      if (!traits) throw new TrackerError('stopped');
      const leave = (list: number): void => this.running?.end.tell('leaveList', { list });
      const tracker = new RemoteTracker(traits, ask, leave);
      return { tracker, rateLimit: () => link.limit, dispose: () => this.disconnect(at) };
    } catch (error) {
      this.disconnect(at);
      throw error;
    }
  };

  /** Ends the thread and whatever it reads. */
  dispose(): void {
    this.links.clear();
    clearTimeout(this.unused);
    this.end(new TrackerError('stopped'));
  }

  private async ask<T>(at: number, work: (running: Running) => Promise<T>): Promise<T> {
    const link = this.links.get(at);
    if (!link) throw new TrackerError('stopped');
    const running = (this.running ??= this.start());
    const { end, traits, heartbeat } = running;
    if (!traits.has(at)) {
      const introduced = end.call('connect', { at, connection: link.connection });
      introduced.catch(() => traits.delete(at));
      traits.set(at, introduced);
    }
    return heartbeat.during(
      (async () => {
        await traits.get(at);
        return work(running);
      })(),
    );
  }

  private disconnect(at: number): void {
    this.links.delete(at);
    this.running?.traits.delete(at);
    this.running?.end.tell('disconnect', { at });
    clearTimeout(this.unused);
    this.unused = setTimeout(() => this.endUnused(), lingerMs).unref();
  }

  private endUnused(): void {
    if (this.links.size === 0) this.end(new TrackerError('stopped'));
  }

  private start(): Running {
    const { path, memoryMb = defaultMemoryMb, heartbeatMs, messages } = this.options;
    const workerData: ThreadStart = { ...(messages && { messages }) };
    const worker = new Worker(path, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // Without the host's own options: a debugger would wait for the thread.
      execArgv: [],
      name: 'Goal Lens: trackers',
    });
    const end = new CallEnd<ThreadCalls, HostCalls>(worker, this.calls);
    const heartbeat = new Heartbeat(
      () => end.call('ping', undefined),
      () => fail(unreadable('an answer that takes too long to read')),
      heartbeatMs,
    );
    const running: Running = { worker, end, heartbeat, traits: new Map() };
    const fail = (error: unknown): void => {
      if (this.running === running) this.end(error);
    };
    worker.on('message', (message) => end.take(message));
    worker.once('error', (error: Error) =>
      fail(isOutOfMemory(error) ? unreadable('an answer that needs too much memory') : error),
    );
    worker.once('exit', (code) => fail(new Error(`The thread of the trackers ended with ${code}.`)));
    worker.unref();
    return running;
  }

  private end(error: unknown): void {
    const { running } = this;
    this.running = undefined;
    running?.heartbeat.stop();
    running?.end.fail(error);
    void running?.worker.terminate();
  }

  /** What the thread may call. */
  private readonly calls: HostCalls = {
    transfer: async ({ address, request }, signal) => (await this.transfer())(address, request, signal),
    token: async ({ at }) => this.links.get(at)?.options.token(),
    log: ({ at, line }) => this.links.get(at)?.options.log?.(line),
    rateLimit: ({ at, limit }) => {
      const link = this.links.get(at);
      if (link) link.limit = limit;
    },
  };
}

function unreadable(detail: string): TrackerError {
  return new TrackerError('tooLarge', { detail });
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
