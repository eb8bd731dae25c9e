import type { PathMap } from '../paths/pathMap';
import { claimsOfPaths, strictClaims, unlinkedRows, type Claim } from './attribution';
import { changeParts, effortParts, sumOf, type EffortPart } from './effort';
import { changeRows, type Landings } from './landings';
import type { LandedLines } from './lineReplay';
import type { PlanVersion } from './planVersion';
import type { ReportTargets } from './reportTarget';
import { tallyOf, type Tally } from './tally';
import { unlinkedPlaces, type UnlinkedPlace } from './unlinkedPlaces';

/** What landed in one repository, and what links it to goals. */
export interface RepositoryWork {
  /** What people call the repository. */
  readonly name: string;
  readonly landings: Landings;
  /** What commits, reverts and merges say; see `attribute`. */
  readonly claims: ReadonlyMap<number, readonly Claim[]>;
  /** The files of the commits that those leave without a goal; see `rowsWithoutGoal`. */
  readonly pathsOf: ReadonlyMap<number, readonly string[]>;
  readonly pathMap: PathMap | undefined;
  readonly targets: ReportTargets;
  /** The plan as it changed, the oldest first; left out where it is known as it is today alone. */
  readonly planVersions?: readonly PlanVersion[];
  /** The lines of each landing, by its row; left out where they were not read. */
  readonly lines?: ReadonlyMap<number, LandedLines> | undefined;
}

/** The work of one repository, measured: all of it adds up over repositories. */
export interface MeasuredWork {
  readonly name: string;
  readonly landings: Landings;
  /** What everything says, files too. */
  readonly claims: ReadonlyMap<number, readonly Claim[]>;
  readonly parts: readonly EffortPart[];
  readonly tally: Tally;
  /** Person-days of commits that name no goal themselves, in `dayUnits`. */
  readonly unnamed: number;
  readonly places: readonly UnlinkedPlace[];
  /** The files of a commit that nothing links. */
  readonly unclaimed: (row: number) => readonly string[];
  readonly planVersions: readonly PlanVersion[];
  readonly lines: ReadonlyMap<number, LandedLines> | undefined;
}

/** Measures what landed in one repository. */
export function measuredWork(work: RepositoryWork): MeasuredWork {
  const { name, landings, lines, planVersions = [] } = work;
  const claims = withPaths(work);
  const parts = effortParts(landings, claims);
  const unclaimed = unclaimedPaths(work);
  return {
    name,
    landings,
    claims,
    parts,
    tally: tallyOf(landings, parts, changeParts(landings, claims)),
    unnamed: withoutGoal(effortParts(landings, strictClaims(claims))),
    places: unlinkedPlaces(parts, unclaimed),
    unclaimed,
    planVersions,
    lines,
  };
}

/** The rows of the commits that did something that is wanted, newest first. */
export function rowsBehind(
  { landings, parts }: MeasuredWork,
  isWanted: (part: EffortPart) => boolean,
): number[] {
  const wanted = new Set(parts.filter((part) => part.units > 0 && isWanted(part)).map(({ row }) => row));
  return [...changeRows(landings)].filter((row) => wanted.has(row));
}

/** What the parts without a goal sum to. */
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
