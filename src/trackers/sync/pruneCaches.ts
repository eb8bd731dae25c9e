import { pruneFiles } from '../../files/pruneFiles';

/**
 * Removes the kept goals of trackers that are not used any more. `now` in epoch milliseconds. A tracker in use is
 * written every half an hour, so that a file that is a month old belongs to none that another window has connected;
 * those of this window, `inUse`, stay also after a month without the network.
 */
export function pruneCaches(
  folder: string,
  now: number,
  inUse: ReadonlySet<string> = new Set(),
): Promise<void> {
  return pruneFiles(folder, { prefix: 'goals-', suffix: '.jsonl', keptForDays: 30, inUse }, now);
}
