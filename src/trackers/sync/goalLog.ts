import { isDeepStrictEqual } from 'node:util';
import type { Goal } from '../../core/goal/goal';

/** How much of its past a goal keeps; the oldest goes first. */
const maxLog = 50;

/**
 * A goal with its earlier plans: trackers tell what is, and a report on twelve weeks needs what was.
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
