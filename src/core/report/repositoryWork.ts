import type { PathMap } from '../paths/pathMap';
import { claimsOfPaths, strictly, unlinkedRows, type Claim } from './attribution';
import { changeParts, effortParts, personDays, sumOf, type EffortPart } from './effort';
import { changeRows, type Landings } from './landings';
import type { LandedLines } from './lineReplay';
import type { PlanVersion } from './planVersion';
import type { ReportTargets } from './reportTarget';
import { tallyOf, type Tally } from './tally';
import { unlinkedPlaces, type UnlinkedPlace } from './unlinkedPlaces';

/** What landed in one repository, and what links it to goals. */
export interface RepositoryWork {
  /** The repository's display name. */
  readonly name: string;
  readonly landings: Landings;
  /** What commits, reverts and merges say; see `attribute`. */
  readonly claims: ReadonlyMap<number, readonly Claim[]>;
  /** The files of the commits that those claims leave without a goal; see `rowsWithoutGoal`. */
  readonly pathsOf: ReadonlyMap<number, readonly string[]>;
  readonly pathMap: PathMap | undefined;
  readonly targets: ReportTargets;
  /** The plan's versions, oldest first; left out if only today's plan is known. */
  readonly planVersions?: readonly PlanVersion[];
  /** Whether there are older versions, which were not read. */
  readonly isPlanCut?: boolean;
  /** The lines of each landing, by its row; left out if they were not read. */
  readonly lines?: ReadonlyMap<number, LandedLines> | undefined;
}

/** The measured work of one repository; all of it adds up across repositories. */
export interface MeasuredWork {
  readonly name: string;
  readonly landings: Landings;
  /** Going by all evidence, files included. */
  readonly claims: ReadonlyMap<number, readonly Claim[]>;
  readonly parts: readonly EffortPart[];
  readonly tally: Tally;
  /** Person-days of commits that name no goal themselves, in `dayUnits`. */
  readonly unnamed: number;
  readonly places: readonly UnlinkedPlace[];
  /** The files of a commit that nothing links. */
  readonly unclaimed: (row: number) => readonly string[];
  readonly planVersions: readonly PlanVersion[];
  readonly isPlanCut: boolean;
  readonly lines: ReadonlyMap<number, LandedLines> | undefined;
}

/** Measures what landed in one repository. */
export function measuredWork(work: RepositoryWork): MeasuredWork {
  const { name, landings, lines, planVersions = [], isPlanCut = false } = work;
  const effort = effortOfClaims(landings, withPaths(work));
  const unclaimed = unclaimedPaths(work);
  const places = unlinkedPlaces(effort.parts, unclaimed);
  return { name, landings, ...effort, places, unclaimed, planVersions, isPlanCut, lines };
}

/** The measures that depend on landings and claims alone. */
type ClaimedEffort = Pick<MeasuredWork, 'claims' | 'parts' | 'tally' | 'unnamed'>;
/** The last effort measured for each history: a report shown in stages needs that of the same claims several times. */
const measured = new WeakMap<Landings, ClaimedEffort>();

/** Measures effort, which takes most of the time; `measuredWork` of the same claims then finds it measured. */
export function effortOfClaims(landings: Landings, claims: MeasuredWork['claims']): ClaimedEffort {
  const last = measured.get(landings);
  if (last?.claims === claims) return last;
  const days = personDays(landings);
  const parts = effortParts(days, claims);
  const tally = tallyOf(landings, parts, changeParts(landings, claims));
  const effort = { claims, parts, tally, unnamed: withoutGoal(parts) + onlyInferred(days, claims) };
  measured.set(landings, effort);
  return effort;
}

/** How much more effort is without a goal if only what commits name counts: only some days differ in that. */
function onlyInferred(days: readonly (readonly number[])[], claims: MeasuredWork['claims']): number {
  const isInferred = (row: number): boolean => {
    const own = claims.get(row) ?? [];
    return strictly(own) !== own;
  };
  const differing = days.filter((rows) => rows.some(isInferred));
  const strict = new Map(differing.flat().map((row) => [row, strictly(claims.get(row) ?? [])]));
  return withoutGoal(effortParts(differing, strict)) - withoutGoal(effortParts(differing, claims));
}

/** The rows of the commits with a wanted part, newest first. */
export function rowsBehind(
  { landings, parts }: MeasuredWork,
  isWanted: (part: EffortPart) => boolean,
): number[] {
  const wanted = new Set(parts.filter((part) => part.units > 0 && isWanted(part)).map(({ row }) => row));
  return [...changeRows(landings)].filter((row) => wanted.has(row));
}

/** The sum of the parts without a goal. */
export function withoutGoal(parts: readonly EffortPart[]): number {
  return sumOf(parts.filter(({ target }) => target.kind === 'none'));
}

function withPaths({
  landings,
  claims,
  pathsOf,
  pathMap,
  targets,
}: RepositoryWork): ReadonlyMap<number, readonly Claim[]> {
  if (!pathMap) return claims;
  const all = new Map(claims);
  for (const row of unlinkedRows(landings, claims))
    all.set(row, claimsOfPaths(pathsOf.get(row) ?? [], pathMap, targets));
  return all;
}

/** The files of a commit that no rule links. */
function unclaimedPaths({ pathsOf, pathMap }: RepositoryWork): (row: number) => readonly string[] {
  return (row) => {
    const paths = pathsOf.get(row) ?? [];
    return pathMap ? paths.filter((path) => (pathMap.match(path)?.keys.length ?? 0) === 0) : paths;
  };
}
