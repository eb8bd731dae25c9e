import type { Goal } from '../goal/goal';
import type { GoalCatalog } from '../catalog/goalCatalog';
import { goalView } from '../views/goalView';
import type { Link } from './link';

/** An initiative that a piece of code serves, and the link that says so. */
export interface ServedGoal {
  /** The initiative, which is what is shown and tagged. */
  readonly goal: Goal;
  /** What the link names: the initiative itself or a goal below it. */
  readonly linked: Goal;
  readonly link: Link;
}

/** The links of a piece of code, resolved to their initiatives. */
export interface ServedGoals {
  /** Each initiative once, with its first link. */
  readonly goals: readonly ServedGoal[];
  /** Links whose key no tracker has. */
  readonly unknown: readonly Link[];
}

/** The result when nothing is linked. */
export const nothingServed: ServedGoals = { goals: [], unknown: [] };

/** Resolves every link to its initiative. Where trackers share a key, the one nearest to `folder` wins. */
export function servedGoals(links: readonly Link[], catalog: GoalCatalog, folder?: string): ServedGoals {
  const goals = new Map<string, ServedGoal>();
  const unknown: Link[] = [];
  for (const link of links) {
    const linked = catalog.find(link.key, folder);
    if (!linked) {
      unknown.push(link);
      continue;
    }
    const goal = goalView(linked, catalog).initiative;
    const id = `${goal.trackerId}\n${goal.id}`;
    if (!goals.has(id)) goals.set(id, { goal, linked, link });
  }
  return { goals: [...goals.values()], unknown };
}
