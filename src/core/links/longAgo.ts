/** Tells how far the numbering in a place has come. */
export interface CountedGoals {
  /** The highest known number in the place where the number's goal is counted. */
  newestBeside?(text: string): number;
}

/** Below this many items, work on any of them is equally likely. */
const fewItems = 1000;

/**
 * The fraction of the newest number below which a number in a branch's name is more likely a version, or another
 * tracker's. In the histories examined, people worked on no item that old.
 */
const oldest = {
  /** For a number with no other evidence. */
  number: 0.1,
  /** For a key that we made up: `nautilus-1`. */
  key: 0.01,
};

/**
 * Whether the item that a reference names is so much older than the newest that the reference probably does not mean
 * it.
 */
export function isLongAgo(reference: string, kind: keyof typeof oldest, goals: CountedGoals): boolean {
  const newest = goals.newestBeside?.(reference) ?? 0;
  const number = Number(/\d+$/.exec(reference)?.[0]);
  return newest >= fewItems && number < newest * oldest[kind];
}
