import { TrackerError } from '../../core/tracker/trackerError';

/** More goals than a person could follow; a list that goes on is taken for endless, and new goals beyond are not kept. */
export const maxGoals = 100_000;

/** The fault of a tracker that has more goals than are kept. */
export function tooManyGoals(): TrackerError {
  return new TrackerError('tooLarge', { detail: `more than ${maxGoals} goals` });
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
