import { systemClock } from '../../core/clock';
import type { Connection } from '../connection/connection';
import { createTracker } from '../createTracker';
import type { ConnectedTracker } from '../port/connectedTracker';
import type { Tracker, TrackerPage } from '../port/tracker';
import { CallEnd } from './callEnd';
import { pageSlices } from './pageSlices';
import type { HostCalls, ListPlace, ThreadCalls, TrackerTraits } from './threadContract';

/** A list that is being read. */
interface OpenList {
  readonly stop: AbortController;
  readonly parts: AsyncIterator<unknown>;
}

/** The trackers of the thread, and the lists that are being read of them. */
export class ThreadConnections {
  private readonly connected = new Map<number, ConnectedTracker>();
  private readonly lists = new Map<number, OpenList>();

  /** The way to the host, and what the host may call. */
  readonly host: CallEnd<HostCalls, ThreadCalls>;

  constructor(port: { postMessage(message: unknown): void }) {
    this.host = new CallEnd(port, this.calls);
  }

  private readonly calls: ThreadCalls = {
    connect: ({ at, connection }) => this.connect(at, connection),
    disconnect: ({ at }) => void this.connected.delete(at),
    check: ({ at }, signal) => this.ask(at, (tracker) => tracker.checkConnection(signal)),
    nextPage: (place) => this.next(place, (tracker, stop) => partsOf(tracker, place, stop)),
    nextIds: (place) => this.next(place, (tracker, stop) => tracker.listIds?.(stop)),
    leaveList: ({ list }) => this.leave(list),
    byKeys: ({ at, keys }, signal) => this.ask(at, (tracker) => tracker.getByKeys(keys, signal)),
    followables: ({ at }, signal) => this.ask(at, (tracker) => tracker.followables(signal)),
    fields: ({ at }, signal) => this.ask(at, (tracker) => tracker.fields(signal)),
    askCode: ({ at, question }, signal) =>
      this.ask(at, ({ code }) => code?.ask(question, signal) ?? Promise.resolve([])),
    ping: () => undefined,
  };

  private async connect(at: number, connection: Connection): Promise<TrackerTraits> {
    const { host } = this;
    const connected = await createTracker(connection, {
      clock: systemClock,
      token: () => host.call('token', { at }),
      transfer: (address, request, signal) => host.call('transfer', { address, request }, signal),
      log: (line) => host.tell('log', { at, line }),
    });
    this.connected.set(at, connected);
    const { tracker } = connected;
    const { overlapMs, reportsDeletions, code } = tracker;
    const listsIds = tracker.listIds !== undefined;
    return { overlapMs, reportsDeletions, listsIds, ...(code && { codeAnswers: code.answers }) };
  }

  private async ask<T>(at: number, work: (tracker: Tracker) => Promise<T>): Promise<T> {
    const connected = this.connected.get(at);
    if (!connected) throw new Error(`There is no connection ${at}.`);
    try {
      return await work(connected.tracker);
    } finally {
      // Sent before the answer, so that the limit is up to date when the caller gets the answer.
      const limit = connected.rateLimit();
      if (limit) this.host.tell('rateLimit', { at, limit });
    }
  }

  /** The next part of a list, which begins with the first call. Who stops reading leaves the list. */
  private next<T>(
    { at, list }: ListPlace,
    begin: (tracker: Tracker, stop: AbortSignal) => AsyncIterable<T> | undefined,
  ): Promise<T | undefined> {
    return this.ask(at, async (tracker) => {
      const { parts } = this.lists.get(list) ?? this.open(list, (stop) => begin(tracker, stop));
      const part = await parts.next();
      return part.done ? undefined : (part.value as T);
    });
  }

  private open(list: number, begin: (stop: AbortSignal) => AsyncIterable<unknown> | undefined): OpenList {
    const stop = new AbortController();
    const parts = (begin(stop.signal) ?? empty)[Symbol.asyncIterator]();
    const open = { stop, parts };
    this.lists.set(list, open);
    return open;
  }

  private async leave(list: number): Promise<void> {
    const open = this.lists.get(list);
    this.lists.delete(list);
    open?.stop.abort();
    await open?.parts.return?.();
  }
}

async function* partsOf(
  tracker: Tracker,
  { since }: ListPlace,
  stop: AbortSignal,
): AsyncGenerator<TrackerPage> {
  for await (const page of tracker.listChanged(since, stop)) yield* pageSlices(page);
}

const empty: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
};
