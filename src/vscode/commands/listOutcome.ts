/** How a list ends: with what was taken, without it, or with the fault of something that was begun from it. */
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

  /** The person took something. */
  take(value: T): void {
    this.resolve(value);
  }

  /** The person began something from the list, which may outlive it. */
  begin(work: Promise<void>): void {
    this.begun.push(work);
    work.catch(this.reject);
  }

  /** The list is gone: what was begun from it may still fail, and that must be told. */
  leave(): void {
    Promise.all(this.begun).then(() => this.resolve(undefined), this.reject);
  }
}
