import assert from 'node:assert/strict';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import {
  connectionSchema,
  toConnection,
  type Connection,
} from '../../../../src/trackers/connection/connection';
import { connectTracker } from '../../../../src/trackers/connectTracker';
import type { ConnectedTracker } from '../../../../src/trackers/port/connectedTracker';
import type { Tracker, TrackerPage } from '../../../../src/trackers/port/tracker';
import { TestClock } from './testClock';

/** The token of all tests: it must never show up anywhere but in a request's headers. */
export const testToken = 'very-secret-token-0123456789';

/** A signal that is never aborted. */
export const never = new AbortController().signal;

/** A connection as the setting describes it. */
export function connection(entry: object): Connection {
  return toConnection(connectionSchema.parse(entry));
}

/** A tracker connected with the tests' token. */
export function connect(
  entry: object,
  clock = new TestClock(),
  log?: (line: string) => void,
): Promise<ConnectedTracker> {
  return connectTracker(connection(entry), {
    token: () => Promise.resolve(testToken),
    clock,
    ...(log && { log }),
    limits: { silenceMs: 2_000, totalMs: 5_000 },
  });
}

/** Every page of a list. */
export async function pagesOf(tracker: Tracker, since?: number, signal = never): Promise<TrackerPage[]> {
  const pages: TrackerPage[] = [];
  for await (const page of tracker.listChanged(since, signal)) pages.push(page);
  return pages;
}

/** The pages that a list gives before it fails, and why it fails. */
export async function pagesUntilFault(
  tracker: Tracker,
  since?: number,
): Promise<{ readonly pages: readonly TrackerPage[]; readonly reason: string }> {
  const pages: TrackerPage[] = [];
  try {
    for await (const page of tracker.listChanged(since, never)) pages.push(page);
  } catch (error) {
    if (!(error instanceof TrackerError)) throw error;
    return { pages, reason: error.reason };
  }
  assert.fail('the list was read to its end');
}

/** The keys of the goals of some pages. */
export function keysIn(pages: readonly TrackerPage[]): string[] {
  return pages.flatMap(({ goals }) => goals.map(({ key }) => key));
}

/** Whether a page says up to when everything has been read. */
export function hasMark(pages: readonly TrackerPage[]): boolean {
  return pages.some(({ mark }) => mark !== undefined);
}
