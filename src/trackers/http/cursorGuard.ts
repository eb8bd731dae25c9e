import { TrackerError } from '../../core/tracker/trackerError';

/** More pages than any tracker's list has: at 50 entries each, half a million goals. */
const maxPages = 10_000;

/** Watches the cursors of one list: a repeated one would make it endless. */
export class CursorGuard {
  private readonly seen = new Set<string>();

  constructor(private readonly host: string) {}

  /** Returns the cursor if it is new. @throws {TrackerError} `wrongShape` */
  next(cursor: string): string {
    if (this.seen.has(cursor) || this.seen.size >= maxPages) {
      throw new TrackerError('wrongShape', { host: this.host, detail: 'the list of pages has no end' });
    }
    this.seen.add(cursor);
    return cursor;
  }
}
