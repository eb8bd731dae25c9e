import type { GoalCatalog } from '../catalog/goalCatalog';
import { isClosed, type Goal, type Rank } from '../goal/goal';
import { goalView } from '../views/goalView';
import type { MeasuredWork } from './repositoryWork';

/** Effort for a closed goal. */
export interface ClosedWork {
  readonly goal: Goal;
  readonly rank: Rank;
  /** Person-days, in `dayUnits`. */
  readonly effort: number;
  /** Whether it landed after the goal was closed; false if the tracker does not record when that was. */
  readonly isAfterwards: boolean;
}

/**
 * Work on done and dropped goals: Σ person-days that landed after the `closedAt` of the goal that they serve. If the
 * tracker does not record when a goal was closed, all its effort in the period counts and is marked as such.
 */
export function closedWork(
  works: readonly Pick<MeasuredWork, 'landings' | 'parts'>[],
  catalog: GoalCatalog,
): ClosedWork[] {
  const effort = new Map<Goal, number>();
  for (const { landings, parts } of works) {
    for (const { row, target, units } of parts) {
      if (target.kind !== 'goal' || !isClosed(target.goal)) continue;
      const { closedAt } = target.goal;
      if (closedAt !== undefined && (landings.landed[row] ?? 0) * 1000 <= Date.parse(closedAt)) continue;
      effort.set(target.goal, (effort.get(target.goal) ?? 0) + units);
    }
  }
  return [...effort]
    .map(([goal, sum]) => ({
      goal,
      rank: goalView(goal, catalog).rank,
      effort: sum,
      isAfterwards: goal.closedAt !== undefined,
    }))
    .sort((a, b) => b.effort - a.effort || (a.goal.key < b.goal.key ? -1 : 1));
}
