interface Waiting {
  work: () => Promise<void>;
  readonly done: Promise<void>;
}

/** Runs pieces of work one at a time, in the order in which they came. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private waiting: Waiting | undefined;

  /** Runs the work once all before it has ended, however it ended; settles as the work does. */
  run<T>(work: () => T | Promise<T>): Promise<T> {
    // What comes after this one must not run before it.
    this.waiting = undefined;
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** As `run`, but the last one wins: it runs in place of one that still waits, and both settle as it does. */
  latest(work: () => Promise<void>): Promise<void> {
    if (this.waiting) {
      this.waiting.work = work;
      return this.waiting.done;
    }
    const next: Waiting = {
      work,
      done: this.run(() => {
        if (this.waiting === next) this.waiting = undefined;
        return next.work();
      }),
    };
    this.waiting = next;
    return next.done;
  }

  /** Resolves once all that was asked for so far has ended; never rejects. */
  async ended(): Promise<void> {
    await this.last;
  }
}
