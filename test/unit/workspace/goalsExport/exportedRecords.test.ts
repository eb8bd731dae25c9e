import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { Goal } from '../../../../src/core/goal/goal';
import { exportedRecords } from '../../../../src/workspace/goalsExport/exportedRecords';
import { goal } from '../../../support/builders';

const github = { kind: 'github', url: 'https://github.com', places: ['acme/shop'] } as const;

function recordsOf(...trackers: (readonly Goal[])[]) {
  const states = trackers.map((goals, index) => ({
    id: `t${index}`,
    name: `t${index}`,
    phase: 'ready' as const,
    goals: goals.map((each) => ({ ...each, trackerId: `t${index}` })),
    badEntries: 0,
    ...(index === 0 && { references: github }),
  }));
  return (withRevenue: boolean) => exportedRecords(new GoalCatalog(states), 'file:///x', { withRevenue });
}

const revenue = { value: { amount: 1, currency: 'EUR' }, field: 'Revenue' };

describe('Exported goals', () => {
  it('leave amounts of money out, unless they are asked for', () => {
    const alone = goal('A-1', { impact: { revenue } });
    const beside = goal('A-2', { impact: { revenue, requests: { value: 3, field: 'Votes' } } });
    const records = recordsOf([], [alone, beside]);
    assert.deepEqual(
      records(false).map(({ impact }) => impact),
      [undefined, { requests: 3 }],
    );
    assert.deepEqual(records(true)[0]?.['impact'], { revenue: { amount: 1, currency: 'EUR' } });
  });

  it('say the number that people write by the address, where the tracker counts', () => {
    const url = 'https://github.com/acme/shop/issues/142';
    const numbered = goal('SHOP-142', { id: 'x', url, references: ['web#1'] });
    const keyed = goal('OPS-1', { id: 'y', url: 'https://t.example/OPS-1' });
    assert.deepEqual(
      recordsOf([numbered], [keyed])(false).map(({ references }) => references),
      [['web#1', url], undefined],
    );
  });

  it('keep an id only where no goal of another tracker has it too', () => {
    const [one, two, three] = [goal('A-7', { id: '7' }), goal('B-7', { id: '7' }), goal('B-8', { id: '8' })];
    assert.deepEqual(
      recordsOf([one], [two, three])(false).map(({ key, id }) => [key, id]),
      [
        ['A-7', undefined],
        ['B-7', undefined],
        ['B-8', '8'],
      ],
    );
  });
});
