import { pruneFiles } from '../../files/pruneFiles';
import { formatVersion } from './historyCodec';

/**
 * Removes the indexes of repositories that nobody has worked in for a season, including those that are gone; one that
 * is needed after all is rebuilt in seconds. `now` in epoch milliseconds.
 */
export function pruneIndexes(folder: string, now: number): Promise<void> {
  return pruneFiles(folder, { prefix: 'history-', suffix: `.v${formatVersion}`, keptForDays: 90 }, now);
}
