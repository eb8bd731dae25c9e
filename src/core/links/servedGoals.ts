import type { Goal } from '../goal/goal';
import type { GoalCatalog } from '../catalog/goalCatalog';
import { goalView } from '../views/goalView';
import type { Link } from './link';

/** A goal that a piece of code is linked to, the initiative that it serves thereby, and the link that says so. */
export interface ServedGoal {
  /** The initiative, which is why the work is done, and what is tagged. */
  readonly goal: Goal;
  /** What the link names: the initiative itself or a goal below it. */
  readonly linked: Goal;
  readonly link: Link;
}

/** The links of a piece of code, resolved to their goals. */
export interface ServedGoals {
  /** Each linked goal once, with its first link; several may serve the same initiative. */
  readonly goals: readonly ServedGoal[];
  /** Links whose key no tracker has. */
  readonly unknown: readonly Link[];
}

/** The result when nothing is linked. */
export const nothingServed: ServedGoals = { goals: [], unknown: [] };

/** Resolves every link to its goal. Where trackers share a key, the one nearest to `folder` wins. */
export function servedGoals(links: readonly Link[], catalog: GoalCatalog, folder?: string): ServedGoals {
  const goals = new Map<Goal, ServedGoal>();
  const unknown: Link[] = [];
  for (const link of links) {
    const linked = catalog.find(link.key, folder);
    if (!linked) unknown.push(link);
    else if (!goals.has(linked)) {
      goals.set(linked, { goal: goalView(linked, catalog).initiative, linked, link });
    }
  }
  return { goals: [...goals.values()], unknown };
}

/** The initiatives among served goals, each once, in the order of the first links to them. */
export function initiativesOf(goals: readonly Pick<ServedGoal, 'goal'>[]): Goal[] {
  return [...new Set(goals.map(({ goal }) => goal))];
}
