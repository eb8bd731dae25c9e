import { compareIds, evidences, type Evidence } from './attribution';
import type { EffortPart } from './effort';
import type { Landings } from './landings';
import type { ReportTarget } from './reportTarget';

/** The work of one week for one target, by one kind of evidence. */
export interface TallyEntry {
  /** An ISO week. */
  readonly week: string;
  readonly target: ReportTarget;
  readonly evidence: Evidence;
  /** Person-days, in `dayUnits`. */
  readonly effort: number;
  /** Changes, also in `dayUnits`. */
  readonly changes: number;
}

/** A period's effort by week, target and evidence: everything that adds up across weeks and repositories. */
export type Tally = readonly TallyEntry[];

/** Adds up parts of effort and of changes. */
export function tallyOf(
  landings: Landings,
  effort: readonly EffortPart[],
  changes: readonly EffortPart[],
): Tally {
  const sums = new TallySums();
  const weekOf = ({ row }: EffortPart): string =>
    landings.period.weeks[landings.weeks[row] ?? -1]?.name ?? '';
  for (const part of effort) sums.of(weekOf(part), part.target, part.evidence).effort += part.units;
  for (const part of changes) sums.of(weekOf(part), part.target, part.evidence).changes += part.units;
  return sums.sorted();
}

/** Adds up tallies; order and grouping do not affect the result. */
export function mergeTallies(tallies: readonly Tally[]): Tally {
  const [only, ...others] = tallies;
  if (only && others.length === 0) return only;
  const sums = new TallySums();
  for (const tally of tallies) {
    for (const { week, target, evidence, effort, changes } of tally) {
      const sum = sums.of(week, target, evidence);
      sum.effort += effort;
      sum.changes += changes;
    }
  }
  return sums.sorted();
}

type TallySum = { -readonly [K in keyof TallyEntry]: TallyEntry[K] };

/** More weeks than any set of reports covers. */
const manyWeeks = 100_000;

/** One sum per week, target and evidence; keyed by a number, as building a string for each of many parts is slow. */
class TallySums {
  private readonly sums = new Map<number, TallySum>();
  private readonly targets = new Map<string, number>();
  private readonly weeks = new Map<string, number>();

  of(week: string, target: ReportTarget, evidence: Evidence): TallySum {
    const place = numberOf(this.targets, target.id) * manyWeeks + numberOf(this.weeks, week);
    const id = place * evidences.length + evidences.indexOf(evidence);
    let sum = this.sums.get(id);
    if (!sum) this.sums.set(id, (sum = { week, target, evidence, effort: 0, changes: 0 }));
    return sum;
  }

  /** By week, then evidence, then target. */
  sorted(): Tally {
    const weekOf = placesIn(this.weeks.keys());
    const kindOf = placesIn(evidences);
    const targetOf = placesIn(this.targets.keys());
    const placeOf = ({ week, evidence, target }: TallySum): number =>
      (weekOf(week) * evidences.length + kindOf(evidence)) * this.targets.size + targetOf(target.id);
    // Comparing numbers, as there may be an entry for each goal in each week.
    return Array.from(this.sums.values(), (sum) => ({ sum, place: placeOf(sum) }))
      .sort((a, b) => a.place - b.place)
      .map(({ sum }) => sum);
  }
}

/** The place of each text among all of them in order. */
function placesIn(texts: Iterable<string>): (text: string) => number {
  const places = new Map([...texts].sort(compareIds).map((text, place) => [text, place]));
  return (text) => places.get(text) ?? 0;
}

function numberOf(numbers: Map<string, number>, text: string): number {
  let found = numbers.get(text);
  if (found === undefined) numbers.set(text, (found = numbers.size));
  return found;
}

/** The person-days of some entries, in `dayUnits`. */
export function effortOf(entries: Tally): number {
  return entries.reduce((sum, { effort }) => sum + effort, 0);
}

/** The changes of some entries, in `dayUnits`. */
export function changesOf(entries: Tally): number {
  return entries.reduce((sum, { changes }) => sum + changes, 0);
}

/** A part's share of a whole, 0 to 1; 0 if the whole is 0. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
