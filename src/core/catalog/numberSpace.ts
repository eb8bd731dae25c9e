import type { Goal } from '../goal/goal';
import type { TrackerState } from '../tracker/trackerState';
import type { GoalNumber } from './goalNumbers';

/** A goal that a number names in some place. */
export interface NumberHolder extends GoalNumber {
  readonly goal: Goal;
  readonly tracker: TrackerState;
}

/** A place that counts items: one repository, project or group, or a whole tracker. */
export interface NumberSpace {
  readonly tracker: TrackerState;
  readonly sign: GoalNumber['sign'];
  readonly place: string;
  readonly host: string | undefined;
  /** The prefix of canonical keys there: `SHOP-` in `SHOP-142`. */
  readonly prefix: string;
}
