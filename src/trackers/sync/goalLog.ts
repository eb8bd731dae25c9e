import { isDeepStrictEqual } from 'node:util';
import type { Goal } from '../../core/goal/goal';

/** More of its past a goal does not keep: the oldest goes first. */
const maxLog = 50;

/**
 * A goal with what its plan was before: trackers tell what is, and a report on twelve weeks wants to know what was.
 *
 * @param seenAt epoch milliseconds
 */
export function withLog(goal: Goal, before: Goal | undefined, seenAt: number): Goal {
  if (!before) return goal;
  const { log = [] } = before;
  const past = planOf(before);
  const next = isDeepStrictEqual(past, planOf(goal)) ? log : [...log, { ...past, until: seenAt }];
  return next.length > 0 ? { ...goal, log: next.slice(-maxLog) } : goal;
}

function planOf({ priority, status, targetDate }: Goal): Pick<Goal, 'priority' | 'status' | 'targetDate'> {
  return {
    ...(priority && { priority }),
    ...(status && { status }),
    ...(targetDate !== undefined && { targetDate }),
  };
}
