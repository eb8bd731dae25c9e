import { statusCategories, type Goal, type Rank, type StatusCategory } from '../goal/goal';
import type { GoalView, Target } from '../views/goalView';

/** The parts of a goal that matter to somebody working on it, as they were when the work began. */
export interface GoalSnapshot {
  readonly trackerId: string;
  readonly id: string;
  /** In epoch milliseconds. */
  readonly takenAt: number;
  readonly category?: StatusCategory;
  /** The rank of its effective priority. */
  readonly rank: Rank;
  /** The keys of its blockers; its own blocked status counts as one with an empty key. */
  readonly blockers: readonly string[];
  /** The id of its initiative, and what people called it. */
  readonly initiative: { readonly id: string; readonly key: string };
  /** The id of the nearest ancestor that was already closed. */
  readonly closedAbove?: string;
  readonly target?: Target;
  /** When each change since then was first noticed, in epoch milliseconds, by the name of what has come to be. */
  readonly noticed?: Readonly<Record<string, number>>;
}

/** A snapshot of a goal as it is now. */
export function snapshotOf(view: GoalView, now: number): GoalSnapshot {
  const { goal, rank, initiative, closedAncestor, target } = view;
  return {
    trackerId: goal.trackerId,
    id: goal.id,
    takenAt: now,
    ...(goal.status && { category: goal.status.category }),
    rank,
    blockers: blockersOf(view),
    initiative: { id: initiative.id, key: initiative.key },
    ...(closedAncestor && { closedAbove: closedAncestor.id }),
    ...(target && { target: target.value }),
  };
}

/** The keys of a goal's blockers; an empty key if its own status says that it is blocked. */
export function blockersOf({ goal, dependencies }: GoalView): string[] {
  const own = goal.status?.category === 'blocked' ? [''] : [];
  return [...own, ...dependencies.openBlockers.map(({ key }) => key)];
}

/** Whether a snapshot is of this goal. */
export function isOf({ trackerId, id }: GoalSnapshot, goal: Goal): boolean {
  return trackerId === goal.trackerId && id === goal.id;
}

/** Whether a stored value is a snapshot: an earlier version may have written something else. */
export function isSnapshot(value: unknown): value is GoalSnapshot {
  if (typeof value !== 'object' || value === null) return false;
  const { trackerId, id, takenAt, category, rank, blockers, initiative, closedAbove, target, noticed } =
    value as Partial<Record<keyof GoalSnapshot, unknown>>;
  return (
    [trackerId, id].every((each) => typeof each === 'string') &&
    typeof takenAt === 'number' &&
    (category === undefined || (statusCategories as readonly unknown[]).includes(category)) &&
    [0, 1, 2, 3, 4].includes(rank as number) &&
    Array.isArray(blockers) &&
    blockers.every((each) => typeof each === 'string') &&
    hasTexts(initiative, ['id', 'key']) &&
    (closedAbove === undefined || typeof closedAbove === 'string') &&
    (target === undefined || hasTexts(target, ['date'])) &&
    areTimesOrNone(noticed)
  );
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
}

/** Nothing is noted of a goal that has not changed, nor by an earlier version. */
function areTimesOrNone(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((each) => typeof each === 'number');
}
