import { isClosed, type Goal } from '../goal/goal';
import type { EffortPart } from './effort';
import type { Landings } from './landings';

/** Effort for a goal that is over. */
export interface ClosedWork {
  readonly goal: Goal;
  /** Person-days, in `dayUnits`. */
  readonly effort: number;
  /** Whether they landed after the goal was closed; false where the tracker does not say when that was. */
  readonly isAfterwards: boolean;
}

/**
 * Work on closed and dropped goals: Σ person-days that landed after `closedAt` of the goal that they serve. Where the
 * tracker does not record when a goal was closed, all its effort of the period counts, and is told apart.
 */
export function closedWork(landings: Landings, parts: readonly EffortPart[]): ClosedWork[] {
  const effort = new Map<Goal, number>();
  for (const { row, target, units } of parts) {
    if (target.kind !== 'goal' || !isClosed(target.goal)) continue;
    const { closedAt } = target.goal;
    if (closedAt !== undefined && (landings.landed[row] ?? 0) * 1000 <= Date.parse(closedAt)) continue;
    effort.set(target.goal, (effort.get(target.goal) ?? 0) + units);
  }
  return [...effort]
    .map(([goal, sum]) => ({ goal, effort: sum, isAfterwards: goal.closedAt !== undefined }))
    .sort((a, b) => b.effort - a.effort || (a.goal.key < b.goal.key ? -1 : 1));
}
