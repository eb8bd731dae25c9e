import assert from 'node:assert/strict';
import { pagesOf } from '../../support/connect';
import { envelope, full, goals, useServices } from './goalServer';

describe('REST contract, its records as goals', () => {
  const { serve, answer } = useServices();

  it('maps a record with everything set, and takes additions', async () => {
    const record = { ...full, votes: 3, impact: { ...full.impact, reach: 9 } };
    const { server, tracker } = await serve([record]);
    const [page] = await pagesOf(tracker);
    assert.deepEqual(page!.problems, []);
    assert.deepEqual(page!.goals, [
      {
        id: '7',
        trackerId: `rest:${server.url}`,
        key: 'SHOP-7',
        title: full.title,
        level: 'initiative',
        description: full.description,
        status: full.status,
        health: 'atRisk',
        priority: full.priority,
        impact: {
          customers: { value: 38, field: 'impact.customers.count' },
          customerNames: { value: ['Acme'], field: 'impact.customers.names' },
          requests: { value: 112, field: 'impact.requests' },
          revenue: { value: { amount: 240000, currency: 'EUR' }, field: 'impact.revenue' },
          segments: { value: ['enterprise'], field: 'impact.segments' },
          severity: { value: 'Critical', field: 'impact.severity' },
          score: { value: 8, field: 'impact.score' },
          quotes: { value: full.impact.quotes, field: 'impact.quotes' },
        },
        owner: full.owner,
        targetDate: '2026-12-31',
        targetLabel: '2026-Q4',
        progress: 0.62,
        metrics: full.metrics,
        parentKey: 'OBJ-1',
        blockedByKeys: ['SHOP-9'],
        blocksKeys: ['SHOP-160'],
        labels: ['payments'],
        url: full.url,
        updatedAt: '2026-11-20T15:30:00.000Z',
      },
    ]);
  });

  for (const [form, value] of [
    ['absent', undefined],
    ['null', null],
    ['of another type', { surprising: [true] }],
  ] as const) {
    it(`maps a record whose optional fields are ${form}`, async () => {
      const kept = ['key', 'title', 'level'];
      const bare = Object.fromEntries(
        Object.entries(full).map(([name, own]) => [name, kept.includes(name) ? own : value]),
      );
      const { tracker } = await answer(() => ({ json: { ...envelope, goals: [bare] } }));
      const [page] = await pagesOf(tracker);
      assert.deepEqual(page!.goals, [
        {
          id: 'SHOP-7',
          trackerId: page!.goals[0]!.trackerId,
          key: 'SHOP-7',
          title: full.title,
          level: 'initiative',
          metrics: [],
          blockedByKeys: [],
          blocksKeys: [],
          labels: [],
        },
      ]);
      assert.equal(page!.problems!.length, form === 'of another type' ? 1 : 0);
    });
  }

  it('leaves out a record that cannot be used, says so, and says so again when the answer is unchanged', async () => {
    const { server, tracker } = await serve([{ key: 'SHOP-1', level: 'item' }, ...goals(2)]);
    for (const attempt of [1, 2]) {
      const [page] = await pagesOf(tracker);
      assert.equal(page!.goals.length, 2, `attempt ${attempt}`);
      assert.match(page!.problems![0]!, /^Entry 0 \(SHOP-1\): title is missing\./);
    }
    assert.deepEqual(server.statuses, [200, 304]);
  });
});
