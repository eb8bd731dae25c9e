import type { Goal } from '../../core/goal/goal';
import type { UnreadPlace } from '../port/tracker';

/** What is kept of a tracker between two starts. */
export interface Snapshot {
  readonly goals: readonly Goal[];
  /** Ids of goals that were asked for by key and are in no list: named by a branch, or above a listed goal. */
  readonly askedIds: readonly string[];
  /** Followed places that could not be read, and so have not been swept. */
  readonly unread?: readonly UnreadPlace[];
  /** Up to when changes have been read, by the tracker's clock, in epoch milliseconds. */
  readonly mark?: number;
  /** When everything was last listed, by our clock, in epoch milliseconds. */
  readonly sweptAt?: number;
  /** When the goals were last known to be current, by our clock, in epoch milliseconds. */
  readonly asOf?: number;
}

/** The snapshot before anything has been read. */
export const emptySnapshot: Snapshot = { goals: [], askedIds: [] };
