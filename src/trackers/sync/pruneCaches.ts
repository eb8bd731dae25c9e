import { pruneFiles } from '../../files/pruneFiles';

/**
 * Removes the kept goals of trackers that are no longer used. `now` in epoch milliseconds. A tracker in use is written
 * every half hour, so a file that is a month old belongs to none that another window has connected; those of this
 * window, `inUse`, stay even after a month without the network.
 */
export function pruneCaches(
  folder: string,
  now: number,
  inUse: ReadonlySet<string> = new Set(),
): Promise<void> {
  return pruneFiles(folder, { prefix: 'goals-', suffix: '.jsonl', keptForDays: 30, inUse }, now);
}
