import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal, Level } from '../goal/goal';
import { goalView } from '../views/goalView';
import { addTo } from './addTo';
import { evidences, type Evidence } from './attribution';
import { blockedChains, type ChainLink } from './blockedChains';
import { changeQuality, type ChangeQuality } from './changeQuality';
import { closedWork, type ClosedWork } from './closedWork';
import { customersServed, type CustomersServed } from './customersServed';
import { sumOf } from './effort';
import { effortByGoal, effortByRank, focusOf, type EffortRow, type RankGroup } from './goalEffort';
import { crowdOf, roleOf, roles, type Crowd, type Landings, type Role } from './landings';
import { lastLandings } from './lastLandings';
import { inversions, staleGoals, urgentGoals, type Inversion, type StaleGoal } from './neglected';
import { loggedPlan } from './loggedPlan';
import { planDrift, type PlanDrift } from './planDrift';
import { planVariance, type PlanVariance, type Targets } from './planVariance';
import { rework, type Rework } from './rework';
import type { ReportPeriod, ReportWeek } from './reportPeriod';
import { measuredWork, withoutGoal, type MeasuredWork, type RepositoryWork } from './repositoryWork';
import { effortOf, mergeTallies, shareOf, type Tally, type TallyEntry } from './tally';
import { timeToLand, type TimeToLand } from './timeToLand';
import type { UnlinkedPlace } from './unlinkedPlaces';

/** The input of a report. */
export interface ReportInput {
  /** The repositories to add up: at least one, all for the same period. */
  readonly repositories: readonly RepositoryWork[];
  readonly catalog: GoalCatalog;
  /** The folder whose goals file wins where trackers share a key. */
  readonly folder: string | undefined;
  readonly period: ReportPeriod;
  readonly level: Level;
  /** Epoch seconds from which days without a landing are counted back. */
  readonly asOf: number;
  /** The start of the day on which the report is made, in epoch seconds; defaults to `asOf`. */
  readonly now?: number;
  readonly staleDays: number;
  /** The shares of effort that the team wants; empty if it sets none. */
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
  /** Empty if none is given. */
  readonly reason: string;
}

/** One repository's part in a report. */
interface RepositoryShare {
  readonly name: string;
  /** Person-days, in `dayUnits`. */
  readonly effort: number;
  readonly changes: number;
  /** The commits of the period lie between these two; see `Landings`. */
  readonly base: string | undefined;
  readonly last: string | undefined;
}

/** A folder with effort without a goal, and its repository. */
interface RepositoryPlace extends UnlinkedPlace {
  readonly repository: string;
}

/** Whether the work that landed in a period follows the priorities. All effort is in `dayUnits`. */
export interface AlignmentReport {
  readonly period: ReportPeriod;
  readonly level: Level;
  readonly crowd: Crowd;
  /** How many commits of the period count, and how many do not, by reason. */
  readonly counted: Readonly<Record<Role, number>>;
  readonly wrongClocks: number;
  readonly repositories: readonly RepositoryShare[];
  readonly staleDays: number;
  /** A person who works in two repositories on one day counts in both. */
  readonly effort: number;
  /** The share of effort without a goal: going by what commits name alone, and by all evidence. */
  readonly unlinked: { readonly strict: number; readonly inferred: number };
  readonly rows: readonly EffortRow[];
  /** Epoch seconds of the last landing on a goal or below it, including landings after the period. */
  readonly lastLanded: ReadonlyMap<Goal, number>;
  readonly byRank: Readonly<Record<RankGroup, number>>;
  readonly byEvidence: Readonly<Record<Evidence, number>>;
  readonly weeks: readonly WeekEffort[];
  readonly initiatives: number;
  /** The number of equal initiatives with the same spread of effort. */
  readonly focus: number;
  /** Keys that commits name and no tracker has, most effort first. */
  readonly unknownKeys: readonly { readonly key: string; readonly effort: number }[];
  readonly declared: readonly DeclaredCommit[];
  readonly places: readonly RepositoryPlace[];
  /** Open goals of rank 1 and 2 on which work should land. */
  readonly urgentGoals: number;
  readonly stale: readonly StaleGoal[];
  readonly closed: readonly ClosedWork[];
  readonly inversions: readonly Inversion[];
  readonly chains: readonly ChainLink[];
  readonly timeToLand: TimeToLand;
  /** Undefined if lines were not read. */
  readonly rework: Rework | undefined;
  readonly quality: ChangeQuality;
  readonly customers: CustomersServed;
  readonly variance: PlanVariance | undefined;
  readonly drift: PlanDrift | undefined;
  readonly tally: Tally;
  /** The data behind the report, for looking up its commits. */
  readonly works: readonly MeasuredWork[];
}

