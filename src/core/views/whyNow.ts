import type { Goal, Health } from '../goal/goal';
import type { GoalView, Inherited, Target } from './goalView';

/** A goal counts as due soon from this many days before its target. */
export const soonDays = 14;

/** One thing that makes a goal urgent, or holds it up. */
export type Reason =
  | {
      readonly kind: 'target';
      readonly target: Inherited<Target>;
      /** Whole days from today to the target; negative once it is past. */
      readonly days: number;
    }
  | { readonly kind: 'health'; readonly health: Exclude<Health, 'onTrack'> }
  | { readonly kind: 'blocked'; readonly status?: string; readonly by: readonly Goal[] }
  | { readonly kind: 'blocks'; readonly goals: readonly Goal[] };

/**
 * Why a goal is urgent now, most urgent reason first: overdue, blocked, off track or at risk, due soon, waited for. A
 * target more than `soonDays` away comes last. A closed goal has no reasons.
 *
 * @param today the person's own calendar day, as an ISO date
 */
export function whyNow(view: GoalView, today: string): Reason[] {
  if (view.isClosed) return [];
  const { goal, target, dependencies } = view;
  const found: { readonly order: number; readonly reason: Reason }[] = [];
  const days = target && daysBetween(today, target.value.date);
  if (target && days !== undefined) {
    const order = days < 0 ? 0 : days <= soonDays ? 3 : 5;
    found.push({ order, reason: { kind: 'target', target, days } });
  }
  const status = goal.status?.category === 'blocked' ? goal.status.name : undefined;
  const { openBlockers } = dependencies;
  if (status !== undefined || openBlockers.length > 0) {
    const reason = { kind: 'blocked', ...(status !== undefined && { status }), by: openBlockers } as const;
    found.push({ order: 1, reason });
  }
  if (goal.health && goal.health !== 'onTrack') {
    found.push({ order: 2, reason: { kind: 'health', health: goal.health } });
  }
  if (dependencies.blocks.length > 0) {
    found.push({ order: 4, reason: { kind: 'blocks', goals: dependencies.blocks } });
  }
  return found.sort((a, b) => a.order - b.order).map(({ reason }) => reason);
}

/** The whole days from one ISO date to another; undefined if either is not a date. */
function daysBetween(from: string, to: string): number | undefined {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
  return Number.isNaN(days) ? undefined : days;
}
