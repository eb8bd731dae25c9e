import type { TrackerPage } from '../port/tracker';

/** A message of this many goals keeps its receiver busy for some milliseconds. */
const goalsAtOnce = 500;

/**
 * A page in parts that are quick to receive. What holds only once all of it has come stands on the last part. A page
 * that tells of deletions stays whole: one of its goals may inherit the key of another that is gone.
 */
export function* pageSlices(page: TrackerPage): Generator<TrackerPage> {
  const { goals, total, deletedIds = [] } = page;
  const slice = (from: number): readonly TrackerPage['goals'][number][] =>
    goals.slice(from, from + goalsAtOnce);
  let from = 0;
  if (deletedIds.length === 0) {
    for (; from + goalsAtOnce < goals.length; from += goalsAtOnce) {
      yield { goals: slice(from), ...(total !== undefined && { total }) };
    }
  }
  yield from === 0 ? page : { ...page, goals: slice(from) };
}
