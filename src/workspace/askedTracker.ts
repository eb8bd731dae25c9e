import { systemClock } from '../core/clock';
import type { Log } from '../core/log';
import type { TrackerState } from '../core/tracker/trackerState';
import type { Connection } from '../trackers/connection/connection';
import { connectionName } from '../trackers/connectionName';
import { emptySnapshot } from '../trackers/sync/snapshot';
import { trackerState } from './trackers/trackerState';

/** Nothing is written in a pipeline. */
const noCache = {
  load: () => Promise.resolve(emptySnapshot),
  loadNewer: () => Promise.resolve(undefined),
  save: () => Promise.resolve(),
};

/** Asks a tracker for its goals once; a fault becomes part of the state. */
export async function askedTracker(
  connection: Connection,
  token: string,
  log: Log,
  signal: AbortSignal,
): Promise<TrackerState> {
  const [{ connectTracker }, { TrackerSync }] = await Promise.all([
    import('../trackers/connectTracker'),
    import('../trackers/sync/trackerSync'),
  ]);
  const name = connectionName(connection);
  const line = (text: string): void => log.info(`${name}: ${text}`);
  const { tracker } = await connectTracker(connection, {
    token: () => Promise.resolve(connection.signIn === 'none' ? '' : token),
    log: line,
  });
  const onBug = (error: unknown): void => log.error(`${name}: Goal Lens has a fault.`, error);
  const sync = new TrackerSync({
    tracker: () => Promise.resolve(tracker),
    cache: noCache,
    clock: systemClock,
    log: line,
    onBug,
  });
  await sync.sync(signal);
  return trackerState(connection, sync.state, { language: 'en', now: Date.now(), revenue: 'band' });
}
