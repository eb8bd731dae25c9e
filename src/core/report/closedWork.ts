import type { GoalCatalog } from '../catalog/goalCatalog';
import { isClosed, type Goal, type Rank } from '../goal/goal';
import { goalView } from '../views/goalView';
import type { MeasuredWork } from './repositoryWork';

/** Effort for a goal that is over. */
export interface ClosedWork {
  readonly goal: Goal;
  readonly rank: Rank;
  /** Person-days, in `dayUnits`. */
  readonly effort: number;
  /** Whether they landed after the goal was closed; false where the tracker does not say when that was. */
  readonly isAfterwards: boolean;
}

/**
 * Work on closed and dropped goals: Σ person-days that landed after `closedAt` of the goal that they serve. Where the
 * tracker does not record when a goal was closed, all its effort of the period counts, and is told apart.
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
