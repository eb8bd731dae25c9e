import { isClosed, levels, type Goal, type Impact, type Rank } from '../goal/goal';
import type { GoalCatalog } from './goalCatalog';
import { effectiveImpact, effectivePriority } from './inheritance';

/** A goal with what it is ranked by; each value is its own or its nearest ancestor's. */
export interface RankedGoal {
  readonly goal: Goal;
  readonly rank: Rank;
  readonly impact?: Impact;
  readonly targetDate?: string;
}

/**
 * Open goals, most important first: by rank (not set comes last), then impact, then target date (none comes last),
 * then level from the top down. Objectives are directions, not work, and are left out.
 */
export function rankGoals(goals: readonly Goal[], catalog: GoalCatalog): RankedGoal[] {
  return goals
    .filter((goal) => !isClosed(goal) && goal.level !== 'objective')
    .map((goal): RankedGoal => {
      const impact = effectiveImpact(goal, catalog)?.value;
      const targetDate = [goal, ...catalog.ancestors(goal)].find((at) => at.targetDate)?.targetDate;
      return {
        goal,
        rank: effectivePriority(goal, catalog)?.value.rank ?? 0,
        ...(impact && { impact }),
        ...(targetDate && { targetDate }),
      };
    })
    .sort(compareRanked);
}

/** Orders two ranked goals, the more important first. */
export function compareRanked(a: RankedGoal, b: RankedGoal): number {
  return (
    orderOfRank(a.rank) - orderOfRank(b.rank) ||
    compareImpact(a.impact, b.impact) ||
    compareText(a.targetDate ?? '9999', b.targetDate ?? '9999') ||
    levels.indexOf(a.goal.level) - levels.indexOf(b.goal.level) ||
    compareText(a.goal.key, b.goal.key)
  );
}

function orderOfRank(rank: Rank): number {
  return rank === 0 ? 5 : rank;
}

/** Unlike units are never mixed: customers decide, then requests, then the tracker's own score. */
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
