import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareRanked, openGoals, rankGoals, type RankedBy } from '../../../../src/core/views/ranking';
import { catalogOf, customers, goal, shopGoals } from '../../../support/builders';

const order = (...goals: ReturnType<typeof goal>[]): string[] =>
  rankGoals(goals, catalogOf(...goals)).map((ranked) => ranked.goal.key);

describe('rankGoals', () => {
  it('orders by rank, and puts "not set" last', () => {
    assert.deepEqual(
      order(
        goal('A-0', { priority: { rank: 0, label: 'None' } }),
        goal('A-4', { priority: { rank: 4, label: 'Low' } }),
        goal('A-1', { priority: { rank: 1, label: 'Urgent' } }),
      ),
      ['A-1', 'A-4', 'A-0'],
    );
  });

  it('orders equal ranks by impact, then by target date, then by level', () => {
    assert.deepEqual(
      order(
        goal('A-1', { level: 'item', targetDate: '2026-12-01' }),
        goal('A-2', { level: 'epic', targetDate: '2026-12-01' }),
        goal('A-3', { targetDate: '2027-01-01' }),
        goal('A-4'),
        goal('A-5', { impact: customers(3) }),
        goal('A-6', { impact: customers(38) }),
      ),
      ['A-6', 'A-5', 'A-2', 'A-1', 'A-3', 'A-4'],
    );
  });

  it('leaves out objectives and whatever is over', () => {
    assert.deepEqual(
      order(
        goal('A-1', { level: 'objective' }),
        goal('A-2', { status: { name: 'Shipped', category: 'done' } }),
        goal('A-3', { status: { name: 'Rejected', category: 'dropped' } }),
        goal('A-4', { status: { name: 'Stuck', category: 'blocked' } }),
      ),
      ['A-4'],
    );
  });

  it('leaves objectives only to those who ask for every open goal, in the same order', () => {
    const goals = [
      goal('A-1', { priority: { rank: 3, label: 'Medium' } }),
      goal('O-1', { level: 'objective', priority: { rank: 2, label: 'High' } }),
      goal('O-2', { level: 'objective', status: { name: 'Reached', category: 'done' } }),
      goal('A-2', { priority: { rank: 1, label: 'Urgent' } }),
    ];
    assert.deepEqual(
      openGoals(goals, catalogOf(...goals)).map((view) => view.goal.key),
      ['A-2', 'O-1', 'A-1'],
    );
  });

  it('ranks an item by what it inherits', () => {
    const goals = shopGoals();
    const item = rankGoals(goals, catalogOf(...goals)).find((ranked) => ranked.goal.key === 'SHOP-142');
    assert.deepEqual(
      [item?.rank, item?.impact?.value.customers?.value, item?.target?.value.date],
      [1, 38, '2026-12-12'],
    );
  });

  it('is a total order', () => {
    const ranked = fc.record({
      goal: fc.constantFrom(...shopGoals()),
      rank: fc.constantFrom(0, 1, 2, 3, 4),
      impact: fc.nat(3).map((count) => ({ value: customers(count), from: goal('A-1') })),
      target: fc
        .constantFrom('2026-12-12', '2027-01-01')
        .map((date) => ({ value: { date }, from: goal('A-1') })),
    }) as fc.Arbitrary<RankedBy>;
    fc.assert(
      fc.property(ranked, ranked, ranked, (a, b, c) => {
        assert.equal(Math.sign(compareRanked(a, b)), -Math.sign(compareRanked(b, a)) || 0);
        if (compareRanked(a, b) <= 0 && compareRanked(b, c) <= 0) assert.ok(compareRanked(a, c) <= 0);
      }),
    );
  });
});
