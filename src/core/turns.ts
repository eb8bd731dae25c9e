interface Waiting {
  work: () => Promise<void>;
  readonly done: Promise<void>;
}

/** Runs tasks one at a time, in the order in which they came. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private waiting: Waiting | undefined;

  /** Runs the task once all earlier ones have settled; settles as the task does. */
  run<T>(work: () => T | Promise<T>): Promise<T> {
    // What comes after this one must not run before it.
    this.waiting = undefined;
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Like `run`, but the last one wins: it replaces one that is still waiting, and both settle as it does. */
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

  /** Resolves once everything requested so far has settled; never rejects. */
  async ended(): Promise<void> {
    await this.last;
  }
}
