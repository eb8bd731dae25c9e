import * as l10n from '@vscode/l10n';
import { Worker } from 'node:worker_threads';
import type { TrackerState } from '../../core/tracker/trackerState';
import { GoalLensError } from '../../core/errors';
import type { ReportSheet } from '../../reportPage/contract/reportSheet';
import type { ReportFormat } from '../reportFormats';
import type {
  CommitsBehind,
  FromThread,
  MakingListener,
  ThreadQuestion,
  ThreadRequest,
  ThreadStart,
  ToThread,
} from './threadMessages';

/** The options to start the thread with. */
export interface ThreadOptions extends ThreadStart {
  /** The path of the built `reportThread.ts`. */
  readonly path: string;
  /** How much memory the thread may use before it is ended, in MB. Default: 2048. */
  readonly memoryMb?: number;
}

/** Nine times what a report of 100,000 commits takes at its peak. */
const defaultMemoryMb = 2048;

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly listener: MakingListener | undefined;
}

/**
 * Makes reports in a worker thread, so that they never keep the editor busy. The thread starts with the first request
 * and keeps the last report for follow-ups.
 */
export class ReportThreadClient {
  private worker: Worker | undefined;
  private readonly asked = new Map<number, Asked>();
  private next = 0;
  private isDisposed = false;
  private goals: readonly TrackerState[] | undefined;

  constructor(private readonly options: () => ThreadOptions) {}

  /**
   * Makes a report of these goals and keeps it in place of the last one.
   *
   * @throws {GoalLensError} for expected failures; the signal's reason
   */
  async report(
    trackers: readonly TrackerState[],
    request: ThreadRequest,
    listener: MakingListener,
    signal: AbortSignal,
  ): Promise<ReportSheet> {
    if (this.goals !== trackers || !this.worker) {
      await this.ask({ kind: 'goals', trackers });
      this.goals = trackers;
    }
    return (await this.ask({ kind: 'report', request }, { listener, signal })) as ReportSheet;
  }

  /** The commits behind a figure of the last report. */
  async commits(drill: string): Promise<CommitsBehind> {
    return (await this.ask({ kind: 'commits', drill })) as CommitsBehind;
  }

  /** The last report in one of its formats, or its opening sentences. */
  async write(format: ReportFormat | 'sentences'): Promise<string> {
    return (await this.ask({ kind: 'write', format })) as string;
  }

  dispose(): void {
    this.isDisposed = true;
    const { worker } = this;
    // Cancelling a request stops its git commands; the thread is terminated once it has had time to do so.
    for (const id of this.asked.keys()) worker?.postMessage({ type: 'cancel', id } satisfies ToThread);
    this.failAll(new Error('The report was closed.'));
    setTimeout(() => void worker?.terminate(), 1000).unref();
    this.worker = undefined;
  }

  private async ask(
    question: ThreadQuestion,
    { listener, signal }: { readonly listener?: MakingListener; readonly signal?: AbortSignal } = {},
  ): Promise<unknown> {
    signal?.throwIfAborted();
    if (this.isDisposed) throw new Error('The report was closed.');
    const worker = (this.worker ??= this.start());
    const id = (this.next += 1);
    const stop = (): void => worker.postMessage({ type: 'cancel', id } satisfies ToThread);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        this.asked.set(id, { resolve, reject, listener });
        worker.postMessage({ type: 'ask', id, question } satisfies ToThread);
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      this.asked.delete(id);
    }
  }

  private start(): Worker {
    const { path, memoryMb = defaultMemoryMb, ...workerData } = this.options();
    const worker = new Worker(path, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // Without the host's own arguments: with a debugger's, the thread would wait for one.
      execArgv: [],
      name: 'Goal Lens: alignment report',
    });
    worker.on('message', (message: FromThread) => this.take(message));
    const end = (error: unknown): void => {
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.goals = undefined;
      this.failAll(error);
    };
    worker.once('error', (error: Error) => end(isOutOfMemory(error) ? tooLarge() : error));
    worker.once('exit', (code) => end(new Error(`The thread of the report ended with ${code}.`)));
    worker.unref();
    return worker;
  }

  private take(message: FromThread): void {
    const asked = this.asked.get(message.id);
    switch (message.type) {
      case 'progress':
        return asked?.listener?.onProgress(message.progress);
      case 'stage':
        return asked?.listener?.onStage(message.sheet);
      case 'answer':
        return asked?.resolve(message.value);
      case 'failed':
        return asked?.reject(
          message.text === undefined ? new Error(message.detail) : new GoalLensError(message.text),
        );
    }
  }

  private failAll(error: unknown): void {
    for (const { reject } of this.asked.values()) reject(error);
  }
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge(): GoalLensError {
  return new GoalLensError(
    l10n.t('The report needs too much memory: choose a shorter period, a folder, or fewer repositories.'),
  );
}
