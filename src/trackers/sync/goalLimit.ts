import { TrackerError } from '../../core/tracker/trackerError';

/** More goals than a person could follow; a list that goes on is taken for endless, and new goals beyond are not kept. */
export const maxGoals = 100_000;

/** How much text the goals of a tracker may hold together, in UTF-16 units: twice as much as so many usual goals. */
export const maxText = 200_000_000;

/** The fault of a tracker that has more goals, or more text in them, than are kept. */
export function tooManyGoals(): TrackerError {
  const detail = `more than ${maxGoals} goals, or ${maxText / 1e6} million characters in them`;
  return new TrackerError('tooLarge', { detail });
}

/** All ids of a list. @throws {TrackerError} if it goes on without an end */
export async function collectIds(pages: AsyncIterable<readonly string[]>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const some of pages) {
    for (const id of some) ids.add(id);
    // Twice as many, as those that are not kept are told too.
    if (ids.size > 2 * maxGoals) throw tooManyGoals();
  }
  return ids;
}
