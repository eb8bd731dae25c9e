import assert from 'node:assert/strict';
import {
  acme,
  everything,
  goalsOf,
  initiative,
  initiativeKey,
  issue,
  need,
  onePage,
  project,
  projectKey,
  useLinear,
} from './linearWorkspace';

describe('Linear, its entries as goals', function () {
  const { start, server } = useLinear(this);

  it('maps an initiative that has others below it to an objective', async () => {
    const [goal] = await goalsOf(await start(everything));
    assert.deepEqual(goal, {
      id: 'i-1',
      trackerId: `linear:${server().url}`,
      key: initiativeKey,
      title: 'No lost carts',
      level: 'objective',
      description: 'Every cart ends in an order.\n\n# Why\n\nCustomers leave.',
      status: { name: 'Active', category: 'active' },
      health: 'atRisk',
      priority: { rank: 1, label: 'Urgent' },
      owner: { name: 'Priya Nair', email: 'priya@example.com' },
      targetDate: '2026-12-31',
      targetLabel: '2026-Q4',
      metrics: [],
      blockedByKeys: [],
      blocksKeys: [],
      labels: ['growth'],
      url: initiative.url,
      updatedAt: initiative.updatedAt,
    });
  });

  it('maps a project with everything set, and the needs of customers to its impact', async () => {
    const [, goal] = await goalsOf(await start(everything));
    assert.deepEqual(goal, {
      id: 'p-1',
      trackerId: `linear:${server().url}`,
      key: projectKey,
      title: 'Retry payments',
      level: 'epic',
      status: { name: 'In flight', category: 'active' },
      health: 'onTrack',
      priority: { rank: 2, label: 'High' },
      impact: {
        requests: { value: 4, field: 'customerNeeds' },
        customers: { value: 2, field: 'customerNeeds.customer' },
        customerNames: {
          value: ['Globex (size 900)', 'Acme (size 40)'],
          field: 'customerNeeds.customer.name',
        },
        revenue: { value: { amount: 180000, currency: 'USD' }, field: 'customerNeeds.customer.revenue' },
        segments: { value: ['Enterprise', 'Pro'], field: 'customerNeeds.customer.tier' },
        quotes: {
          value: [
            { text: 'We lose a cart a day.', source: 'Acme (size 40)', url: 'https://example.com/thread/1' },
          ],
          field: 'customerNeeds.body',
        },
      },
      owner: { name: 'Sam Lee', email: 'sam@example.com' },
      mine: 'me',
      targetDate: '2026-12-12',
      progress: 0.62,
      metrics: [],
      parentKey: initiativeKey,
      blockedByKeys: ['api-d1d2d3d4d5d6'],
      blocksKeys: ['app-c1c2c3c4c5c6'],
      labels: ['payments'],
      url: project.url,
      updatedAt: project.updatedAt,
    });
  });

  it('maps an issue with everything set', async () => {
    const [, , goal] = await goalsOf(await start(everything));
    const { impact, ...rest } = goal!;
    assert.deepEqual(rest, {
      id: 'n-142',
      trackerId: `linear:${server().url}`,
      key: 'ENG-142',
      aliases: ['OLD-3'],
      title: 'Retry a declined card',
      level: 'item',
      description: 'Once more.',
      status: { name: 'Doing', category: 'active' },
      owner: { name: 'Kim', email: 'kim@example.com' },
      targetDate: '2026-12-01',
      metrics: [],
      parentKey: projectKey,
      blockedByKeys: ['OPS-7'],
      blocksKeys: ['ENG-150'],
      labels: ['bug'],
      links: [
        { kind: 'branch', name: 'kim/eng-142-retry-a-declined-card' },
        { kind: 'pullRequest', number: 4321, repository: 'github.com/acme/shop' },
        { kind: 'commit', sha: '0123456789012345678901234567890123456789' },
      ],
      url: issue.url,
      updatedAt: issue.updatedAt,
    });
    assert.deepEqual(impact?.requests, { value: 3, field: 'customerNeeds' });
  });

  it('takes the parent issue before the project, and says no revenue where none is entered', async () => {
    const child = { ...issue, parent: { identifier: 'ENG-9' } };
    const free = { ...acme, revenue: null, tier: null };
    const tracker = await start({
      issues: () => onePage([child]),
      customerNeeds: () => onePage([need('d-1', free)]),
    });
    const [goal] = await goalsOf(tracker);
    assert.equal(goal!.parentKey, 'ENG-9');
    assert.deepEqual(Object.keys(goal!.impact ?? {}), ['requests', 'customers', 'customerNames']);
  });

  it('keeps the id at the end of a long address in the key', async () => {
    const url = `https://linear.app/acme/project/${'very-long-name-'.repeat(8)}a1b2c3d4e5f6`;
    const tracker = await start({ projects: () => onePage([{ ...project, url }]) });
    const [goal] = await goalsOf(tracker);
    assert.ok(goal!.key.length <= 64 && goal!.key.endsWith('-a1b2c3d4e5f6'), goal!.key);
  });
});
