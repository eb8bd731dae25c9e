import { pruneFiles } from '../../files/pruneFiles';
import { formatVersion } from './historyCodec';

/**
 * Removes the indexes of repositories that nobody has worked in for a season, those that are gone among them: what is
 * needed after all is read again in seconds. `now` in epoch milliseconds.
 */
export function pruneIndexes(folder: string, now: number): Promise<void> {
  return pruneFiles(folder, { prefix: 'history-', suffix: `.v${formatVersion}`, keptForDays: 90 }, now);
}
