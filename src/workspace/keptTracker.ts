import type { CodeTie } from '../core/goal/codeLink';
import type { Log } from '../core/log';
import type { TrackerState } from '../core/tracker/trackerState';
import type { Connection } from '../trackers/connection/connection';
import { connectionName } from '../trackers/connectionName';
import { referenceStyleOf } from '../trackers/connection/referenceStyle';
import { CodeAnswersFile, type KeptAnswer } from '../trackers/sync/codeAnswersFile';
import { GoalCache } from '../trackers/sync/goalCache';
import type { Snapshot } from '../trackers/sync/snapshot';

/**
 * The goals that the extension has kept of a tracker, without asking it; the newest if several editors keep some.
 *
 * @param folders where editors keep trackers' goals, whether or not the folders exist
 */
export async function keptTracker(
  connection: Connection,
  folders: readonly string[],
  log: Log,
): Promise<TrackerState> {
  const name = connectionName(connection);
  let newest: Snapshot | undefined;
  const answers: [string, KeptAnswer][] = [];
  for (const folder of folders) {
    const cache = new GoalCache(folder, connection, (line) => log.debug(`${name}: ${line}`));
    try {
      const kept = await cache.peek();
      answers.push(...(await new CodeAnswersFile(cache.path, connection).load()));
      if (kept && (newest?.asOf ?? -Infinity) < (kept.asOf ?? -Infinity)) newest = kept;
    } catch (error) {
      log.warn(`The goals of ${name} kept in ${folder} cannot be read.`, error);
    }
  }
  const ties = tiesOf(answers);
  const references = referenceStyleOf(connection);
  return {
    id: connection.id,
    name,
    ...(references && { references }),
    phase: newest ? 'ready' : 'loading',
    goals: newest?.goals ?? [],
    ...(ties.length > 0 && { ties }),
    badEntries: 0,
    ...(newest?.asOf !== undefined && { asOf: newest.asOf }),
  };
}

/** The latest answer to each question. */
function tiesOf(answers: readonly [string, KeptAnswer][]): CodeTie[] {
  const inOrder = answers.toSorted(([, one], [, other]) => one.at - other.at);
  return [...new Map(inOrder).values()].flatMap(({ ties }) => ties);
}
