import type { Goal } from '../goal/goal';

/** Whose goals a list shows. */
export type GoalScope = 'all' | 'mine' | 'team';

/** Says which goals are the person's own and their team's. What is not known is absent, and is not offered. */
export interface GoalScopes {
  readonly mine?: (goal: Goal) => boolean;
  readonly team?: (goal: Goal) => boolean;
}

/** The scopes that can be told apart, the narrowest first. */
export function knownScopes({ mine, team }: GoalScopes): readonly GoalScope[] {
  if (!mine && !team) return [];
  return [...(mine ? (['mine'] as const) : []), ...(team ? (['team'] as const) : []), 'all'];
}

/** Whether a goal belongs to a scope. */
export function isInScope(goal: Goal, scope: GoalScope, scopes: GoalScopes): boolean {
  return scope === 'all' || (scopes[scope]?.(goal) ?? true);
}
