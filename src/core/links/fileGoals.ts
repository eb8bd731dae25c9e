import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal } from '../goal/goal';
import { goalView, type GoalView } from '../views/goalView';
import { compareRanked, compareUrgency } from '../views/ranking';
import type { ServedGoal } from './servedGoals';

/** An initiative that a file serves, and the goal that names it. */
export interface FileGoal {
  /** The initiative, or what is linked below it where that is more urgent. */
  readonly view: GoalView;
  /** The link that says so. */
  readonly served: ServedGoal;
}

/**
 * What the surfaces of the editor say a file serves: each initiative once, however many of its items the file's rule
 * and commits name. The most urgent of these items names it if it is more urgent than the initiative. Open goals come
 * first, and of them the most important.
 */
export function fileGoals(goals: readonly ServedGoal[], catalog: GoalCatalog): FileGoal[] {
  const found = new Map<Goal, FileGoal>();
  for (const served of goals) {
    const view = moreUrgentOf(served, catalog);
    const other = found.get(served.goal);
    if (!other || compareUrgency(view, other.view) < 0) found.set(served.goal, { view, served });
  }
  return [...found.values()].sort((a, b) => compareUrgency(a.view, b.view) || compareRanked(a.view, b.view));
}

function moreUrgentOf({ goal, linked }: ServedGoal, catalog: GoalCatalog): GoalView {
  const [initiative, item] = [goalView(goal, catalog), goalView(linked, catalog)];
  return compareUrgency(item, initiative) < 0 ? item : initiative;
}
