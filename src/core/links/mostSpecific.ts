import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal } from '../goal/goal';

/** Leaves out goals that are above another named goal: an item says more than its initiative. */
export function mostSpecific<T extends { readonly goal: Goal }>(
  links: readonly T[],
  catalog: GoalCatalog,
): T[] {
  const above = new Set(links.flatMap(({ goal }) => catalog.ancestors(goal)));
  return links.filter(({ goal }) => !above.has(goal));
}
