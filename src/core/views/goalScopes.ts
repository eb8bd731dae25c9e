import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal } from '../goal/goal';
import { isMine, type Identity } from '../goal/mine';

const scopeNames = ['mine', 'team', 'all'] as const;
/** Whose goals a list shows. */
export type GoalScope = (typeof scopeNames)[number];

/** Tells which goals are the person's own and which their team's. An unknown scope is absent and not offered. */
export interface GoalScopes {
  readonly mine?: (goal: Goal) => boolean;
  readonly team?: (goal: Goal) => boolean;
}

/**
 * The scopes that a catalog can tell apart: the person's goals and their team's, if there are any.
 *
 * @param identities who the person is in the open repositories; a name counts only in goals files, as several people
 *   in one tracker may share it
 */
export function goalScopesIn(catalog: GoalCatalog, identities: readonly Identity[]): GoalScopes {
  const files = new Set(catalog.trackers.flatMap(({ id, folder }) => (folder === undefined ? [] : [id])));
  const addresses = identities.map(({ email }): Identity => (email === undefined ? {} : { email }));
  const belongs = (goal: Goal, scope: 'me' | 'team'): boolean =>
    (files.has(goal.trackerId) ? identities : [{}, ...addresses]).some((each) => isMine(goal, each, scope));
  const mine = (goal: Goal): boolean => belongs(goal, 'me');
  const has = (test: (goal: Goal) => boolean): boolean =>
    catalog.trackers.some(({ goals }) => goals.some(test));
  return {
    ...(has(mine) && { mine }),
    ...(has((goal) => goal.mine === 'team') && { team: (goal) => belongs(goal, 'team') }),
  };
}

/** The scopes that can be told apart, narrowest first. */
export function knownScopes(scopes: GoalScopes): readonly GoalScope[] {
  const known = scopeNames.filter((name) => name === 'all' || scopes[name] !== undefined);
  return known.length > 1 ? known : [];
}

/** The scope to show: the one chosen before, or all goals if that one is not available now. */
export function scopeOf(chosen: unknown, scopes: GoalScopes): GoalScope {
  return knownScopes(scopes).find((name) => name === chosen) ?? 'all';
}

/** Whether a goal belongs to a scope. */
export function isInScope(goal: Goal, scope: GoalScope, scopes: GoalScopes): boolean {
  return scope === 'all' || (scopes[scope]?.(goal) ?? true);
}