/** Above this share of effort that names no goal, a report is not representative of the work. */
export const notRepresentative = 0.3;

/** Measures a period. Pure: the same commits and goals give the same report. */
export function alignmentReport(input: ReportInput): AlignmentReport {
  const { catalog, folder, level, period } = input;
  const works = input.repositories.map(measuredWork);
  const landings = works.map((each) => each.landings);
  const parts = works.flatMap((each) => each.parts);
  const tally = mergeTallies(works.map((each) => each.tally));
  const effort = sumOf(parts);
  const rows = effortByGoal(tally, level, catalog);
  const lastLanded = lastLandings(works, catalog);
  const byRank = effortByRank(tally, catalog);
  const urgent = urgentGoals(catalog, folder);
  const stale = staleGoals(urgent, lastLanded, { ...input, timeZone: period.timeZone });
  const isStale = new Set(stale.map(({ goal }) => goal));
  const unnamed = works.reduce((sum, each) => sum + each.unnamed, 0);
  return {
    period,
    level,
    crowd: crowdOf(landings),
    counted: countedIn(landings),
    wrongClocks: landings.reduce((sum, each) => sum + each.wrongClocks, 0),
    repositories: works.map(shareIn),
    staleDays: input.staleDays,
    effort,
    unlinked: { strict: shareOf(unnamed, effort), inferred: shareOf(withoutGoal(parts), effort) },
    rows,
    lastLanded,
    byRank,
    byEvidence: byEvidence(tally),
    weeks: weeksOf(period, tally, catalog),
    ...focusOf(tally),
    unknownKeys: unknownKeys(tally),
    declared: landings.flatMap(declaredIn),
    places: placesIn(works),
    urgentGoals: urgent.length,
    stale,
    closed: closedWork(works, catalog),
    inversions: inversions(catalog, folder, rows, goalsWithEffort(tally, catalog)),
    chains: blockedChains(catalog, folder, (goal) => isStale.has(goal)),
    timeToLand: timeToLand(works, period, catalog),
    rework: rework(works, period, catalog, input.now ?? input.asOf),
    quality: changeQuality(landings),
    customers: customersServed(rows, catalog),
    variance: planVariance(input.plan, rows, byRank),
    drift: planDrift(works, catalog, loggedPlan(catalog, period)),
    tally,
    works,
  };
}

function shareIn({ name, landings, parts }: MeasuredWork): RepositoryShare {
  const { base, last } = landings;
  return { name, effort: sumOf(parts), changes: countedIn([landings]).change, base, last };
}

function placesIn(works: readonly MeasuredWork[]): RepositoryPlace[] {
  return works
    .flatMap(({ name, places }) => places.map((place) => ({ ...place, repository: name })))
    .sort((a, b) => b.effort - a.effort);
}

function countedIn(all: readonly Landings[]): Record<Role, number> {
  const counted = Object.fromEntries(roles.map((role) => [role, 0])) as Record<Role, number>;
  for (const landings of all) {
    for (let row = 0; row < landings.count; row += 1) {
      if ((landings.weeks[row] ?? 0) < landings.period.weeks.length) counted[roleOf(landings, row)] += 1;
    }
  }
  return counted;
}

function byEvidence(tally: Tally): Record<Evidence, number> {
  const sums = Object.fromEntries(evidences.map((each) => [each, 0])) as Record<Evidence, number>;
  for (const { evidence, effort } of tally) sums[evidence] += effort;
  return sums;
}

function weeksOf({ weeks }: ReportPeriod, tally: Tally, catalog: GoalCatalog): WeekEffort[] {
  const byWeek = new Map<string, TallyEntry[]>();
  for (const entry of tally) addTo(byWeek, entry.week, entry);
  return weeks.map((week) => {
    const entries = byWeek.get(week.name) ?? [];
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
  for (const { target, effort } of tally) if (target.kind === 'goal' && effort > 0) goals.add(target.goal);
  return new Set([...goals].flatMap((goal) => [goal, ...goalView(goal, catalog).ancestors]));
}
