import assert from 'node:assert/strict';
import fc from 'fast-check';
import { driftOf, type Change } from '../../../../src/core/drift/driftOf';
import { isSnapshot, snapshotOf } from '../../../../src/core/drift/goalSnapshot';
import { acknowledge, branchDrift, readSeenBranch, settleSeen } from '../../../../src/core/drift/seenBranch';
import type { Goal } from '../../../../src/core/goal/goal';
import { goalView, type GoalView } from '../../../../src/core/views/goalView';
import { catalogOf, goal, shopGoals } from '../../../support/builders';

const began = Date.UTC(2026, 10, 1);
const later = '2026-11-20T10:00:00.000Z';

/** The item of the shop, with some of its goals changed. */
function item(changes: Readonly<Record<string, Partial<Goal>>> = {}, ...more: Goal[]): GoalView {
  const goals = shopGoals().map((each) => ({ ...each, ...changes[each.key] }));
  const catalog = catalogOf(...goals, ...more);
  return goalView(catalog.find('SHOP-142')!, catalog);
}

const before = snapshotOf(item(), began);
const kindsOf = (changes: readonly Change[]): string[] => changes.map(({ kind }) => kind);

describe('driftOf', () => {
  it('is nothing where nothing has changed', () => assert.deepEqual(driftOf(before, item()), []));

  it('tells that the goal was done or dropped, by whom not', () => {
    const status = { name: 'Released', category: 'done' } as const;
    assert.deepEqual(driftOf(before, item({ 'SHOP-142': { status, updatedAt: later } })), [
      { kind: 'closed', category: 'done', status: 'Released', at: later },
    ]);
    const dropped = { name: 'Won’t do', category: 'dropped' } as const;
    assert.deepEqual(kindsOf(driftOf(before, item({ 'SHOP-142': { status: dropped } }))), ['closed']);
  });

  it('tells that something above it is over', () => {
    const [change] = driftOf(
      before,
      item({ 'SHOP-7': { status: { name: 'Cancelled', category: 'dropped' } } }),
    );
    assert.equal(change?.kind === 'closedAbove' && change.goal.key, 'SHOP-7');
  });

  it('tells an inherited priority that was lowered, and when', () => {
    const changed = { priority: { rank: 3, label: 'Medium' }, updatedAt: later } as const;
    assert.deepEqual(driftOf(before, item({ 'SHOP-7': changed })), [
      { kind: 'priority', from: 1, to: 3, at: later },
    ]);
  });

  it('tells a new blocker, and none that is gone', () => {
    const blocker = goal('PAY-3');
    const view = item({ 'SHOP-142': { blockedByKeys: ['PAY-3'] } }, blocker);
    const [change] = driftOf(before, view);
    assert.deepEqual(change?.kind === 'blocked' && change.by.map(({ key }) => key), ['PAY-3']);
    assert.deepEqual(driftOf(snapshotOf(view, began), item()), []);
  });

  it('tells its own status of being blocked', () => {
    const status = { name: 'On hold', category: 'blocked' } as const;
    const [change] = driftOf(before, item({ 'SHOP-142': { status } }));
    assert.equal(change?.kind === 'blocked' && change.status, 'On hold');
  });

  it('tells that it now serves another initiative', () => {
    const [change] = driftOf(
      before,
      item({ 'SHOP-51': { parentKey: 'SHOP-160' }, 'SHOP-160': { priority: { rank: 1, label: 'Urgent' } } }),
    );
    assert.deepEqual(change?.kind === 'moved' && [change.fromKey, change.to?.key], ['SHOP-7', 'SHOP-160']);
  });

  it('tells a date that came, moved or went', () => {
    assert.deepEqual(kindsOf(driftOf(before, item({ 'SHOP-7': { targetDate: '2027-01-12' } }))), ['due']);
    assert.deepEqual(kindsOf(driftOf(before, item({ 'SHOP-142': { targetDate: '2026-12-01' } }))), ['due']);
  });

  it('says nothing else of a goal that is over', () =>
    assert.deepEqual(
      kindsOf(
        driftOf(
          before,
          item({
            'SHOP-142': {
              status: { name: 'Done', category: 'done' },
              priority: { rank: 4, label: 'Low' },
              targetDate: '2027-01-01',
            },
          }),
        ),
      ),
      ['closed'],
    ));

  it('tells no time that was before the snapshot', () =>
    assert.deepEqual(
      driftOf(
        before,
        item({ 'SHOP-142': { priority: { rank: 2, label: 'High' }, updatedAt: '2026-10-01T00:00:00Z' } }),
      ),
      [{ kind: 'priority', from: 1, to: 2 }],
    ));
});

describe('a branch that was seen', () => {
  const nothing = { at: 0, goals: [] };
  const complete = { now: began, isComplete: true };
  const lowered = { 'SHOP-7': { priority: { rank: 3, label: 'Medium' } } } as const;

  it('takes a goal as it is when it is first seen', () => {
    const seen = settleSeen(nothing, [item()], complete);
    assert.deepEqual(branchDrift(seen, [item()]), []);
    assert.equal(branchDrift(seen, [item(lowered)])[0]?.view.goal.key, 'SHOP-142');
  });

  it('keeps what it has, so that a drift stays until it is acknowledged', () => {
    const seen = settleSeen(nothing, [item()], complete);
    assert.equal(settleSeen(seen, [item(lowered)], { ...complete, now: began + 1 }), seen);
    const known = acknowledge(seen, [item(lowered)], began + 2);
    assert.deepEqual(branchDrift(known, [item(lowered)]), []);
    assert.equal(branchDrift(known, [item()]).length, 1);
  });

  it('forgets a goal that has left the branch, but not one that is only being read', () => {
    const seen = settleSeen(nothing, [item()], complete);
    assert.deepEqual(settleSeen(seen, [], { ...complete, isComplete: false }).goals, seen.goals);
    assert.deepEqual(settleSeen(seen, [], complete).goals, []);
  });

  it('survives being kept as JSON', () => {
    const seen = settleSeen({ ...nothing, created: 'abc 1' }, [item()], complete);
    assert.deepEqual(readSeenBranch(JSON.parse(JSON.stringify(seen))), seen);
  });

  it('is not read from anything else', () =>
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.equal(readSeenBranch(value), undefined);
        assert.equal(isSnapshot(value), false);
      }),
    ));
});
