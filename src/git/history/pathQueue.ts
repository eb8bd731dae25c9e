import type { Git } from '../run/git';
import { readPaths, type CommitPaths } from './pathReader';

/** Commits for one git: enough that starting it does not count, few enough that reading begins early. */
const batchSize = 2000;
/** How many gits read at a time. */
const maxRunning = 2;

/** Reads the paths of commits in the background, while whoever needs them still finds out which ones those are. */
export class PathQueue {
  private readonly waiting: string[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly stop = new AbortController();
  private readonly signal: AbortSignal;
  private fault: { readonly error: unknown } | undefined;

  constructor(
    private readonly git: Git,
    private readonly root: string,
    private readonly onRead: (commit: CommitPaths) => void,
    signal?: AbortSignal,
  ) {
    this.signal = signal ? AbortSignal.any([signal, this.stop.signal]) : this.stop.signal;
  }

  /** Asks for the paths of more commits. */
  add(shas: Iterable<string>): void {
    for (const sha of shas) this.waiting.push(sha);
    while (this.waiting.length >= batchSize && this.startOne());
  }

  /** Resolves once the paths of all commits asked for are read. @throws {GitError} and the signal's reason */
  async finish(): Promise<void> {
    for (;;) {
      while (this.waiting.length > 0 && this.startOne());
      if (this.running.size === 0) break;
      await Promise.race(this.running);
    }
    if (this.fault) throw this.fault.error;
  }

  /** Ends the gits that still run. */
  dispose(): void {
    this.waiting.length = 0;
    this.stop.abort();
  }

  /** Whether another git could be started. */
  private startOne(): boolean {
    if (this.running.size >= maxRunning || this.fault) return false;
    const reading = this.read(this.waiting.splice(0, batchSize))
      .catch((error: unknown) => {
        this.fault ??= { error };
        this.dispose();
      })
      .finally(() => {
        this.running.delete(reading);
        while (this.waiting.length >= batchSize && this.startOne());
      });
    this.running.add(reading);
    return true;
  }

  private async read(shas: readonly string[]): Promise<void> {
    for await (const commit of readPaths(this.git, this.root, shas, this.signal)) this.onRead(commit);
  }
}
