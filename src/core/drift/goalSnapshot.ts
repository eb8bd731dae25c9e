import { statusCategories, type Goal, type Rank, type StatusCategory } from '../goal/goal';
import type { GoalView, Target } from '../views/goalView';

/** What of a goal matters to somebody who works for it, as it was when they began. */
export interface GoalSnapshot {
  readonly trackerId: string;
  readonly id: string;
  /** In epoch milliseconds. */
  readonly takenAt: number;
  readonly category?: StatusCategory;
  /** Of its effective priority. */
  readonly rank: Rank;
  /** The keys of what stood in its way; its own status counts as one without a key. */
  readonly blockers: readonly string[];
  /** The id of its initiative, and how people knew it. */
  readonly initiative: { readonly id: string; readonly key: string };
  /** The id of the nearest goal above that was over already. */
  readonly closedAbove?: string;
  readonly target?: Target;
}

/** What of a goal matters, as it is now. */
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

/** The keys of what stands in a goal's way; the empty key where its own status says that it is blocked. */
export function blockersOf({ goal, dependencies }: GoalView): string[] {
  const own = goal.status?.category === 'blocked' ? [''] : [];
  return [...own, ...dependencies.openBlockers.map(({ key }) => key)];
}

/** Whether a snapshot is of this goal. */
export function isOf({ trackerId, id }: GoalSnapshot, goal: Goal): boolean {
  return trackerId === goal.trackerId && id === goal.id;
}

/** Whether something that was kept is a snapshot: an earlier version may have written something else. */
export function isSnapshot(value: unknown): value is GoalSnapshot {
  if (typeof value !== 'object' || value === null) return false;
  const { trackerId, id, takenAt, category, rank, blockers, initiative, closedAbove, target } =
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
    (target === undefined || hasTexts(target, ['date']))
  );
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
}
