import type { GoalCatalog } from '../catalog/goalCatalog';
import { normalizeKey } from '../goal/goalKey';
import type { Goal, Rank } from '../goal/goal';
import { goalView } from '../views/goalView';
import type { PlanVersion } from './planVersion';
import type { MeasuredWork } from './repositoryWork';

/** A change of a goal's own priority, status or date. */
interface PlanChange {
  /** The goal after the change. */
  readonly goal: Goal;
  /** Epoch seconds. */
  readonly at: number;
  readonly what: 'priority' | 'status' | 'target';
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** How the plan changed while work landed. */
export interface PlanDrift {
  /** Oldest first. */
  readonly changes: readonly PlanChange[];
  /** Person-days that landed while their goal had a rank other than today's, in `dayUnits`. */
  readonly otherRank: number;
}

/**
 * Plan drift: changes of goals' rank, status and target date in the period, and Σ person-days that landed at a rank
 * other than today's. Undefined if the plan's history is unknown.
 *
 * @param logged the trackers' plan, as its changes were seen
 */
export function planDrift(
  works: readonly MeasuredWork[],
  catalog: GoalCatalog,
  logged: readonly PlanVersion[],
): PlanDrift | undefined {
  const plans = [...works.map(({ planVersions }) => planVersions), logged];
  if (plans.every((plan) => plan.length === 0)) return undefined;
  const changes = plans.flatMap((plan) =>
    plan.slice(1).flatMap((version, at) => changesTo(version, plan[at] ?? version)),
  );
  const otherRank = works.reduce((sum, work) => sum + effortAtOtherRank(work, catalog, logged), 0);
  return { changes: changes.sort((a, b) => a.at - b.at), otherRank };
}

function changesTo({ since: at, catalog }: PlanVersion, before: PlanVersion): PlanChange[] {
  const idOf = ({ key, trackerId }: Goal): string => `${normalizeKey(key)}\n${trackerId}`;
  const earlier = new Map(before.catalog.all().map((goal) => [idOf(goal), goal]));
  return catalog.all().flatMap((goal) => {
    const was = earlier.get(idOf(goal));
    if (!was) return [];
    const values = [
      ['priority', was.priority?.label, goal.priority?.label],
      ['status', was.status?.name, goal.status?.name],
      ['target', was.targetDate, goal.targetDate],
    ] as const;
    return values.flatMap(([what, from, to]) => (from === to ? [] : { goal, at, what, from, to }));
  });
}

function effortAtOtherRank(
  { landings, parts, planVersions }: MeasuredWork,
  catalog: GoalCatalog,
  logged: readonly PlanVersion[],
): number {
  let sum = 0;
  for (const { row, target, units } of parts) {
    if (target.kind !== 'goal') continue;
    const landed = landings.landed[row] ?? 0;
    const then = rankAt(planVersions, target.goal, landed) ?? rankAt(logged, target.goal, landed);
    if (then !== undefined && then !== goalView(target.goal, catalog).rank) sum += units;
  }
  return sum;
}

/** The effective rank of a goal at a moment; undefined if the plan did not contain it. */
function rankAt(
  versions: readonly PlanVersion[],
  { key, trackerId }: Goal,
  moment: number,
): Rank | undefined {
  const version = versions.findLast(({ since }) => since <= moment);
  const found = version?.catalog.in().find(key);
  return version && found?.trackerId === trackerId ? goalView(found, version.catalog).rank : undefined;
}
