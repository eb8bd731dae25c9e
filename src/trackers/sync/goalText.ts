import type { Goal } from '../../core/goal/goal';

/** What the fields of a goal take that are short, in UTF-16 units. */
const shortFields = 400;
/** What a text takes beside its characters. */
const perText = 20;
const lists = [
  ...(['acceptance', 'outOfScope', 'labels', 'aliases', 'references'] as const),
  ...(['otherParentKeys', 'covers', 'blockedByKeys', 'blocksKeys'] as const),
];
const records = ['impact', 'links', 'metrics', 'log'] as const;

/**
 * About how much text a goal holds, in UTF-16 units, as a measure of the memory that it takes. It looks at what can be
 * long, because a start with many goals measures them all.
 */
export function textIn(goal: Goal): number {
  let length = shortFields + goal.title.length + (goal.description?.length ?? 0);
  for (const name of lists) {
    for (const text of goal[name] ?? []) length += perText + text.length;
  }
  for (const name of records) length += lengthOf(goal[name]);
  return length;
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return perText + value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let length = 0;
  for (const each of Object.values(value)) length += perText + lengthOf(each);
  return length;
}
