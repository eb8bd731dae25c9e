import { pruneFiles } from '../../files/pruneFiles';

/**
 * Removes the kept goals of trackers that are not used any more. `now` in epoch milliseconds. A tracker in use is
 * written every half an hour, so that a file that is a month old belongs to none that is connected.
 */
export function pruneCaches(folder: string, now: number): Promise<void> {
  return pruneFiles(folder, { prefix: 'goals-', suffix: '.jsonl', keptForDays: 30 }, now);
}
