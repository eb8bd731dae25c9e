import type { GitlabWorkItem } from './gitlabSchemas';

/** When the latest change was made, in epoch milliseconds; -Infinity if nothing changed. */
export function latestIn(items: readonly GitlabWorkItem[]): number {
  let latest = -Infinity;
  for (const { updatedAt } of items) {
    const time = Date.parse(updatedAt ?? '');
    if (time > latest) latest = time;
  }
  return latest;
}
