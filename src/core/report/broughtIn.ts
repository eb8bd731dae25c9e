import type { Goal } from '../goal/goal';
import { addTo } from './addTo';
import type { Claim } from './attribution';
import { roleOf, type Landings } from './landings';

/** The changes that each landing of the period brought in, by its row. */
export function broughtIn(landings: Landings): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let row = 0; row < landings.count; row += 1) {
    const landing = landings.broughtBy[row] ?? row;
    const isLater = (landings.weeks[landing] ?? 0) >= landings.period.weeks.length;
    if (!isLater && roleOf(landings, row) === 'change') addTo(found, landing, row);
  }
  return found;
}

/** The initiatives that some changes serve, each once. */
export function initiativesOf(
  rows: readonly number[],
  claims: ReadonlyMap<number, readonly Claim[]>,
): Set<Goal> {
  const goals = new Set<Goal>();
  for (const row of rows) {
    for (const { target } of claims.get(row) ?? []) {
      if (target.kind === 'goal') goals.add(target.initiative);
    }
  }
  return goals;
}
