import type { LinearChange } from './linearSchemas';

/** The time of the latest change, in epoch milliseconds; -Infinity where there is none. */
export function latestIn(changes: readonly Pick<LinearChange, 'updatedAt'>[]): number {
  let latest = -Infinity;
  for (const { updatedAt } of changes) {
    const time = Date.parse(updatedAt ?? '');
    if (time > latest) latest = time;
  }
  return latest;
}
