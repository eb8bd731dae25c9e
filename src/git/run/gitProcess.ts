import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Readable } from 'node:stream';
import { gitTimedOut } from './gitError';

/** How much of git's complaint is kept, in UTF-16 units. */
const maxComplaint = 4096;
/** How long git gets to release its locks before it is killed, in milliseconds. */
const graceMs = 2000;

/** One running git process: its output, its complaints, how it ends, and how to stop it. */
export class GitProcess {
  /** The beginning of git's complaint. */
  complaint = '';
  private stopped: { readonly reason: unknown } | undefined;
  /** Git's exit code, -1 after a signal; an error if it could not be started. */
  readonly ended: Promise<number | Error>;

  private hasEnded = false;
  private giveUp: () => void = () => undefined;

  constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    input: string | Uint8Array | Iterable<string>,
  ) {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.complaint = (this.complaint + text).slice(0, maxComplaint);
    });
    this.ended = new Promise<number | Error>((resolve) => {
      child.once('error', resolve);
      child.once('close', (code) => resolve(code ?? -1));
      this.giveUp = () => resolve(-1);
    }).finally(() => {
      this.hasEnded = true;
    });
    // A git that ends before reading its input gives the reason with its exit code.
    child.stdin.on('error', () => undefined);
    if (typeof input === 'string' || input instanceof Uint8Array) child.stdin.end(input);
    else Readable.from(input).pipe(child.stdin);
  }

  /**
   * Yields git's output until it has ended: git waits while the reader is busy, and is ended if the reader leaves
   * early.
   *
   * @param silenceMs how long git may stay silent while its output is awaited, in milliseconds
   * @throws the reason it was stopped
   */
  async *output(silenceMs: number): AsyncGenerator<Buffer, void> {
    const { stdout } = this.child;
    const chunks = stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    try {
      for (;;) {
        const next = await this.within(silenceMs, chunks.next());
        if (next.done) break;
        yield next.value;
      }
    } catch (error) {
      // Output also fails after git was stopped or could not be started, with a misleading error.
      if (!this.stopped && !((await this.ended) instanceof Error)) throw error;
    } finally {
      if (!stdout.readableEnded) this.stop(undefined);
      // A git that closes its output but does not end is stuck as well.
      await this.within(silenceMs, this.ended);
    }
    if (this.stopped) throw this.stopped.reason;
  }

  /** Ends git; the first reason counts. Reading its output then fails. */
  stop(reason: unknown): void {
    if (this.hasEnded || this.stopped) return;
    this.stopped = { reason };
    this.child.kill();
    // A process that git started may keep these open longer than git lives.
    this.child.stdin.destroy();
    this.child.stdout.destroy();
    this.child.stderr.destroy();
    const kill = setTimeout(() => this.child.kill('SIGKILL'), graceMs);
    // Even a kill does not end a process that waits for a disk that is gone.
    const leave = setTimeout(this.giveUp, 2 * graceMs);
    void this.ended.then(() => {
      clearTimeout(kill);
      clearTimeout(leave);
    });
  }

  private within<T>(ms: number, answer: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.stop(gitTimedOut(ms)), ms);
    return answer.finally(() => clearTimeout(timer));
  }
}
