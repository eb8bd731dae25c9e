import * as l10n from '@vscode/l10n';
import { Worker } from 'node:worker_threads';
import { GoalLensError } from '../../core/errors';
import { Turns } from '../../core/turns';
import type { GoalsFileParser, GoalsFileResult } from './goalsFileParser';

/** The options of parsing goals files in a worker thread. */
export interface WorkerOptions {
  /** The built `goalsFileWorker.ts`. */
  readonly path: string;
  /** The translated texts, in the form that `@vscode/l10n` takes. */
  readonly messages?: Readonly<Record<string, string>>;
  /** How long a thread may take before it is ended, in milliseconds. Default: 30 seconds. */
  readonly deadlineMs?: number;
  /** How much memory a thread may use before it is ended, in MB. Default: 1024. */
  readonly memoryMb?: number;
}

/** What the thread is given. */
export interface GoalsFileTask {
  readonly text: string;
  readonly trackerId: string;
  readonly messages?: Readonly<Record<string, string>>;
}

/** The largest file takes a few seconds on a busy machine. */
const defaultDeadlineMs = 30_000;
/** Three times what 2 MB of plain goals need. */
const defaultMemoryMb = 1024;

/**
 * Parses goals files in a worker thread, one file at a time, so that no file can keep its caller busy: what takes too
 * much time or memory ends with the thread.
 */
export class WorkerGoalsFileParser implements GoalsFileParser {
  private readonly turns = new Turns();

  constructor(private readonly options: WorkerOptions) {}

  parse(text: string, trackerId: string, signal?: AbortSignal): Promise<GoalsFileResult> {
    return this.turns.run(() => this.inThread(text, trackerId, signal));
  }

  private async inThread(text: string, trackerId: string, signal?: AbortSignal): Promise<GoalsFileResult> {
    signal?.throwIfAborted();
    const { path, messages, deadlineMs = defaultDeadlineMs, memoryMb = defaultMemoryMb } = this.options;
    const task: GoalsFileTask = { text, trackerId, ...(messages !== undefined && { messages }) };
    const worker = new Worker(path, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // Without the host's own options: a debugger would wait for the thread.
      execArgv: [],
      name: 'Goal Lens: goals file',
    });
    const stopped = new AbortController();
    try {
      return await new Promise<GoalsFileResult>((resolve, reject) => {
        const timer = setTimeout(() => reject(tooSlow(deadlineMs)), deadlineMs);
        stopped.signal.addEventListener('abort', () => clearTimeout(timer));
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { signal: stopped.signal });
        worker.once('message', resolve);
        worker.once('error', (error: Error) => reject(isOutOfMemory(error) ? tooLarge() : error));
        worker.once('exit', (code) => reject(new Error(`The thread ended with ${code} and no answer.`)));
      });
    } finally {
      stopped.abort();
      await worker.terminate();
    }
  }
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooSlow(deadlineMs: number): GoalLensError {
  const seconds = Math.ceil(deadlineMs / 1000);
  return new GoalLensError(
    l10n.t('The goals file takes longer than {0} s to read: split it, or write it more simply.', seconds),
  );
}

function tooLarge(): GoalLensError {
  return new GoalLensError(
    l10n.t('The goals file needs too much memory to be read: split it, or write it more simply.'),
  );
}
