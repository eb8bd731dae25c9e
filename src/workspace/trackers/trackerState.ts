import type { CodeTie } from '../../core/goal/codeLink';
import { faultKind } from '../../core/tracker/trackerError';
import type { TrackerState } from '../../core/tracker/trackerState';
import type { TextOptions } from '../../presentation/textOptions';
import { trackerErrorText } from '../../presentation/trackerErrorText';
import { unreadText } from '../../presentation/trackerLimitText';
import type { Connection } from '../../trackers/connection/connection';
import { referenceStyleOf } from '../../trackers/connection/referenceStyle';
import { connectionName } from '../../trackers/connectionName';
import type { SyncState } from '../../trackers/sync/syncState';

/** What the catalog and the surfaces know of a connected tracker, with its faults in words. */
export function trackerState(
  connection: Connection,
  state: SyncState,
  options: TextOptions,
  ties: readonly CodeTie[] = [],
): TrackerState {
  const { phase, goals, badEntries, unread = [], asOf, error } = state;
  const name = connectionName(connection);
  const references = referenceStyleOf(connection);
  return {
    id: connection.id,
    name,
    ...(references && { references }),
    phase: error ? 'failed' : phase,
    goals,
    ...(ties.length > 0 && { ties }),
    badEntries,
    ...(unread.length > 0 && { unread: unread.map(unreadText) }),
    ...(error && {
      fault: { kind: faultKind(error.reason), message: trackerErrorText(error, name, options) },
    }),
    ...(asOf !== undefined && { asOf }),
  };
}
