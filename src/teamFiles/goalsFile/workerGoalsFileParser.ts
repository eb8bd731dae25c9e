import * as l10n from '@vscode/l10n';
import { Worker } from 'node:worker_threads';
import { GoalLensError } from '../../core/errors';
import { Turns } from '../../core/turns';
import type { GoalsFileParser, GoalsFileResult } from './goalsFileParser';

/** How a goals file is read in a thread of its own. */
export interface WorkerOptions {
  /** The built `goalsFileWorker.ts`. */
  readonly path: string;
  /** The translated texts, as `@vscode/l10n` takes them. */
  readonly messages?: Readonly<Record<string, string>>;
  /** A thread that takes longer is ended. */
  readonly deadlineMs?: number;
  /** A thread that needs more memory is ended. */
  readonly memoryMb?: number;
}

/** What the thread is given. */
export interface GoalsFileTask {
  readonly text: string;
  readonly trackerId: string;
  readonly messages?: Readonly<Record<string, string>>;
}

/** A file of the greatest length takes a few seconds where the machine is busy. */
const defaultDeadlineMs = 30_000;
/** What 2 MB of plain goals need is a third of it. */
const defaultMemoryMb = 1024;

/**
 * Reads goals files in a thread of its own, one file at a time, so that no file can keep its caller busy:
 * what takes too long or too much memory ends with the thread.
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
      // None of the host's own: a debugger would wait for the thread.
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
