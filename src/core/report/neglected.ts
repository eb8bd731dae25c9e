import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal, Rank } from '../goal/goal';
import { goalView, type GoalView } from '../views/goalView';
import { compareRanked } from '../views/ranking';
import type { EffortRow } from './goalEffort';
import { clockDays } from './reportPeriod';

/** An urgent goal on which nothing lands. */
export interface StaleGoal {
  readonly goal: Goal;
  readonly rank: Rank;
  /** Epoch seconds; undefined if nothing landed since the period began: the work may be elsewhere. */
  readonly lastLanded: number | undefined;
}

/** A more urgent goal without effort while less urgent ones got some. */
export interface Inversion {
  readonly goal: Goal;
  readonly rank: Rank;
  /** Less urgent goals with effort, most effort first. */
  readonly over: readonly EffortRow[];
}

/** The statuses of goals on which work should land. */
const workedOn = new Set(['planned', 'active', 'blocked']);

/** Goals of rank 1 or 2 on which work should land: planned, active or blocked, or open without any status. */
export function urgentGoals(catalog: GoalCatalog, folder: string | undefined): GoalView[] {
  return ranked(catalog, folder).filter(
    ({ goal: { status }, rank }) =>
      (rank === 1 || rank === 2) && (status === undefined || workedOn.has(status.category)),
  );
}

/**
 * Stale urgent goals: urgent ones (see `urgentGoals`) with no landing on the goal or below it for `staleDays`
 * before `asOf` (epoch seconds), by the clock of the zone. A goal counts if it is an initiative or has a priority of its own.
 */
export function staleGoals(
  urgent: readonly GoalView[],
  last: ReadonlyMap<Goal, number>,
  limit: { readonly asOf: number; readonly staleDays: number; readonly timeZone: string },
): StaleGoal[] {
  const { asOf, staleDays, timeZone } = limit;
  return urgent
    .map(({ goal, rank }) => ({ goal, rank, lastLanded: last.get(goal) }))
    .filter(
      ({ lastLanded }) => lastLanded === undefined || clockDays(lastLanded, asOf, timeZone) > staleDays,
    );
}

/**
 * Priority inversions: pairs of an open, unblocked goal without effort in the period, on itself or below it, and a goal
 * of a less urgent rank (a larger number) that got effort.
 */
export function inversions(
  catalog: GoalCatalog,
  folder: string | undefined,
  rows: readonly EffortRow[],
  withEffort: ReadonlySet<Goal>,
): Inversion[] {
  const goals = rows.filter(({ subject, effort }) => subject.kind === 'goal' && effort > 0);
  return ranked(catalog, folder)
    .filter((view) => view.rank > 0 && !withEffort.has(view.goal) && !isBlocked(view))
    .map(({ goal, rank }) => ({
      goal,
      rank,
      over: goals.filter((row) => row.rank > rank).sort((a, b) => b.effort - a.effort),
    }))
    .filter(({ over }) => over.length > 0);
}

/** Open goals that are initiatives or have their own priority, most important first. */
function ranked(catalog: GoalCatalog, folder: string | undefined): GoalView[] {
  return catalog
    .all(folder)
    .map((goal) => goalView(goal, catalog))
    .filter(
      ({ goal, isClosed, closedAncestor, priority }) =>
        !isClosed &&
        !closedAncestor &&
        goal.level !== 'objective' &&
        (priority?.from === goal || goal.level === 'initiative'),
    )
    .sort(compareRanked);
}

function isBlocked({ goal, dependencies }: GoalView): boolean {
  return goal.status?.category === 'blocked' || dependencies.openBlockers.length > 0;
}
