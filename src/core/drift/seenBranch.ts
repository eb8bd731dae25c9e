import type { GoalView } from '../views/goalView';
import { driftOf, type Change } from './driftOf';
import { noticed, noticedAt } from './noticed';
import { isOf, isSnapshot, snapshotOf, type GoalSnapshot } from './goalSnapshot';

/** A branch's goals as they were when first seen on it, or last acknowledged. */
export interface SeenBranch {
  /** Distinguishes the branch from another with the same name; absent if git does not say. */
  readonly created?: string;
  /** When the branch was last looked at, in epoch milliseconds. */
  readonly at: number;
  /** Since when it is known that nobody has looked at it for long, in epoch milliseconds. */
  readonly unusedSince?: number;
  readonly goals: readonly GoalSnapshot[];
}

/** What has changed about one goal of a branch. */
export interface GoalDrift {
  readonly view: GoalView;
  readonly changes: readonly Change[];
}

/** Reads what was stored for a branch; undefined if it is unusable. */
export function readSeenBranch(value: unknown): SeenBranch | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { created, at, unusedSince, goals } = value as Partial<Record<keyof SeenBranch, unknown>>;
  if (typeof at !== 'number' || !Array.isArray(goals) || !goals.every(isSnapshot)) return undefined;
  return {
    at,
    goals,
    ...(typeof created === 'string' && { created }),
    ...(typeof unusedSince === 'number' && { unusedSince }),
  };
}

/**
 * Updates a branch's stored goals to those that it serves now: new goals are recorded as they are. Goals that have left
 * it are forgotten, but only once all goals have been read. Returns the same object if nothing changed.
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

/**
 * Notes when each change to the branch's goals was first noticed. Only for goals of which everything has been read: what
 * seems undone while it is being read would get a new time. Returns the same object if nothing is new.
 */
export function noticeDrift(seen: SeenBranch, views: readonly GoalView[], now: number): SeenBranch {
  const goals = seen.goals.map((snapshot) => {
    const view = views.find(({ goal }) => isOf(snapshot, goal));
    return view ? noticed(snapshot, driftOf(snapshot, view), now) : snapshot;
  });
  return goals.every((each, at) => each === seen.goals[at]) ? seen : { ...seen, at: now, goals };
}

/** Records a branch's goals as they are now, so that nothing counts as changed. */
export function acknowledge(seen: SeenBranch, views: readonly GoalView[], now: number): SeenBranch {
  return { ...seen, at: now, goals: views.map((view) => snapshotOf(view, now)) };
}

/** What has changed about a branch's goals since they were first seen on it, or last acknowledged. */
export function branchDrift({ goals }: SeenBranch, views: readonly GoalView[]): GoalDrift[] {
  return views.flatMap((view) => {
    const snapshot = goals.find((each) => isOf(each, view.goal));
    const changes = snapshot ? driftOf(snapshot, view).map((each) => withNotice(snapshot, each)) : [];
    return changes.length === 0 ? [] : [{ view, changes }];
  });
}

function withNotice(snapshot: GoalSnapshot, change: Change): Change {
  const time = change.at === undefined ? noticedAt(snapshot, change) : undefined;
  return time === undefined ? change : { ...change, noticedAt: time };
}
