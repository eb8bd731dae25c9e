import { TrackerError } from '../../core/tracker/trackerError';

/** No list of a tracker has more pages: at 50 entries each, half a million goals. */
const maxPages = 10_000;

/** Watches over the cursors of one list: one that comes again would make it endless. */
export class CursorGuard {
  private readonly seen = new Set<string>();

  constructor(private readonly host: string) {}

  /** The cursor, when it is a new one. @throws {TrackerError} `wrongShape` */
  next(cursor: string): string {
    if (this.seen.has(cursor) || this.seen.size >= maxPages) {
      throw new TrackerError('wrongShape', { host: this.host, detail: 'the list of pages has no end' });
    }
    this.seen.add(cursor);
    return cursor;
  }
}
