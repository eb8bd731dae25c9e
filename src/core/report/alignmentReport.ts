import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal, Level } from '../goal/goal';
import { goalView } from '../views/goalView';
import {
  claimsOfPaths,
  evidences,
  strictClaims,
  unlinkedRows,
  type Claim,
  type Evidence,
} from './attribution';
import { blockedChains, type ChainLink } from './blockedChains';
import { changeQuality, type ChangeQuality } from './changeQuality';
import { closedWork, type ClosedWork } from './closedWork';
import { customersServed, type CustomersServed } from './customersServed';
import { changeParts, effortParts, sumOf, type EffortPart } from './effort';
import { effortByGoal, effortByRank, focusOf, type EffortRow, type RankGroup } from './goalEffort';
import { roleOf, roles, type Crowd, type Landings, type Role } from './landings';
import { lastLandings } from './lastLandings';
import { inversions, staleGoals, urgentGoals, type Inversion, type StaleGoal } from './neglected';
import type { PathMap } from '../paths/pathMap';
import { planVariance, type PlanVariance, type Targets } from './planVariance';
import type { ReportPeriod, ReportWeek } from './reportPeriod';
import type { ReportTargets } from './reportTarget';
import { effortOf, shareOf, tallyOf, type Tally } from './tally';
import { timeToLand, type TimeToLand } from './timeToLand';
import { unlinkedPlaces, type UnlinkedPlace } from './unlinkedPlaces';

/** What a report is made of. */
export interface ReportInput {
  readonly landings: Landings;
  /** What commits, reverts and merges say; see `attribute`. */
  readonly claims: ReadonlyMap<number, readonly Claim[]>;
  /** The files of the commits that those leave without a goal; see `rowsWithoutGoal`. */
  readonly pathsOf: ReadonlyMap<number, readonly string[]>;
  readonly pathMap: PathMap | undefined;
  readonly catalog: GoalCatalog;
  readonly targets: ReportTargets;
  /** The folder whose goals file wins where trackers share a key. */
  readonly folder: string | undefined;
  readonly level: Level;
  /** Epoch seconds from which days without a landing are counted back. */
  readonly asOf: number;
  readonly staleDays: number;
  /** What the team wants effort to go to; empty where it does not say. */
  readonly plan: Targets;
}

/** A week of a report. */
interface WeekEffort {
  readonly week: ReportWeek;
  /** Person-days, in `dayUnits`. */
  readonly effort: number;
  readonly byRank: Readonly<Record<RankGroup, number>>;
  /** Initiatives in progress: those with effort. */
  readonly initiatives: number;
}

/** A commit that declares that it serves no goal. */
interface DeclaredCommit {
  readonly sha: string;
  readonly subject: string;
  /** Empty where none is given. */
  readonly reason: string;
}

/** Whether the work that landed in a period follows the priorities. All effort is in `dayUnits`. */
export interface AlignmentReport {
  readonly period: ReportPeriod;
  readonly level: Level;
  readonly crowd: Crowd;
  /** How many commits of the period count, and how many are left out and why. */
  readonly counted: Readonly<Record<Role, number>>;
  readonly wrongClocks: number;
  /** The commits of the period lie between these two; see `Landings`. */
  readonly base: string | undefined;
  readonly last: string | undefined;
  readonly staleDays: number;
  readonly effort: number;
  /** The share of effort without a goal: by what commits name alone, and by all evidence. */
  readonly unlinked: { readonly strict: number; readonly inferred: number };
  readonly rows: readonly EffortRow[];
  /** Epoch seconds of the last landing on a goal or below it, later than the period too. */
  readonly lastLanded: ReadonlyMap<Goal, number>;
  readonly byRank: Readonly<Record<RankGroup, number>>;
  readonly byEvidence: Readonly<Record<Evidence, number>>;
  readonly weeks: readonly WeekEffort[];
  readonly initiatives: number;
  /** The number of equal initiatives over which effort would be spread alike. */
  readonly focus: number;
  /** Keys that commits name and no tracker has, most effort first. */
  readonly unknownKeys: readonly { readonly key: string; readonly effort: number }[];
  readonly declared: readonly DeclaredCommit[];
  readonly places: readonly UnlinkedPlace[];
  /** Open goals of rank 1 and 2 on which work should land. */
  readonly urgentGoals: number;
  readonly stale: readonly StaleGoal[];
  readonly closed: readonly ClosedWork[];
  readonly inversions: readonly Inversion[];
  readonly chains: readonly ChainLink[];
  readonly timeToLand: TimeToLand;
  readonly quality: ChangeQuality;
  readonly customers: CustomersServed;
  readonly variance: PlanVariance | undefined;
  readonly tally: Tally;
}

/** Above this share of effort that names no goal, a report does not stand for the work. */
export const notRepresentative = 0.3;

