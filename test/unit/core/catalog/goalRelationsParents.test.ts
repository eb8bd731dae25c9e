import assert from 'node:assert/strict';
import type { Goal, Rank } from '../../../../src/core/goal/goal';
import { catalogOf, goal } from '../../../support/builders';

const ranked = (rank: Rank): Pick<Goal, 'priority'> => ({ priority: { rank, label: `P${rank}` } });

/** The goals directly above one, in order. */
function parentsOf(key: string, ...goals: Goal[]): string[] {
  const catalog = catalogOf(...goals);
  return catalog.relations.parents(catalog.find(key)!).map((each) => each.key);
}

describe('the parents of a goal', () => {
  it('leave out the goal itself, and name each once', () => {
    const self = goal('SHOP-1', { parentKey: 'SHOP-1' });
    assert.deepEqual(parentsOf('SHOP-1', self), []);
    assert.deepEqual(catalogOf(self).children(self), []);
    const twice = goal('SHOP-1', { parentKey: 'EPIC-1', otherParentKeys: ['epic-1'] });
    assert.deepEqual(parentsOf('SHOP-1', twice, goal('EPIC-1')), ['EPIC-1']);
  });

  it('leave out what is several levels above another one', () => {
    const child = goal('SHOP-1', { parentKey: 'INIT-1', otherParentKeys: ['STORY-1'] });
    const above = [
      goal('STORY-1', { parentKey: 'EPIC-1' }),
      goal('EPIC-1', { parentKey: 'THEME-1' }),
      goal('THEME-1', { parentKey: 'INIT-1' }),
    ];
    assert.deepEqual(parentsOf('SHOP-1', child, ...above, goal('INIT-1')), ['STORY-1']);
  });

  it('are all kept where they are above each other', () => {
    const child = goal('SHOP-1', { parentKey: 'EPIC-1', otherParentKeys: ['EPIC-2'] });
    const circle = [goal('EPIC-1', { parentKey: 'EPIC-2' }), goal('EPIC-2', { parentKey: 'EPIC-1' })];
    assert.deepEqual(parentsOf('SHOP-1', child, ...circle), ['EPIC-1', 'EPIC-2']);
  });

  it('are looked for among 65 goals above each of them', () => {
    const chain = Array.from({ length: 70 }, (_, at) => goal(`UP-${at}`, { parentKey: `UP-${at + 1}` }));
    const below = (top: string): Goal => goal('SHOP-1', { parentKey: 'UP-0', otherParentKeys: [top] });
    assert.deepEqual(parentsOf('SHOP-1', below('UP-65'), ...chain), ['UP-0']);
    assert.deepEqual(parentsOf('SHOP-1', below('UP-66'), ...chain), ['UP-0', 'UP-66']);
  });

  it('are ordered by their own priority before an inherited one', () => {
    const child = goal('SHOP-1', { parentKey: 'EPIC-1', otherParentKeys: ['EPIC-2'] });
    const above = [
      goal('EPIC-1', { ...ranked(4), parentKey: 'INIT-1' }),
      goal('EPIC-2', ranked(2)),
      goal('INIT-1', ranked(1)),
    ];
    assert.deepEqual(parentsOf('SHOP-1', child, ...above), ['EPIC-2', 'EPIC-1']);
  });

  it('inherit the best priority of several ways up', () => {
    const child = goal('SHOP-1', { parentKey: 'EPIC-1', otherParentKeys: ['EPIC-2'] });
    const above = [
      goal('EPIC-1', ranked(2)),
      goal('EPIC-2', { parentKey: 'INIT-2', otherParentKeys: ['INIT-1'] }),
      goal('INIT-1', ranked(1)),
      goal('INIT-2', ranked(3)),
    ];
    assert.deepEqual(parentsOf('SHOP-1', child, ...above), ['EPIC-2', 'EPIC-1']);
  });
});

describe('a goal that was read earlier', () => {
  it('has the relations that it has now', () => {
    const { relations } = catalogOf(
      goal('SHOP-1', { parentKey: 'EPIC-1', blockedByKeys: ['SHOP-2'] }),
      goal('SHOP-2'),
      goal('EPIC-1'),
    );
    const keys = (goals: readonly Goal[]): string[] => goals.map(({ key }) => key);
    assert.deepEqual(keys(relations.parents(goal('SHOP-1'))), ['EPIC-1']);
    assert.deepEqual(keys(relations.children(goal('EPIC-1'))), ['SHOP-1']);
    assert.deepEqual(keys(relations.parents(goal('GONE-1', { parentKey: 'EPIC-1' }))), []);
  });
});
