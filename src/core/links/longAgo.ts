/** What tells how far the numbers of a place have come. */
export interface CountedGoals {
  /** The highest number that is known where the goal of a number is counted. */
  newestBeside?(text: string): number;
}

/** Where fewer are counted, work on any of them is as likely. */
const fewItems = 1000;

/**
 * Below which share of the newest number one in a branch's name is rather a version, or of another tracker. In the
 * histories that were read, people worked on none so old.
 */
const oldest = {
  /** A number for which nothing else speaks. */
  number: 0.1,
  /** A key that we made up: `nautilus-1`. */
  key: 0.01,
};

/** Whether the item that a reference names is so old beside the newest that the reference hardly means it. */
export function isLongAgo(reference: string, kind: keyof typeof oldest, goals: CountedGoals): boolean {
  const newest = goals.newestBeside?.(reference) ?? 0;
  const number = Number(/\d+$/.exec(reference)?.[0]);
  return newest >= fewItems && number < newest * oldest[kind];
}
