import type { Goal, Rank } from '../goal/goal';
import type { GoalView, Target } from '../views/goalView';
import { blockersOf, type GoalSnapshot } from './goalSnapshot';

/** One change to a goal since somebody began to work on it. */
export type Change = {
  /** When the tracker last changed the goal concerned, as an ISO timestamp, if that was after the snapshot. */
  readonly at?: string;
  /** When the change was first noticed here, in epoch milliseconds, if the tracker tells no time. */
  readonly noticedAt?: number;
} & (
  | { readonly kind: 'closed'; readonly category: 'done' | 'dropped'; readonly status: string }
  | { readonly kind: 'closedAbove'; readonly goal: Goal }
  | { readonly kind: 'priority'; readonly from: Rank; readonly to: Rank }
  | { readonly kind: 'blocked'; readonly status?: string; readonly by: readonly Goal[] }
  /** To another initiative, to its first one, or away from any: a goal without one above it is its own. */
  | { readonly kind: 'moved'; readonly fromKey?: string; readonly to?: Goal }
  | { readonly kind: 'due'; readonly from?: Target; readonly to?: Target }
);

/**
 * What has changed about a goal since a snapshot of it, most important first: it or a goal above it was closed, its
 * priority, its blockers, its initiative, its date. Relief, such as a removed blocker, is not drift.
 */
export function driftOf(snapshot: GoalSnapshot, view: GoalView): Change[] {
  return [
    ...closed(snapshot, view),
    ...priority(snapshot, view),
    ...blocked(snapshot, view),
    ...moved(snapshot, view),
    ...due(snapshot, view),
  ];
}

function closed(snapshot: GoalSnapshot, { goal, closedAncestor }: GoalView): Change[] {
  const { status } = goal;
  if (status && (status.category === 'done' || status.category === 'dropped')) {
    if (status.category === snapshot.category) return [];
    return [{ kind: 'closed', category: status.category, status: status.name, ...since(snapshot, goal) }];
  }
  if (!closedAncestor || closedAncestor.id === snapshot.closedAbove) return [];
  return [{ kind: 'closedAbove', goal: closedAncestor, ...since(snapshot, closedAncestor) }];
}

function priority(snapshot: GoalSnapshot, { goal, rank, priority: now, isClosed }: GoalView): Change[] {
  if (rank === snapshot.rank || isClosed) return [];
  return [{ kind: 'priority', from: snapshot.rank, to: rank, ...since(snapshot, now?.from ?? goal) }];
}

function blocked(snapshot: GoalSnapshot, view: GoalView): Change[] {
  if (view.isClosed) return [];
  const { goal, dependencies } = view;
  const before = new Set(snapshot.blockers);
  const added = blockersOf(view).filter((key) => !before.has(key));
  if (added.length === 0) return [];
  const by = dependencies.openBlockers.filter(({ key }) => added.includes(key));
  const status = added.includes('') ? goal.status?.name : undefined;
  return [{ kind: 'blocked', by, ...(status !== undefined && { status }), ...since(snapshot, goal) }];
}

function moved(snapshot: GoalSnapshot, { goal, initiative }: GoalView): Change[] {
  if (initiative.id === snapshot.initiative.id) return [];
  return [
    {
      kind: 'moved',
      ...(snapshot.initiative.id !== snapshot.id && { fromKey: snapshot.initiative.key }),
      ...(initiative.id !== goal.id && { to: initiative }),
      ...since(snapshot, goal),
    },
  ];
}

function due(snapshot: GoalSnapshot, { goal, target, isClosed }: GoalView): Change[] {
  const [from, to] = [snapshot.target, target?.value];
  if (isClosed || from?.date === to?.date) return [];
  return [
    {
      kind: 'due',
      ...(from && { from }),
      ...(to && { to }),
      ...since(snapshot, target?.from ?? goal),
    },
  ];
}

function since({ takenAt }: GoalSnapshot, { updatedAt }: Goal): { at?: string } {
  return updatedAt !== undefined && Date.parse(updatedAt) > takenAt ? { at: updatedAt } : {};
}
