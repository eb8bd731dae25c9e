import type { GoalView } from '../views/goalView';
import { driftOf, type Change } from './driftOf';
import { isOf, isSnapshot, snapshotOf, type GoalSnapshot } from './goalSnapshot';

/** The goals of a branch as they were when they were first seen on it, or last acknowledged. */
export interface SeenBranch {
  /** What tells the branch from another one of its name; absent where git does not say. */
  readonly created?: string;
  /** When it was last looked at, in epoch milliseconds. */
  readonly at: number;
  readonly goals: readonly GoalSnapshot[];
}

/** What has changed about one goal of a branch. */
export interface GoalDrift {
  readonly view: GoalView;
  readonly changes: readonly Change[];
}

/** What was kept of a branch; undefined where it is of no use. */
export function readSeenBranch(value: unknown): SeenBranch | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { created, at, goals } = value as Partial<Record<keyof SeenBranch, unknown>>;
  if (typeof at !== 'number' || !Array.isArray(goals) || !goals.every(isSnapshot)) return undefined;
  return { at, goals, ...(typeof created === 'string' && { created }) };
}

/**
 * Brings what is kept of a branch in step with the goals that it serves: goals that are new on it are taken as they are
 * now. Those that have left it are forgotten, but only where all goals are read. The same object where nothing changes.
 */
export function settleSeen(
  seen: SeenBranch,
  views: readonly GoalView[],
  { now, isComplete }: { readonly now: number; readonly isComplete: boolean },
): SeenBranch {
  const isShown = (snapshot: GoalSnapshot): boolean => views.some(({ goal }) => isOf(snapshot, goal));
  const kept = seen.goals.filter((each) => !isComplete || isShown(each));
  const added = views
    .filter(({ goal }) => !seen.goals.some((each) => isOf(each, goal)))
    .map((view) => snapshotOf(view, now));
  const isSame = added.length === 0 && kept.length === seen.goals.length;
  return isSame ? seen : { ...seen, at: now, goals: [...kept, ...added] };
}

/** The goals of a branch as they are now: nothing has changed since. */
export function acknowledge(seen: SeenBranch, views: readonly GoalView[], now: number): SeenBranch {
  return { ...seen, at: now, goals: views.map((view) => snapshotOf(view, now)) };
}

/** What has changed about the goals of a branch since they were first seen on it, or last acknowledged. */
export function branchDrift({ goals }: SeenBranch, views: readonly GoalView[]): GoalDrift[] {
  return views.flatMap((view) => {
    const snapshot = goals.find((each) => isOf(each, view.goal));
    const changes = snapshot ? driftOf(snapshot, view) : [];
    return changes.length === 0 ? [] : [{ view, changes }];
  });
}
