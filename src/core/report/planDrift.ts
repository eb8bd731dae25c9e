import type { GoalCatalog } from '../catalog/goalCatalog';
import { normalizeKey } from '../goal/goalKey';
import type { Goal, Rank } from '../goal/goal';
import { goalView } from '../views/goalView';
import type { PlanVersion } from './planVersion';
import type { MeasuredWork } from './repositoryWork';

/** That a goal's own priority, status or date changed. */
interface PlanChange {
  /** As it was afterwards. */
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
  /** Person-days that landed when their goal had another rank than today, in `dayUnits`. */
  readonly otherRank: number;
}

/**
 * Plan drift: changes of rank, status and target date of goals in the period, and Σ person-days that landed at a rank
 * other than today's. Undefined where no plan is known over time.
 */
export function planDrift(works: readonly MeasuredWork[], catalog: GoalCatalog): PlanDrift | undefined {
  const planned = works.filter(({ planVersions }) => planVersions.length > 0);
  if (planned.length === 0) return undefined;
  const changes = planned.flatMap(({ planVersions }) =>
    planVersions.slice(1).flatMap((version, at) => changesTo(version, planVersions[at] ?? version)),
  );
  const otherRank = planned.reduce((sum, work) => sum + effortAtOtherRank(work, catalog), 0);
  return { changes: changes.sort((a, b) => a.at - b.at), otherRank };
}

function changesTo({ since: at, catalog }: PlanVersion, before: PlanVersion): PlanChange[] {
  const earlier = new Map(before.catalog.all().map((goal) => [normalizeKey(goal.key), goal]));
  return catalog.all().flatMap((goal) => {
    const was = earlier.get(normalizeKey(goal.key));
    if (!was) return [];
    const values = [
      ['priority', was.priority?.label, goal.priority?.label],
      ['status', was.status?.name, goal.status?.name],
      ['target', was.targetDate, goal.targetDate],
    ] as const;
    return values.flatMap(([what, from, to]) => (from === to ? [] : { goal, at, what, from, to }));
  });
}

function effortAtOtherRank({ landings, parts, planVersions }: MeasuredWork, catalog: GoalCatalog): number {
  let sum = 0;
  for (const { row, target, units } of parts) {
    if (target.kind !== 'goal') continue;
    const then = rankAt(planVersions, target.goal, landings.landed[row] ?? 0);
    if (then !== undefined && then !== goalView(target.goal, catalog).rank) sum += units;
  }
  return sum;
}

/** The effective rank that a goal had at a moment; undefined where the plan did not have it. */
function rankAt(
  versions: readonly PlanVersion[],
  { key, trackerId }: Goal,
  moment: number,
): Rank | undefined {
  const version = versions.findLast(({ since }) => since <= moment);
  const found = version?.catalog.in().find(key);
  return version && found?.trackerId === trackerId ? goalView(found, version.catalog).rank : undefined;
}
