import assert from 'node:assert/strict';
import { acme, goalsOf, issue, link, project, shop, useGitlab, type Place } from './gitlabServer';

const impact = {
  customer: 'customerNames',
  'revenue at stake': 'revenue',
  Tier: 'segments',
  Weight: 'score',
};

describe('GitLab, its issues as goals', () => {
  const { start, server } = useGitlab();

  it('maps an issue with everything set', async () => {
    const [goal] = await goalsOf(await start({ acme, [shop]: project }, {}, { impact, currency: 'eur' }));
    assert.deepEqual(goal, {
      id: 'gid://gitlab/WorkItem/acme/shop/142',
      trackerId: `gitlab:${server().url}/gitlab#acme/shop`,
      key: 'SHOP-142',
      title: 'Retry a declined card',
      level: 'item',
      description: 'Once more.',
      status: { name: 'Doing', category: 'active' },
      health: 'atRisk',
      priority: { rank: 1, label: 'priority::1' },
      impact: {
        requests: { value: 12, field: 'award emoji' },
        customerNames: { value: ['Acme', 'Globex'], field: 'customer' },
        score: { value: 8, field: 'Weight' },
        revenue: { value: { amount: 180000, currency: 'EUR' }, field: 'Revenue at stake' },
        segments: { value: ['Enterprise'], field: 'Tier' },
      },
      owner: { name: 'Priya Nair' },
      targetDate: '2026-12-12',
      progress: 0.62,
      metrics: [],
      parentKey: 'ACME.E-3',
      blockedByKeys: ['API-9'],
      blocksKeys: ['SHOP-11'],
      labels: ['priority::1', 'customer::Acme', 'customer::Globex', 'bug'],
      links: [
        {
          kind: 'pullRequest',
          number: 1473,
          repository: 'gitlab.example.com/gitlab/acme/shop',
          isClosing: true,
        },
        {
          kind: 'branch',
          name: 'retry-cards',
          repository: 'gitlab.example.com/gitlab/ana/shop',
          pullRequest: 1473,
        },
      ],
      url: 'https://gitlab.example.com/gitlab/acme/shop/-/work_items/142',
      updatedAt: '2026-11-22T10:00:00.000Z',
    });
  });

  it('uses the prefix of the connection for its only project', async () => {
    const tracker = await start({ acme, [shop]: project }, {}, { keyPrefix: 'web' });
    const [goal] = await goalsOf(tracker);
    assert.equal(goal!.key, 'WEB-142');
    assert.deepEqual(goal!.blocksKeys, ['WEB-11']);
  });

  for (const [label, scope, rank] of [
    ['priority::high', undefined, 2],
    ['Priority: 4', undefined, 4],
    ['team::severity::critical', 'team::severity', 1],
    ['priority::1 - urgent', undefined, 1],
    ['priority::2: Hoch', undefined, 2],
    ['priority::someday', undefined, 0],
    ['priority', undefined, undefined],
  ] as const) {
    it(`reads rank ${rank} in the label ${label}`, async () => {
      const labels = { __typename: 'WorkItemWidgetLabels', labels: { nodes: [{ title: label }] } };
      const item = {
        ...link(1, shop),
        title: 'x',
        state: 'OPEN',
        updatedAt: issue.updatedAt,
        widgets: [labels],
      };
      const places: Record<string, Place> = { acme, [shop]: { ...project, items: () => [item] } };
      const [goal] = await goalsOf(await start(places, {}, { priority: scope }));
      assert.deepEqual(goal!.priority, rank === undefined ? undefined : { rank, label });
    });
  }
});
