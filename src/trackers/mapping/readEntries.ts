import type * as z from 'zod';
import type { Goal } from '../../core/goal/goal';
import { ownFault } from '../../core/ownFault';
import { plainLine } from '../../core/plainText';
import { cut } from './makeGoal';

/** The goals made from a page's entries. */
export interface ReadEntries {
  readonly goals: Goal[];
  /** One sentence for each entry that could not be used. */
  readonly problems: string[];
}

/** The entries of a page that have the right shape. */
export interface ParsedEntries<T> {
  readonly parsed: readonly T[];
  /** The position of each on the page. */
  readonly places: readonly number[];
  /** One sentence for each of the others. */
  readonly problems: readonly string[];
}

/** Checks a page's entries one by one, so that a bad one does not affect the others. */
export function parseEntries<T extends z.ZodType>(
  entries: readonly unknown[],
  schema: T,
): ParsedEntries<z.output<T>> {
  const parsed: z.output<T>[] = [];
  const places: number[] = [];
  const problems: string[] = [];
  for (const [index, entry] of entries.entries()) {
    try {
      const result = schema.safeParse(entry);
      if (result.success) {
        parsed.push(result.data);
        places.push(index);
      } else problems.push(leftOut(entry, index, result.error));
    } catch (error) {
      problems.push(failedOn(entry, index, error));
    }
  }
  return { parsed, places, problems };
}

/** Makes goals of parsed entries. */
export function goalsOf<T>(
  { parsed, places, problems }: ParsedEntries<T>,
  toGoal: (entry: T) => Goal | undefined,
): ReadEntries {
  const goals: Goal[] = [];
  const left = [...problems];
  for (const [at, entry] of parsed.entries()) {
    const index = places[at] ?? at;
    try {
      const goal = toGoal(entry);
      if (goal) goals.push(goal);
      else left.push(leftOut(entry, index));
    } catch (error) {
      left.push(failedOn(entry, index, error));
    }
  }
  return { goals, problems: left };
}

/** Makes goals of a page's entries, one by one. */
export function readEntries<T extends z.ZodType>(
  entries: readonly unknown[],
  schema: T,
  toGoal: (entry: z.output<T>) => Goal | undefined,
): ReadEntries {
  return goalsOf(parseEntries(entries, schema), toGoal);
}

/** Says which entry cannot be used, and why: its shape, or its key and title. */
export function leftOut(entry: unknown, index: number, error?: z.ZodError): string {
  return `Entry ${index} (${nameOf(entry)}) is left out: ${reasonOf(error)}.`;
}

/** Says on which entry Goal Lens itself failed: a bug of ours costs that entry, not its page. */
export function failedOn(entry: unknown, index: number, error: unknown): string {
  return `Entry ${index} (${nameOf(entry)}): ${ownFault(error)}`;
}

function reasonOf(error: z.ZodError | undefined): string {
  const [issue] = error?.issues ?? [];
  return issue ? `${issue.path.map(String).join('.')} ${issue.message}` : 'it has no usable key or title';
}

/** What an entry is called where it is told of. */
export function nameOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return typeof entry;
  for (const name of ['key', 'identifier', 'id', 'number', 'iid']) {
    const value: unknown = Reflect.get(entry, name);
    if (typeof value === 'string' || typeof value === 'number') return cut(plainLine(String(value)), 80);
  }
  return 'without a name';
}
