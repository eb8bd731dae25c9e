import { normalizeKey } from '../goal/goalKey';
import type { TrackerState } from './trackerState';

/** The tracker that has an entry with this key and cannot use it. */
export function trackerWithBrokenEntry<T extends Pick<TrackerState, 'brokenKeys'>>(
  trackers: readonly T[],
  key: string,
): T | undefined {
  const wanted = normalizeKey(key);
  return trackers.find(({ brokenKeys = [] }) => brokenKeys.some((each) => normalizeKey(each) === wanted));
}
