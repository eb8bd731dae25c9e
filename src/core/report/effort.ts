import { addTo } from './addTo';
import { compareIds, type Claim, type Evidence } from './attribution';
import { dayUnits, divide, divideEqually } from './dayUnits';
import { changeRows, type Landings } from './landings';
import type { ReportTarget } from './reportTarget';

/** A part of a period's effort: what one commit did for one target. */
export interface EffortPart {
  readonly row: number;
  readonly target: ReportTarget;
  readonly evidence: Evidence;
  /** Its share of the person-days, in `dayUnits`. */
  readonly units: number;
}

/** A target served on one person-day, and the commits that served it. */
interface Served {
  readonly target: ReportTarget;
  weight: number;
  readonly commits: { readonly row: number; readonly evidence: Evidence }[];
}

/**
 * The effort of a period. A person-day is a distinct (person, author's own day) among its changes. It is split over the
 * initiatives served that day, with no goal and unknown goals as one each: equally, except that initiatives known only
 * from files count by their share of files. Each part is split in the same way over the goals below, then equally over
 * the commits that served each. Remainders follow key order, and the parts sum to `dayUnits` times the person-days.
 *
 * @param days the rows of each; see `personDays`
 */
export function effortParts(
  days: Iterable<readonly number[]>,
  claims: ReadonlyMap<number, readonly Claim[]>,
): EffortPart[] {
  const parts: EffortPart[] = [];
  for (const rows of days) addPartsOf(rows, claims, parts);
  return parts;
}

/** The same changes, each weighed as one: `dayUnits` per change, split over what it serves. */
export function changeParts(landings: Landings, claims: ReadonlyMap<number, readonly Claim[]>): EffortPart[] {
  return [...changeRows(landings)].flatMap((row) =>
    (claims.get(row) ?? []).map(({ target, evidence, share }) => ({ row, target, evidence, units: share })),
  );
}

/** The sum of some parts, in `dayUnits`. */
export function sumOf(parts: readonly EffortPart[]): number {
  return parts.reduce((sum, { units }) => sum + units, 0);
}

function addPartsOf(
  rows: readonly number[],
  claims: ReadonlyMap<number, readonly Claim[]>,
  parts: EffortPart[],
): void {
  const buckets = [...bucketWeights(rows, claims)].sort(([a], [b]) => compareIds(a, b));
  const served = new Map<string, Served[]>();
  for (const each of servedIn(rows, claims)) addTo(served, each.target.bucket, each);
  divide(dayUnits, weightsOf(buckets)).forEach((share, at) => {
    const below = served.get(buckets[at]?.[0] ?? '') ?? [];
    const units = divide(
      share,
      below.map(({ weight }) => weight),
    );
    below.forEach(({ target, commits }, of) => {
      const each = divideEqually(units[of] ?? 0, commits.length);
      commits.forEach(({ row, evidence }, index) =>
        parts.push({ row, target, evidence, units: each[index] ?? 0 }),
      );
    });
  });
}

/** No day has commits by more people than this. */
const peopleOfDay = 2 ** 21;

/** The rows of each person-day with changes. */
export function personDays(landings: Landings): (readonly number[])[] {
  const days = new Map<number, number[]>();
  for (const row of changeRows(landings)) {
    addTo(days, (landings.days[row] ?? 0) * peopleOfDay + (landings.people[row] ?? 0), row);
  }
  return [...days.values()];
}

/** What the commits of one person-day serve, in key order. */
function servedIn(rows: readonly number[], claims: ReadonlyMap<number, readonly Claim[]>): Served[] {
  const served = new Map<string, Served>();
  for (const row of rows) {
    for (const { target, evidence, weight } of claims.get(row) ?? []) {
      let each = served.get(target.id);
      if (!each) served.set(target.id, (each = { target, weight: 0, commits: [] }));
      each.weight = Math.max(each.weight, weight);
      each.commits.push({ row, evidence });
    }
  }
  return [...served.values()].sort((a, b) => compareIds(a.target.id, b.target.id));
}

/** What each initiative may claim of the day: the most that any one commit gives it, and never more than the whole. */
function bucketWeights(
  rows: readonly number[],
  claims: ReadonlyMap<number, readonly Claim[]>,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const row of rows) {
    for (const [bucket, weight] of bucketsOf(claims.get(row) ?? [])) {
      weights.set(bucket, Math.max(weights.get(bucket) ?? 0, weight));
    }
  }
  return weights;
}

/** What each initiative may claim of one commit. */
function bucketsOf(claims: readonly Claim[]): Iterable<readonly [string, number]> {
  const [only] = claims;
  if (only && claims.length === 1) return [[only.target.bucket, Math.min(dayUnits, only.weight)]];
  const weights = new Map<string, number>();
  for (const { target, weight } of claims) {
    weights.set(target.bucket, Math.min(dayUnits, (weights.get(target.bucket) ?? 0) + weight));
  }
  return weights;
}

function weightsOf(buckets: readonly (readonly [string, number])[]): number[] {
  return buckets.map(([, weight]) => weight);
}
