import type { TrackerError, TrackerErrorReason } from '../../core/tracker/trackerError';

/** What the time of the next sync depends on. Times are in epoch milliseconds. */
export interface SyncHistory {
  /** When the goals were last known to be current; undefined if nothing has been read. */
  readonly asOf?: number;
  /** When the last attempt ended. */
  readonly attemptedAt?: number;
  /** How many attempts in a row have failed. */
  readonly failures: number;
  readonly error?: TrackerError;
}

/** How old goals may become by default while somebody is looking, in milliseconds. */
export const syncEveryMs = 5 * 60_000;
const firstRetryMs = 30_000;
const maxRetryMs = 30 * 60_000;

/** Faults after which asking again helps only once somebody has signed in or changed a setting. */
const waitForPerson: ReadonlySet<TrackerErrorReason> = new Set([
  'signedOut',
  'unauthorized',
  'insecure',
  'stopped',
]);

/** When to ask the tracker next, in epoch milliseconds; the past means now, and Infinity only on demand. */
export function nextSyncAt(
  { asOf, attemptedAt, failures, error }: SyncHistory,
  now: number,
  everyMs = syncEveryMs,
): number {
  // Times in the future come from a wrong clock: they count as never.
  const isPast = (time: number | undefined): time is number => time !== undefined && time <= now;
  if (error && waitForPerson.has(error.reason)) return Infinity;
  if (!error || !isPast(attemptedAt)) return isPast(asOf) ? asOf + everyMs : -Infinity;
  const wait = Math.min(firstRetryMs * 2 ** Math.max(failures - 1, 0), maxRetryMs);
  return Math.max(attemptedAt + wait, error.details.retryAt ?? 0);
}
