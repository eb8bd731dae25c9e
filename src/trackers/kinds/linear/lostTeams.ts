import { isOfPlace, TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import { PlaceFaults } from '../../mapping/placeFaults';
import type { UnreadPlace } from '../../port/tracker';
import { pagesOf } from './linearLists';
import { teamsQuery } from './linearQueries';
import { teamSchema } from './linearSchemas';

/**
 * The followed teams that are gone, renamed, or not ours to see. A list does not tell them from teams without goals.
 *
 * @throws {TrackerError} `notFound`, if none of them is left
 */
export async function lostTeams(
  context: TrackerContext,
  signal: AbortSignal,
): Promise<readonly UnreadPlace[]> {
  const { follow, url } = context.connection;
  if (!follow) return [];
  const keys = follow.map((key) => key.toUpperCase());
  const teams = await visibleTeams(context, keys, signal);
  if (!teams) return [];
  const faults = new PlaceFaults();
  const { host } = new URL(url);
  for (const key of keys.filter((each) => !teams.has(each))) {
    faults.note(key, new TrackerError('notFound', { host, detail: `no team ${key} that you may see` }));
  }
  return faults.outOf(keys.length);
}

/** Undefined if teams cannot be read, as where the account may only read what is in them. */
async function visibleTeams(
  context: TrackerContext,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  const list = { field: 'teams', query: teamsQuery };
  const found = new Set<string>();
  try {
    for await (const { entries } of pagesOf(context, list, { key: { in: keys } }, false, signal)) {
      for (const entry of entries) {
        const team = teamSchema.safeParse(entry).data;
        if (team) found.add(team.key.toUpperCase());
      }
    }
  } catch (error) {
    if (!isOfPlace(error)) throw error;
    return undefined;
  }
  return found;
}
