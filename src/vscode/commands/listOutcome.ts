/** How a list ends: with a choice, without one, or with the error of work that was started from it. */
export class ListOutcome<T> {
  readonly promise: Promise<T | undefined>;
  private resolve!: (value: T | undefined) => void;
  private reject!: (error: unknown) => void;
  private readonly begun: Promise<void>[] = [];

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** The person chose something. */
  take(value: T): void {
    this.resolve(value);
  }

  /** The person started work that may outlive the list. */
  begin(work: Promise<void>): void {
    this.begun.push(work);
    work.catch(this.reject);
  }

  /** The list closed: work started from it may still fail, and that must be reported. */
  leave(): void {
    Promise.all(this.begun).then(() => this.resolve(undefined), this.reject);
  }
}
