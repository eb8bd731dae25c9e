import type { Goal } from '../../../core/goal/goal';
import { toGoal } from '../../../teamFiles/record/toGoal';
import { readRecord } from '../../../teamFiles/record/readRecord';
import { failedOn, type ReadEntries } from '../../mapping/readEntries';

/** How deep a record is read: it has at most five levels. */
const deepest = 8;
const maxToldOf = 3;

/** The goals of a page's records, one by one. Unknown fields are additions to the contract and are not reported. */
export function readRecords(records: readonly unknown[], trackerId: string): ReadEntries {
  const goals: Goal[] = [];
  const problems: string[] = [];
  for (const [index, entry] of records.entries()) {
    try {
      const { goal, faults } = readEntry(entry, trackerId);
      if (goal) goals.push(goal);
      if (faults.length === 0) continue;
      const more = faults.length > maxToldOf ? ` And ${faults.length - maxToldOf} more.` : '';
      problems.push(
        `Entry ${index}${nameOf(goal?.key, entry)}: ${faults.slice(0, maxToldOf).join(' ')}${more}`,
      );
    } catch (error) {
      problems.push(failedOn(entry, index, error));
    }
  }
  return { goals, problems };
}

function readEntry(
  entry: unknown,
  trackerId: string,
): { readonly goal?: Goal; readonly faults: readonly string[] } {
  // The reader changes what it reads, and the client keeps the answer for the next 304.
  const { record, issues } = readRecord(copyOf(entry, deepest));
  const faults = issues.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return record ? { goal: toGoal(record, trackerId), faults } : { faults };
}

/** A copy of JSON without what is too deep, however deep that is. */
function copyOf(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.map((item) => copyOf(item, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyOf(field, depth - 1)]));
}

function nameOf(key: string | undefined, entry: unknown): string {
  const written: unknown =
    key ?? (typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'key') : undefined);
  return typeof written === 'string' ? ` (${written.slice(0, 80)})` : '';
}
