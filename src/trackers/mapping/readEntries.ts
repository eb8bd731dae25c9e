import type * as z from 'zod';
import type { Goal } from '../../core/goal/goal';
import { cleanLine } from '../../teamFiles/record/cleanText';
import { cut } from './makeGoal';

/** What could be made of a page's entries. */
export interface ReadEntries {
  readonly goals: Goal[];
  /** One sentence for each entry that could not be used. */
  readonly problems: string[];
}

/** Makes goals of a page's entries, one by one: a bad entry does not take the others with it. */
export function readEntries<T extends z.ZodType>(
  entries: readonly unknown[],
  schema: T,
  toGoal: (entry: z.output<T>) => Goal | undefined,
): ReadEntries {
  const goals: Goal[] = [];
  const problems: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const result = schema.safeParse(entry);
    const goal = result.success ? toGoal(result.data) : undefined;
    if (goal) goals.push(goal);
    else problems.push(`Entry ${index} (${nameOf(entry)}) is left out: ${reasonOf(result.error)}.`);
  }
  return { goals, problems };
}

function reasonOf(error: z.ZodError | undefined): string {
  const [issue] = error?.issues ?? [];
  return issue ? `${issue.path.map(String).join('.')} ${issue.message}` : 'it has no usable key or title';
}

function nameOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return typeof entry;
  for (const name of ['key', 'identifier', 'id', 'number', 'iid']) {
    const value: unknown = Reflect.get(entry, name);
    if (typeof value === 'string' || typeof value === 'number') return cut(cleanLine(String(value)), 80);
  }
  return 'without a name';
}
