import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal } from '../goal/goal';
import { goalView } from '../views/goalView';
import type { MeasuredWork } from './repositoryWork';

/** When a change last landed for each goal or one below it, in epoch seconds; includes landings after the period. */
export function lastLandings(
  works: readonly Pick<MeasuredWork, 'landings' | 'claims'>[],
  catalog: GoalCatalog,
): Map<Goal, number> {
  const own = new Map<Goal, number>();
  for (const { landings, claims } of works) {
    for (const [row, each] of claims) {
      const landed = landings.landed[row] ?? 0;
      for (const { target } of each) {
        if (target.kind === 'goal') own.set(target.goal, Math.max(own.get(target.goal) ?? 0, landed));
      }
    }
  }
  const last = new Map(own);
  for (const [goal, landed] of own) {
    for (const above of goalView(goal, catalog).ancestors) {
      last.set(above, Math.max(last.get(above) ?? 0, landed));
    }
  }
  return last;
}
