import type { Goal, Impact, Priority } from '../goal/goal';
import type { GoalCatalog } from './goalCatalog';

/** A value and the goal that it was taken from: the goal itself, or its nearest ancestor that has one. */
export interface Inherited<T> {
  readonly value: T;
  readonly from: Goal;
}

/** The goal's priority, or its nearest ancestor's. A rank of 0 is "not set" and does not count. */
export function effectivePriority(goal: Goal, catalog: GoalCatalog): Inherited<Priority> | undefined {
  return nearest(goal, catalog, ({ priority }) => (priority && priority.rank > 0 ? priority : undefined));
}

/** The goal's impact, or its nearest ancestor's; taken whole, so that unlike sources are never mixed. */
export function effectiveImpact(goal: Goal, catalog: GoalCatalog): Inherited<Impact> | undefined {
  return nearest(goal, catalog, ({ impact }) =>
    impact && Object.keys(impact).length > 0 ? impact : undefined,
  );
}

function nearest<T>(
  goal: Goal,
  catalog: GoalCatalog,
  read: (goal: Goal) => T | undefined,
): Inherited<T> | undefined {
  for (const from of [goal, ...catalog.ancestors(goal)]) {
    const value = read(from);
    if (value !== undefined) return { value, from };
  }
  return undefined;
}
