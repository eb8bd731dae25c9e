import assert from 'node:assert/strict';
import type { Goal } from '../../../../src/core/goal/goal';
import { fileGoals } from '../../../../src/core/links/fileGoals';
import { servedGoals } from '../../../../src/core/links/servedGoals';
import { catalogOf, customers, goal } from '../../../support/builders';

const priority = (rank: 1 | 2 | 3 | 4) => ({ priority: { rank, label: `P${rank}` } }) as const;
const below = (parentKey: string) => ({ level: 'item', parentKey }) as const;
const done = { status: { name: 'Done', category: 'done' } } as const;

/** What names the goals of a file that is linked to these keys, and by which link. */
function named(goals: readonly Goal[], ...keys: readonly string[]): string[] {
  const catalog = catalogOf(...goals);
  const links = keys.map((key) => ({ key, provenance: { kind: 'explicit' } as const }));
  return fileGoals(servedGoals(links, catalog).goals, catalog).map(
    ({ view, served }) => `${view.goal.key} by ${served.linked.key}`,
  );
}

describe('fileGoals', () => {
  const goals = [
    goal('SHOP-7', priority(2)),
    goal('SHOP-9', priority(1)),
    goal('SHOP-131', { ...below('SHOP-7'), ...priority(3) }),
    goal('SHOP-140', below('SHOP-7')),
    goal('SHOP-142', { ...below('SHOP-7'), ...priority(1) }),
    goal('SHOP-143', { ...below('SHOP-7'), ...priority(1) }),
    goal('SHOP-10', { ...below('SHOP-9'), ...priority(2) }),
  ];

  it('are ordered by what names them, not by what is linked', () => {
    assert.deepEqual(named(goals, 'SHOP-131', 'SHOP-10'), ['SHOP-9 by SHOP-10', 'SHOP-7 by SHOP-131']);
    assert.deepEqual(named(goals, 'SHOP-140', 'SHOP-10'), ['SHOP-9 by SHOP-10', 'SHOP-7 by SHOP-140']);
  });

  it('are named by the item where it is more urgent than its initiative', () => {
    assert.deepEqual(named(goals, 'SHOP-142'), ['SHOP-142 by SHOP-142']);
    const withoutPriority = [goal('A-1'), goal('A-2', { ...below('A-1'), ...priority(4) })];
    assert.deepEqual(named(withoutPriority, 'A-2'), ['A-2 by A-2']);
  });

  it('are each initiative once, by the first of its most urgent links', () => {
    assert.deepEqual(named(goals, 'SHOP-131', 'SHOP-7', 'SHOP-140'), ['SHOP-7 by SHOP-131']);
    assert.deepEqual(named(goals, 'SHOP-131', 'SHOP-142', 'SHOP-143'), ['SHOP-142 by SHOP-142']);
    assert.deepEqual(named(goals, 'SHOP-143', 'SHOP-7', 'SHOP-142'), ['SHOP-143 by SHOP-143']);
  });

  it('take nothing from an item that is closed, and put closed ones last', () => {
    const over = [
      ...goals,
      goal('SHOP-150', { ...below('SHOP-7'), ...priority(1), ...done }),
      goal('OLD-1', { ...priority(1), ...done }),
      goal('OLD-2', { ...below('OLD-1'), ...priority(3) }),
    ];
    assert.deepEqual(named(over, 'OLD-1', 'SHOP-150'), ['SHOP-7 by SHOP-150', 'OLD-1 by OLD-1']);
    assert.deepEqual(named(over, 'OLD-1', 'OLD-2'), ['OLD-2 by OLD-2']);
  });

  it('are in the order of all lists where they are equally urgent', () => {
    const equal = [goal('A-1', priority(1)), goal('A-2', { ...priority(1), impact: customers(3) })];
    assert.deepEqual(named(equal, 'A-1', 'A-2'), ['A-2 by A-2', 'A-1 by A-1']);
  });
});
