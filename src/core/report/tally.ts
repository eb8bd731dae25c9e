import type { Evidence } from './attribution';
import type { EffortPart } from './effort';
import type { Landings } from './landings';
import type { ReportTarget } from './reportTarget';

/** What was done in one week for one target, as one kind of evidence says. */
export interface TallyEntry {
  /** An ISO week. */
  readonly week: string;
  readonly target: ReportTarget;
  readonly evidence: Evidence;
  /** Person-days, in `dayUnits`. */
  readonly effort: number;
  /** Changes, in `dayUnits` too. */
  readonly changes: number;
}

/** The effort of a period by week, target and evidence: all that adds up over weeks and repositories. */
export type Tally = readonly TallyEntry[];

/** Adds parts of effort and of changes up. */
export function tallyOf(
  landings: Landings,
  effort: readonly EffortPart[],
  changes: readonly EffortPart[],
): Tally {
  const entry = (part: EffortPart, of: 'effort' | 'changes'): TallyEntry => {
    const week = landings.period.weeks[landings.weeks[part.row] ?? -1]?.name ?? '';
    const { target, evidence } = part;
    return { week, target, evidence, effort: 0, changes: 0, [of]: part.units };
  };
  return mergeTallies([
    effort.map((part) => entry(part, 'effort')),
    changes.map((part) => entry(part, 'changes')),
  ]);
}

/** Adds tallies up, in any order and grouping with the same outcome. */
export function mergeTallies(tallies: readonly Tally[]): Tally {
  const sums = new Map<string, { -readonly [K in keyof TallyEntry]: TallyEntry[K] }>();
  for (const entry of tallies.flat()) {
    const key = `${entry.week}\n${entry.evidence}\n${entry.target.id}`;
    const sum = sums.get(key);
    if (sum) {
      sum.effort += entry.effort;
      sum.changes += entry.changes;
    } else sums.set(key, { ...entry });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** The person-days of some entries, in `dayUnits`. */
export function effortOf(entries: Tally): number {
  return entries.reduce((sum, { effort }) => sum + effort, 0);
}

/** The changes of some entries, in `dayUnits`. */
export function changesOf(entries: Tally): number {
  return entries.reduce((sum, { changes }) => sum + changes, 0);
}

/** A part of a whole, 0 to 1; 0 of nothing. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
