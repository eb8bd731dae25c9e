import type { SeenBranch } from './seenBranch';

/** How long a branch is remembered after it was last looked at, in milliseconds. */
const forgottenAfterMs = 180 * 24 * 60 * 60 * 1000;
/** How long a branch must have been known for forgotten before it goes, in milliseconds. */
const doubtedForMs = 24 * 60 * 60 * 1000;

/**
 * What stays of the note about a branch that nobody is looking at; undefined if nothing, and the same object if it stays
 * as it is. An old note is only marked at first, and goes when it is still old a day later: a clock that is wrong for a
 * while removes nothing.
 */
export function agedBranch(seen: SeenBranch, now: number): SeenBranch | undefined {
  const { unusedSince } = seen;
  if (now - seen.at <= forgottenAfterMs) return usedBranch(seen);
  if (unusedSince === undefined || unusedSince > now) return { ...seen, unusedSince: now };
  return now - unusedSince > doubtedForMs ? undefined : seen;
}

/** The note without the mark that it is old; the same object if it has none. */
export function usedBranch(seen: SeenBranch): SeenBranch {
  const { created, at, unusedSince, goals } = seen;
  return unusedSince === undefined ? seen : { at, goals, ...(created !== undefined && { created }) };
}