/** Measures a period. Pure: the same commits and goals give the same report. */
export function alignmentReport(input: ReportInput): AlignmentReport {
  const { landings, catalog, folder, level } = input;
  const claims = withPaths(input);
  const parts = effortParts(landings, claims);
  const strict = effortParts(landings, strictClaims(claims));
  const tally = tallyOf(landings, parts, changeParts(landings, claims));
  const effort = sumOf(parts);
  const rows = effortByGoal(tally, level, catalog);
  const lastLanded = lastLandings(landings, claims, catalog);
  const byRank = effortByRank(tally, catalog);
  const urgent = urgentGoals(catalog, folder);
  const stale = staleGoals(urgent, lastLanded, input);
  const isStale = new Set(stale.map(({ goal }) => goal));
  return {
    period: landings.period,
    level,
    crowd: landings.crowd,
    counted: countedIn(landings),
    wrongClocks: landings.wrongClocks,
    base: landings.base,
    last: landings.last,
    staleDays: input.staleDays,
    effort,
    unlinked: { strict: unlinkedShare(strict), inferred: unlinkedShare(parts) },
    rows,
    lastLanded,
    byRank,
    byEvidence: byEvidence(tally),
    weeks: weeksOf(landings.period, tally, catalog),
    ...focusOf(tally),
    unknownKeys: unknownKeys(tally),
    declared: declaredIn(landings),
    places: unlinkedPlaces(parts, unclaimedPaths(input)),
    urgentGoals: urgent.length,
    stale,
    closed: closedWork(landings, parts),
    inversions: inversions(catalog, folder, rows, goalsWithEffort(tally, catalog)),
    chains: blockedChains(catalog, folder, (goal) => isStale.has(goal)),
    timeToLand: timeToLand(landings, claims, catalog),
    quality: changeQuality(landings),
    customers: customersServed(rows, catalog),
    variance: planVariance(input.plan, rows, byRank),
    tally,
  };
}

function withPaths({
  landings,
  claims,
  pathsOf,
  pathMap,
  targets,
}: ReportInput): ReadonlyMap<number, readonly Claim[]> {
  if (!pathMap) return claims;
  const all = new Map(claims);
  for (const row of unlinkedRows(landings, claims))
    all.set(row, claimsOfPaths(pathsOf.get(row) ?? [], pathMap, targets));
  return all;
}

/** The files of a commit that no rule links. */
function unclaimedPaths({ pathsOf, pathMap }: ReportInput): (row: number) => readonly string[] {
  return (row) => {
    const paths = pathsOf.get(row) ?? [];
    return pathMap ? paths.filter((path) => (pathMap.match(path)?.keys.length ?? 0) === 0) : paths;
  };
}

function unlinkedShare(parts: readonly EffortPart[]): number {
  return shareOf(sumOf(parts.filter(({ target }) => target.kind === 'none')), sumOf(parts));
}

function countedIn(landings: Landings): Record<Role, number> {
  const counted = Object.fromEntries(roles.map((role) => [role, 0])) as Record<Role, number>;
  for (let row = 0; row < landings.count; row += 1) {
    if ((landings.weeks[row] ?? 0) < landings.period.weeks.length) counted[roleOf(landings, row)] += 1;
  }
  return counted;
}

function byEvidence(tally: Tally): Record<Evidence, number> {
  const sums = Object.fromEntries(evidences.map((each) => [each, 0])) as Record<Evidence, number>;
  for (const { evidence, effort } of tally) sums[evidence] += effort;
  return sums;
}

function weeksOf({ weeks }: ReportPeriod, tally: Tally, catalog: GoalCatalog): WeekEffort[] {
  return weeks.map((week) => {
    const entries = tally.filter((entry) => entry.week === week.name);
    const { initiatives } = focusOf(entries);
    return { week, effort: effortOf(entries), byRank: effortByRank(entries, catalog), initiatives };
  });
}

function unknownKeys(tally: Tally): { key: string; effort: number }[] {
  const sums = new Map<string, number>();
  for (const { target, effort } of tally) {
    if (target.kind === 'unknown') sums.set(target.key, (sums.get(target.key) ?? 0) + effort);
  }
  return [...sums]
    .map(([key, effort]) => ({ key, effort }))
    .sort((a, b) => b.effort - a.effort || (a.key < b.key ? -1 : 1));
}

function declaredIn({
  count,
  facts,
  shas,
  subjects,
  roles: stored,
  weeks,
  period,
}: Landings): DeclaredCommit[] {
  const found: DeclaredCommit[] = [];
  for (let row = 0; row < count; row += 1) {
    const { withoutGoal, keys = [] } = facts[row] ?? {};
    const isCounted = stored[row] === 0 && (weeks[row] ?? 0) < period.weeks.length;
    if (withoutGoal === undefined || keys.length > 0 || !isCounted) continue;
    found.push({ sha: shas[row] ?? '', subject: subjects[row] ?? '', reason: withoutGoal });
  }
  return found;
}

function goalsWithEffort(tally: Tally, catalog: GoalCatalog): Set<Goal> {
  const goals = new Set<Goal>();
  for (const { target, effort } of tally) {
    if (target.kind !== 'goal' || effort === 0) continue;
    for (const goal of [target.goal, ...goalView(target.goal, catalog).ancestors]) goals.add(goal);
  }
  return goals;
}
