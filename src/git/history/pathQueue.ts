import type { Git } from '../run/git';
import { readPaths } from './pathReader';

/** Commits per git process: enough to make its start negligible, few enough for reading to begin early. */
const batchSize = 3000;
/** Git processes that read at the same time. */
const maxRunning = 2;

/** Reads the paths of commits in the background; more commits can be added while it reads. */
export class PathQueue {
  /** The paths read so far, by the commits' full names; a commit that touches no file has none. */
  readonly paths = new Map<string, readonly string[]>();
  private readonly asked = new Set<string>();
  private readonly waiting: string[] = [];
  private readonly running = new Set<Promise<void>>();
  private done = 0;
  private readonly stop = new AbortController();
  private readonly signal: AbortSignal;
  private fault: { readonly error: unknown } | undefined;

  constructor(
    private readonly git: Git,
    private readonly root: string,
    signal?: AbortSignal,
  ) {
    this.signal = signal ? AbortSignal.any([signal, this.stop.signal]) : this.stop.signal;
  }

  /** The number of commits whose paths are not read yet. */
  get open(): number {
    return this.asked.size - this.done;
  }

  /** Asks for the paths of more commits; each is read once. */
  add(shas: Iterable<string>): void {
    for (const sha of shas) {
      if (this.asked.has(sha)) continue;
      this.asked.add(sha);
      this.waiting.push(sha);
    }
    this.start(batchSize);
  }

  /**
   * Resolves once the paths of all commits are read.
   *
   * @param onRead called with the number of commits read so far
   * @throws {GitError} and the signal's reason
   */
  async finish(onRead?: (done: number) => void): Promise<void> {
    for (;;) {
      this.start(1);
      if (this.running.size === 0) break;
      await Promise.race(this.running);
      onRead?.(this.done);
    }
    if (this.fault) throw this.fault.error;
  }

  /** Stops reading. */
  dispose(): void {
    this.waiting.length = 0;
    this.stop.abort();
  }

  /** Starts git processes until the limit is reached or fewer than `least` commits wait. */
  private start(least: number): void {
    while (this.waiting.length >= least && this.running.size < maxRunning && !this.fault) {
      const reading = this.read(this.waiting.splice(0, batchSize)).finally(() => {
        this.running.delete(reading);
        this.start(batchSize);
      });
      this.running.add(reading);
    }
  }

  private async read(shas: readonly string[]): Promise<void> {
    try {
      for await (const { sha, paths } of readPaths(this.git, this.root, shas, this.signal)) {
        this.paths.set(sha, paths);
      }
      this.done += shas.length;
    } catch (error) {
      this.fault ??= { error };
      this.dispose();
    }
  }
}
