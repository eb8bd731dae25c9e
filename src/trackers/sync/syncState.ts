import type { Goal } from '../../core/goal/goal';
import type { TrackerError } from '../../core/tracker/trackerError';
import type { RateLimit } from '../http/dialect';
import type { UnreadPlace } from '../port/tracker';

/** Everything known about one connected tracker at one moment. */
export interface SyncState {
  /** `loading`: nothing has been read yet; `ready`: the goals are what was last read. */
  readonly phase: 'loading' | 'ready';
  readonly goals: readonly Goal[];
  /** Why the last attempt failed; cleared by the next success. */
  readonly error?: TrackerError;
  readonly badEntries: number;
  /** Followed places that could not be read although others could. */
  readonly unread?: readonly UnreadPlace[];
  /** When the goals were last known to be current, in epoch milliseconds. */
  readonly asOf?: number;
  /** Set while goals arrive. */
  readonly progress?: SyncProgress;
  readonly rateLimit?: RateLimit;
}

/** How far a sync has come. */
export interface SyncProgress {
  readonly received: number;
  /** How many there will be, if the tracker says so. */
  readonly total?: number;
}
