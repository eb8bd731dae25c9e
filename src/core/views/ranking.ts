import type { GoalCatalog } from '../catalog/goalCatalog';
import { levels, type Goal, type Impact, type Rank } from '../goal/goal';
import { goalView, type GoalView } from './goalView';

/** Open goals that are work, most important first: objectives are directions, not work, and are left out. */
export function rankGoals(goals: readonly Goal[], catalog: GoalCatalog): GoalView[] {
  return openGoals(goals, catalog).filter((view) => !isDirection(view));
}

/**
 * Open goals of every level, most important first: by rank (not set comes last), then impact, then target date (none
 * comes last), then level from the top down.
 */
export function openGoals(goals: readonly Goal[], catalog: GoalCatalog): GoalView[] {
  return goals
    .map((goal) => goalView(goal, catalog))
    .filter(({ isClosed }) => !isClosed)
    .sort(compareRanked);
}

/** Whether a goal is an objective: a direction, not work. */
export function isDirection({ goal }: GoalView): boolean {
  return goal.level === 'objective';
}

/** The parts of a goal's view that decide its place in a list of priorities. */
export type RankedBy = Pick<GoalView, 'goal' | 'rank' | 'impact' | 'target'>;

/** Orders two goals by urgency alone: an open one before a closed one, then by rank. */
export function compareUrgency(
  a: Pick<GoalView, 'isClosed' | 'rank'>,
  b: Pick<GoalView, 'isClosed' | 'rank'>,
): number {
  return Number(a.isClosed) - Number(b.isClosed) || orderOfRank(a.rank) - orderOfRank(b.rank);
}

/** Orders two goals, the more important first. */
export function compareRanked(a: RankedBy, b: RankedBy): number {
  return (
    orderOfRank(a.rank) - orderOfRank(b.rank) ||
    compareImpact(a.impact?.value, b.impact?.value) ||
    compareText(a.target?.value.date ?? '9999', b.target?.value.date ?? '9999') ||
    levels.indexOf(a.goal.level) - levels.indexOf(b.goal.level) ||
    compareText(a.goal.key, b.goal.key)
  );
}

function orderOfRank(rank: Rank): number {
  return rank === 0 ? 5 : rank;
}

/** Different units are never mixed: customers decide, then requests, then the tracker's own score. */
function compareImpact(a: Impact | undefined, b: Impact | undefined): number {
  for (const part of ['customers', 'requests', 'score'] as const) {
    const difference = (b?.[part]?.value ?? 0) - (a?.[part]?.value ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
