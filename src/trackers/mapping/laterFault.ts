import { isOfPlace, type TrackerError } from '../../core/tracker/trackerError';

/** A fault of a list beside others, told once those have been read: milestones must not keep issues from being read. */
export class LaterFault {
  private fault: TrackerError | undefined;

  get isNoted(): boolean {
    return this.fault !== undefined;
  }

  /** @throws the error, if it concerns more than the list */
  note(error: unknown): void {
    if (!isOfPlace(error)) throw error;
    this.fault ??= error;
  }

  /** @throws {TrackerError} what was noted */
  tell(): void {
    if (this.fault) throw this.fault;
  }
}
