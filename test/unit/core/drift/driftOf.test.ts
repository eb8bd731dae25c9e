import assert from 'node:assert/strict';
import { driftOf, type Change } from '../../../../src/core/drift/driftOf';
import { snapshotOf } from '../../../../src/core/drift/goalSnapshot';
import type { Goal } from '../../../../src/core/goal/goal';
import { goalView, type GoalView } from '../../../../src/core/views/goalView';
import { catalogOf, goal } from '../../../support/builders';

const began = Date.UTC(2026, 10, 1);
const done = { name: 'Shipped', category: 'done' } as const;

/** A goal alone, or below others, as a view. */
function viewOf(goalAs: Partial<Goal>, ...others: readonly Goal[]): GoalView {
  const own = goal('SHOP-7', goalAs);
  return goalView(own, catalogOf(own, ...others));
}

function drift(before: GoalView, after: GoalView): Change[] {
  return driftOf(snapshotOf(before, began), after);
}

describe('drift', () => {
  it('has both dates of a goal whose date has moved, and one where it came or went', () => {
    const [none, early, late] = [
      viewOf({}),
      viewOf({ targetDate: '2026-12-12' }),
      viewOf({ targetDate: '2027-01-31', targetLabel: '2027-01' }),
    ];
    const from = { date: '2026-12-12' };
    const to = { date: '2027-01-31', label: '2027-01' };
    assert.deepEqual(drift(early, late), [{ kind: 'due', from, to }]);
    assert.deepEqual(drift(none, late), [{ kind: 'due', to }]);
    assert.deepEqual(drift(early, none), [{ kind: 'due', from }]);
    assert.deepEqual(drift(none, none), []);
  });

  it('has both initiatives of a goal that has moved, and one where it had or has none above it', () => {
    const [one, two] = [goal('SHOP-1'), goal('SHOP-2')];
    const alone = viewOf({ level: 'item' }, one, two);
    const [first, second] = [one, two].map(({ key }) => viewOf({ level: 'item', parentKey: key }, one, two));
    assert.deepEqual(drift(first!, second!), [{ kind: 'moved', fromKey: 'SHOP-1', to: two }]);
    assert.deepEqual(drift(alone, first!), [{ kind: 'moved', to: one }]);
    assert.deepEqual(drift(first!, alone), [{ kind: 'moved', fromKey: 'SHOP-1' }]);
  });

  it('is no news of what was over before', () => {
    const over = viewOf({ status: done });
    assert.deepEqual(drift(over, over), []);
    const below = { level: 'item', parentKey: 'SHOP-1' } as const;
    const under = viewOf(below, goal('SHOP-1', { status: done }));
    assert.deepEqual(drift(under, under), []);
  });

  it('tells a goal that was dropped after it was done', () => {
    const dropped = viewOf({ status: { name: 'No', category: 'dropped' } });
    assert.deepEqual(drift(viewOf({ status: done }), dropped), [
      { kind: 'closed', category: 'dropped', status: 'No' },
    ]);
  });

  it('has only new blockers, and the status only if that is new', () => {
    const others = [goal('PAY-3'), goal('PAY-4')];
    const one = viewOf({ blockedByKeys: ['PAY-3'] }, ...others);
    const two = viewOf({ blockedByKeys: ['PAY-3', 'PAY-4'] }, ...others);
    assert.deepEqual(drift(one, two), [{ kind: 'blocked', by: [others[1]] }]);
    const onHold = { status: { name: 'On hold', category: 'blocked' } } as const;
    const held = viewOf({ ...onHold, blockedByKeys: ['PAY-3'] }, ...others);
    assert.deepEqual(drift(one, held), [{ kind: 'blocked', by: [], status: 'On hold' }]);
    const heldByTwo = viewOf({ ...onHold, blockedByKeys: ['PAY-3', 'PAY-4'] }, ...others);
    assert.deepEqual(drift(held, heldByTwo), [{ kind: 'blocked', by: [others[1]] }]);
  });

  it('is no blocker of a goal that is over', () => {
    const blocked = viewOf({ status: done, blockedByKeys: ['PAY-3'] }, goal('PAY-3'));
    assert.deepEqual(
      drift(viewOf({}), blocked).map(({ kind }) => kind),
      ['closed'],
    );
  });

  it('tells a priority that is gone', () => {
    const urgent = viewOf({ priority: { rank: 1, label: 'Urgent' } });
    assert.deepEqual(drift(urgent, viewOf({})), [{ kind: 'priority', from: 1, to: 0 }]);
  });

  it('has the time only of a change after the snapshot', () => {
    for (const [updatedAt, at] of [
      ['2026-11-01T00:00:00.000Z', undefined],
      ['2026-11-01T00:00:00.001Z', '2026-11-01T00:00:00.001Z'],
    ] as const) {
      const [change] = drift(viewOf({}), viewOf({ status: done, updatedAt }));
      assert.equal(change?.at, at);
    }
  });
});
