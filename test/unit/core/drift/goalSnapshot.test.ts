import assert from 'node:assert/strict';
import {
  blockersOf,
  isOf,
  isSnapshot,
  snapshotOf,
  type GoalSnapshot,
} from '../../../../src/core/drift/goalSnapshot';
import { goalView } from '../../../../src/core/views/goalView';
import { catalogOf, goal } from '../../../support/builders';

const now = Date.UTC(2026, 10, 1);
const least: GoalSnapshot = {
  trackerId: 'jira',
  id: '7',
  takenAt: now,
  rank: 0,
  blockers: [],
  initiative: { id: '7', key: 'SHOP-7' },
};

describe('snapshotOf', () => {
  it('has what a goal alone says of itself', () => {
    const alone = goal('SHOP-7', { id: '7', trackerId: 'jira' });
    assert.deepEqual(snapshotOf(goalView(alone, catalogOf(alone)), now), least);
  });

  it('has status, blockers, what is over above it, and the date', () => {
    const item = goal('SHOP-142', {
      level: 'item',
      parentKey: 'SHOP-7',
      status: { name: 'On hold', category: 'blocked' },
      blockedByKeys: ['PAY-3', 'PAY-4'],
      targetDate: '2026-12-12',
    });
    const above = goal('SHOP-7', { status: { name: 'Shipped', category: 'done' } });
    const over = goal('PAY-4', { status: { name: 'Shipped', category: 'done' } });
    const view = goalView(item, catalogOf(item, above, goal('PAY-3'), over));
    assert.deepEqual(blockersOf(view), ['', 'PAY-3']);
    const { category, blockers, closedAbove, target, initiative } = snapshotOf(view, now);
    assert.deepEqual([category, blockers, closedAbove], ['blocked', ['', 'PAY-3'], above.id]);
    assert.deepEqual([target?.date, initiative], ['2026-12-12', { id: above.id, key: 'SHOP-7' }]);
  });
});

describe('isOf', () => {
  it('goes by tracker and id', () => {
    assert.ok(isOf(least, goal('OTHER-1', { id: '7', trackerId: 'jira' })));
    assert.ok(!isOf(least, goal('SHOP-7', { id: '8', trackerId: 'jira' })));
    assert.ok(!isOf(least, goal('SHOP-7', { id: '7', trackerId: 'linear' })));
  });
});

describe('isSnapshot', () => {
  for (const more of [
    {},
    { category: 'active' },
    { rank: 4 },
    { blockers: ['', 'PAY-3'] },
    { closedAbove: '9' },
    { target: { date: '2026-12-12' } },
    { target: { date: '2026-12-31', label: '2026-Q4' } },
    { noticed: {} },
    { noticed: { 'priority 3': now } },
  ]) {
    it(`is one with ${JSON.stringify(more)}`, () => assert.ok(isSnapshot({ ...least, ...more })));
  }

  for (const bad of [
    { trackerId: undefined },
    { id: 7 },
    { takenAt: '2026' },
    { category: 'over' },
    { rank: 5 },
    { rank: '1' },
    { blockers: 'PAY-3' },
    { blockers: ['PAY-3', 3] },
    { initiative: undefined },
    { initiative: null },
    { initiative: { id: '7' } },
    { initiative: { key: 'SHOP-7' } },
    { closedAbove: 9 },
    { target: '2026-12-12' },
    { target: null },
    { target: {} },
    { noticed: null },
    { noticed: now },
    { noticed: { 'priority 3': '2026' } },
  ]) {
    it(`is none with ${JSON.stringify(bad)}`, () => assert.ok(!isSnapshot({ ...least, ...bad })));
  }

  for (const other of [null, undefined, 'text', 7]) {
    it(`is not ${String(other)}`, () => assert.ok(!isSnapshot(other)));
  }
});
