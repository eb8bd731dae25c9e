import type { Log } from '../core/log';
import type { TrackerState } from '../core/tracker/trackerState';
import type { Connection } from '../trackers/connection/connection';
import { connectionName } from '../trackers/connectionName';
import { referenceStyleOf } from '../trackers/connection/referenceStyle';
import { GoalCache } from '../trackers/sync/goalCache';
import type { Snapshot } from '../trackers/sync/snapshot';

/**
 * The goals that the extension has kept of a tracker, without asking it: the newest where several editors keep some.
 *
 * @param folders where editors keep goals of trackers, whether they are there or not
 */
export async function keptTracker(
  connection: Connection,
  folders: readonly string[],
  log: Log,
): Promise<TrackerState> {
  const name = connectionName(connection);
  let newest: Snapshot | undefined;
  for (const folder of folders) {
    const cache = new GoalCache(folder, connection, (line) => log.debug(`${name}: ${line}`));
    try {
      const kept = await cache.peek();
      if (kept && (newest?.asOf ?? -Infinity) < (kept.asOf ?? -Infinity)) newest = kept;
    } catch (error) {
      log.warn(`The goals of ${name} kept in ${folder} cannot be read.`, error);
    }
  }
  const references = referenceStyleOf(connection);
  return {
    id: connection.id,
    name,
    ...(references && { references }),
    phase: newest ? 'ready' : 'loading',
    goals: newest?.goals ?? [],
    badEntries: 0,
    ...(newest?.asOf !== undefined && { asOf: newest.asOf }),
  };
}
