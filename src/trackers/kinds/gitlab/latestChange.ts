import type { GitlabWorkItem } from './gitlabSchemas';

/** The time of the latest change; -Infinity if there is none. */
export function latestIn(items: readonly GitlabWorkItem[]): number {
  let latest = -Infinity;
  for (const { updatedAt } of items) {
    const time = Date.parse(updatedAt ?? '');
    if (time > latest) latest = time;
  }
  return latest;
}
