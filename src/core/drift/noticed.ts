import type { Change } from './driftOf';
import type { GoalSnapshot } from './goalSnapshot';

/**
 * The snapshot with the time at which each of these changes was first noticed. What was noticed before keeps its time,
 * and what is undone loses it. Returns the same object if nothing is new.
 */
export function noticed(snapshot: GoalSnapshot, changes: readonly Change[], now: number): GoalSnapshot {
  const { noticed: before = {}, ...rest } = snapshot;
  const facts = new Set(changes.flatMap(factsOf));
  const isSame = facts.size === Object.keys(before).length && [...facts].every((fact) => fact in before);
  if (isSame) return snapshot;
  if (facts.size === 0) return rest;
  return { ...rest, noticed: Object.fromEntries([...facts].map((fact) => [fact, before[fact] ?? now])) };
}

/** When a change was noticed, in epoch milliseconds; undefined if some of it has not been. */
export function noticedAt({ noticed: times = {} }: GoalSnapshot, change: Change): number | undefined {
  const known = factsOf(change).map((fact) => times[fact]);
  return known.every((time) => time !== undefined) ? Math.max(...known) : undefined;
}

/**
 * What has come to be, each as a name to keep a time by; not what it was before. Every blocker counts alone, so that one
 * that is gone makes the others no newer.
 */
function factsOf(change: Change): string[] {
  switch (change.kind) {
    case 'closed':
      return [`closed ${change.category}`];
    case 'closedAbove':
      return [`closedAbove ${change.goal.id}`];
    case 'priority':
      return [`priority ${change.to}`];
    case 'blocked':
      return [...(change.status === undefined ? [] : ['']), ...change.by.map(({ key }) => key)].map(
        (key) => `blocked ${key}`,
      );
    case 'moved':
      return [`moved ${change.to?.id ?? ''}`];
    case 'due':
      return [`due ${change.to?.date ?? ''}`];
  }
}
