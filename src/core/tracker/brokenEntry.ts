import { normalizeKey } from '../goal/goalKey';
import type { TrackerState } from './trackerState';

/** The keys of each list as they are compared: a file can have as many of them as another file asks for. */
const compared = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The tracker that has an entry with this key and cannot use it. */
export function trackerWithBrokenEntry<T extends Pick<TrackerState, 'brokenKeys'>>(
  trackers: readonly T[],
  key: string,
): T | undefined {
  const wanted = normalizeKey(key);
  return trackers.find(({ brokenKeys }) => brokenKeys && comparedKeys(brokenKeys).has(wanted));
}

function comparedKeys(keys: readonly string[]): ReadonlySet<string> {
  let found = compared.get(keys);
  if (!found) compared.set(keys, (found = new Set(keys.map(normalizeKey))));
  return found;
}
