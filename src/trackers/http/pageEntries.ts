import * as z from 'zod';

/** More than any tracker gives at once: the largest pages that we ask for have 20,000 ids. */
const maxEntries = 50_000;

/** The entries of a page, each still to be checked separately; too many are not even looked at. */
export const pageEntries = z.custom<readonly unknown[]>(
  (value) => Array.isArray(value) && value.length <= maxEntries,
  { error: `must be a list of at most ${maxEntries.toLocaleString('en')} entries` },
);
