import { isSameGoal } from '../goal/goal';
import type { GoalView } from './goalView';

/** The waiting goals that are more urgent than a piece of work. */
export interface MoreUrgent {
  /** The most urgent one. */
  readonly first: GoalView;
  readonly count: number;
}

/**
 * The open goals with a higher priority than the work, except those that contain it or belong to it, and those that
 * cannot start because they wait for others.
 *
 * @param ranked open goals, most important first
 */
export function moreUrgentThan(work: GoalView, ranked: readonly GoalView[]): MoreUrgent | undefined {
  const rankOf = ({ rank }: GoalView): number => (rank === 0 ? 5 : rank);
  const chain = [work.goal, ...work.ancestors];
  const found = ranked.filter(
    (view) =>
      rankOf(view) < rankOf(work) &&
      view.goal.status?.category !== 'blocked' &&
      view.dependencies.openBlockers.length === 0 &&
      !chain.some((each) => isSameGoal(each, view.goal)) &&
      !view.ancestors.some((each) => isSameGoal(each, work.goal)),
  );
  const [first] = found;
  return first && { first, count: found.length };
}
