import { isDeepStrictEqual } from 'node:util';

/** Content that is being used, until `done` resolves. */
interface InUse<T> {
  readonly content: T;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/**
 * Reads content again and again, and uses the newest only. Reading the same again while it is being used does not start
 * over: several events may tell of one change.
 */
export class NewestContent<T> {
  private inUse: InUse<T> | undefined;
  private latest: Promise<void> | undefined;
  private isDisposed = false;

  /** @param use takes what was read, and never rejects; the signal aborts once there is newer content */
  constructor(
    private readonly read: () => Promise<T>,
    private readonly use: (content: T, signal: AbortSignal) => Promise<void>,
  ) {}

  /** Reads the content; resolves once it, or newer content, has been used. */
  reload(): Promise<void> {
    const reading = this.read();
    const latest: Promise<void> = reading.then((content) => {
      if (this.isDisposed) return;
      return latest === this.latest ? this.take(content) : this.latest;
    });
    this.latest = latest;
    return latest;
  }

  dispose(): void {
    this.isDisposed = true;
    this.inUse?.abort.abort();
  }

  private take(content: T): Promise<void> {
    if (this.inUse && isDeepStrictEqual(this.inUse.content, content)) return this.inUse.done;
    this.inUse?.abort.abort();
    const abort = new AbortController();
    const inUse: InUse<T> = {
      content,
      abort,
      done: this.use(content, abort.signal).then(() => this.used(inUse)),
    };
    this.inUse = inUse;
    return inUse.done;
  }

  /** Waits for newer content, if there is any. */
  private used(used: InUse<T>): Promise<void> | undefined {
    if (this.inUse === used) this.inUse = undefined;
    return used.abort.signal.aborted ? this.inUse?.done : undefined;
  }
}
