import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { Goal } from '../../../../src/core/goal/goal';
import type { Identity } from '../../../../src/core/goal/mine';
import {
  goalScopesIn,
  isInScope,
  knownScopes,
  scopeOf,
  type GoalScope,
} from '../../../../src/core/views/goalScopes';
import { goal, tracker } from '../../../support/builders';

const ana = { email: 'ana@shop.example', name: 'Ana Ruíz' };
const file = [
  goal('F-1', { owner: { name: 'Ana Ruíz' } }),
  goal('F-2', { owner: { name: 'Somebody', email: 'ANA@shop.example ' } }),
  goal('F-3', { owner: { name: 'Ana Ruíz', email: 'other.ana@shop.example' } }),
  goal('F-4', { owner: { name: 'Mei Tan' } }),
  goal('F-5'),
];
const jira = (
  [
    ['J-1', { mine: 'me' }],
    ['J-2', { mine: 'team' }],
    ['J-3', { owner: { name: 'Ana Ruíz' } }],
    ['J-4', { owner: { name: 'A.', email: 'ana@shop.example' } }],
    ['J-5', {}],
  ] as const
).map(([key, fields]) => goal(key, { trackerId: 'jira', ...fields }));

/** The keys in a scope. */
function keysIn(scope: GoalScope, identities: readonly Identity[], ...trackers: Goal[][]): string[] {
  const states = trackers.map((goals) => {
    const { folder, ...rest } = tracker(goals);
    return goals === file ? { ...rest, ...(folder !== undefined && { folder }) } : rest;
  });
  const scopes = goalScopesIn(new GoalCatalog(states), identities);
  assert.equal(scopeOf(scope, scopes), scope, 'the scope is known');
  return trackers.flat().flatMap((each) => (isInScope(each, scope, scopes) ? each.key : []));
}

describe('whose goals can be told apart', () => {
  it('are those of a goals file by git’s address, or by its name where the owner has no address', () => {
    assert.deepEqual(keysIn('mine', [ana], file), ['F-1', 'F-2']);
  });

  it('are those of a tracker by who is signed in and by address, never by a name that two may share', () => {
    assert.deepEqual(keysIn('mine', [ana], jira), ['J-1', 'J-4']);
    assert.deepEqual(keysIn('mine', [], jira), ['J-1']);
  });

  it('are the team’s as the tracker says, the person’s own among them', () => {
    assert.deepEqual(keysIn('team', [{}, ana], file, jira), ['F-1', 'F-2', 'J-1', 'J-2', 'J-4']);
  });

  it('count for whoever the person is in any open repository', () => {
    assert.deepEqual(keysIn('mine', [{}, { name: 'mei tan' }, ana], file), ['F-1', 'F-2', 'F-4']);
  });

  it('are not offered where nothing is known to be anybody’s, and what was chosen before counts as all', () => {
    const scopes = goalScopesIn(new GoalCatalog([tracker(file)]), [{ email: 'x@y.example' }, {}]);
    assert.deepEqual(knownScopes(scopes), []);
    assert.equal(scopeOf('mine', scopes), 'all');
    const known = goalScopesIn(new GoalCatalog([tracker(file)]), [ana]);
    assert.deepEqual(knownScopes(known), ['mine', 'all']);
    assert.equal(scopeOf('team', known), 'all');
    assert.equal(scopeOf({ odd: true }, known), 'all');
  });
});

describe('isInScope', () => {
  it('goes by what is known of a scope, and leaves out nothing where nothing is', () => {
    const scopes = { mine: ({ key }: { readonly key: string }) => key === 'A-1' };
    const found = (scope: GoalScope, key: string): boolean => isInScope(goal(key), scope, scopes);
    assert.deepEqual([found('mine', 'A-1'), found('mine', 'A-2')], [true, false]);
    assert.deepEqual([found('all', 'A-2'), found('team', 'A-2')], [true, true]);
  });
});
