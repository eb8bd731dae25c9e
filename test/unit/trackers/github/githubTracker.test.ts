import assert from 'node:assert/strict';
import type { TrackerServer } from '../support/trackerServer';
import { connect, never, pagesOf } from '../support/connect';
import { fullIssue, fullMilestone, mapped, plainIssue } from './githubFixtures';
import { githubSchema } from './githubSchema';
import { githubStandIn, queriesOf, type StandInData } from './githubStandIn';

const shop = { nameWithOwner: 'acme/shop', issues: [fullIssue], milestones: [fullMilestone] };
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 1) + minute * 60_000).toISOString();

describe('GitHub over GraphQL', () => {
  let server: TrackerServer;
  const start = async (data: StandInData, entry: object = { follow: ['acme/shop'] }) => {
    server = await githubStandIn(data).start();
    return (await connect({ kind: 'github', url: server.url, ...mapped, ...entry })).tracker;
  };
  before(function () {
    // Reading the schema takes longer than a test may.
    this.timeout(60_000);
    githubSchema();
  });
  afterEach(() => server.stop());

  it('maps an issue with everything set', async () => {
    const tracker = await start({ repositories: [shop] });
    const pages = await pagesOf(tracker);
    assert.deepEqual(pages.at(-1)!.goals[0], {
      id: 'I_142',
      trackerId: `github:${server.url}#acme/shop`,
      key: 'SHOP-142',
      title: 'Checkout that never loses a cart',
      level: 'initiative',
      description: 'Carts get lost.\n\nCustomers leave.',
      status: { name: 'Open', category: 'active' },
      priority: { rank: 4, label: 'Someday' },
      impact: {
        customers: { value: 38, field: 'Customers affected' },
        segments: { value: ['Enterprise'], field: 'Customer tier' },
        requests: { value: 13, field: 'reactions' },
      },
      owner: { name: 'Priya Nair' },
      targetDate: '2026-12-12',
      progress: 0.62,
      metrics: [],
      parentKey: 'PLATFORM-12',
      blockedByKeys: ['SHOP-9'],
      blocksKeys: ['GLOBEX-PORTAL-4'],
      labels: ['payments', 'priority: low'],
      url: 'https://github.com/acme/shop/issues/142',
      updatedAt: '2026-11-22T10:00:00.000Z',
    });
    assert.equal(pages.at(-1)!.mark, Date.parse(fullIssue.updatedAt));
  });

  it('maps a milestone', async () => {
    const tracker = await start({ repositories: [shop] });
    const [first] = await pagesOf(tracker);
    assert.deepEqual(first!.goals, [
      {
        id: 'MI_3',
        trackerId: `github:${server.url}#acme/shop`,
        key: 'SHOP.M-3',
        title: 'Winter release',
        level: 'epic',
        description: 'What the shop needs before the holidays.',
        status: { name: 'Open', category: 'active' },
        targetDate: '2026-12-31',
        progress: 0.75,
        metrics: [],
        blockedByKeys: [],
        blocksKeys: [],
        labels: [],
        url: 'https://github.com/acme/shop/milestone/3',
        updatedAt: '2026-11-20T10:00:00.000Z',
      },
    ]);
    assert.equal(first!.mark, undefined);
  });

  it('places an issue without a parent below its milestone', async () => {
    const issue = plainIssue(5, at(1), { milestone: { number: 3, dueOn: '2026-12-31T08:00:00Z' } });
    const tracker = await start({ repositories: [{ ...shop, issues: [issue] }] });
    const goal = (await pagesOf(tracker)).at(-1)!.goals[0]!;
    assert.equal(goal.parentKey, 'SHOP.M-3');
    assert.equal(goal.targetDate, '2026-12-31');
  });

  for (const [state, stateReason, name, category] of [
    ['OPEN', null, 'Open', 'planned'],
    ['OPEN', 'REOPENED', 'Open', 'planned'],
    ['CLOSED', 'COMPLETED', 'Completed', 'done'],
    ['CLOSED', 'NOT_PLANNED', 'Not planned', 'dropped'],
    ['CLOSED', 'DUPLICATE', 'Duplicate', 'dropped'],
    ['CLOSED', null, 'Closed', 'done'],
  ] as const) {
    it(`takes ${state} with the reason ${stateReason} for ${category}`, async () => {
      const issue = plainIssue(5, at(1), { state, stateReason });
      const tracker = await start({ repositories: [{ ...shop, issues: [issue] }] });
      assert.deepEqual((await pagesOf(tracker)).at(-1)!.goals[0]!.status, { name, category });
    });
  }

  for (const [label, rank, word] of [
    ['P0', 1, 'P0'],
    ['p2', 2, 'p2'],
    ['priority: low', 4, 'low'],
    ['priority/high', 2, 'high'],
  ] as const) {
    it(`reads the priority of the label ${label}`, async () => {
      const issue = plainIssue(5, at(1), { labels: { nodes: [{ name: 'bug' }, { name: label }] } });
      const tracker = await start({ repositories: [{ ...shop, issues: [issue] }] });
      assert.deepEqual((await pagesOf(tracker)).at(-1)!.goals[0]!.priority, { rank, label: word });
    });
  }

  it('asks page after page in the order of change, with a mark on each', async () => {
    const issues = Array.from({ length: 120 }, (_, index) => plainIssue(index + 1, at(120 - index)));
    const tracker = await start({ repositories: [{ ...shop, issues }] });
    const [, ...pages] = await pagesOf(tracker);
    assert.deepEqual(
      pages.map(({ goals, mark, total }) => [goals.length, mark, total]),
      [
        [50, Date.parse(at(50)), 120],
        [50, Date.parse(at(100)), 120],
        [20, Date.parse(at(120)), 120],
      ],
    );
  });

  it('asks for what changed only', async () => {
    const issues = Array.from({ length: 120 }, (_, index) => plainIssue(index + 1, at(index)));
    const tracker = await start({ repositories: [{ ...shop, issues }] });
    const pages = await pagesOf(tracker, Date.parse(at(110)));
    assert.deepEqual(
      pages.flatMap(({ goals }) => goals.map(({ key }) => key)).filter((key) => !key.includes('.M')),
      issues.slice(110).map(({ number }) => `SHOP-${number}`),
    );
  });

  it('reads older milestones only the first time', async () => {
    const milestones = Array.from({ length: 120 }, (_, index) => ({
      ...fullMilestone,
      id: `MI_${index + 1}`,
      number: index + 1,
      updatedAt: at(index),
    }));
    const tracker = await start({ repositories: [{ ...shop, milestones }] });
    await pagesOf(tracker);
    assert.equal(queriesOf(server).filter((name) => name === 'GoalLensMilestones').length, 3);
    server.requests.length = 0;
    await pagesOf(tracker, Date.parse(at(119)));
    assert.equal(queriesOf(server).filter((name) => name === 'GoalLensMilestones').length, 1);
  });

  it('ends when the server gives the same cursor for ever', async () => {
    const issues = { totalCount: 1, pageInfo: { hasNextPage: true, endCursor: 'x' }, nodes: [] };
    const milestones = { pageInfo: { hasNextPage: false }, nodes: [] };
    const tracker = await start({
      onGraphql: () => ({ json: { data: { repository: { issues, milestones } } } }),
    });
    await assert.rejects(pagesOf(tracker), { reason: 'wrongShape' });
  });

  it('reads several repositories up to the time of the server at the start', async () => {
    const date = 'Sun, 22 Nov 2026 11:00:00 GMT';
    const tracker = await start(
      {
        repositories: [shop, { nameWithOwner: 'globex/shop', issues: [plainIssue(1, at(5))] }],
        rest: { '/rate_limit': { json: {}, headers: { Date: date } } },
      },
      { follow: ['acme/shop', 'globex/shop'] },
    );
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.map(({ mark }) => mark).filter((mark) => mark !== undefined),
      [Date.parse(date)],
    );
    assert.equal(pages.at(-1)!.mark, Date.parse(date));
  });

  it('reads up to where every repository has been read when the server does not say its time', async () => {
    const other = { nameWithOwner: 'acme/web', issues: [{ ...fullIssue, updatedAt: at(5) }] };
    const tracker = await start({ repositories: [shop, other] }, { follow: ['acme/shop', 'acme/web'] });
    assert.equal((await pagesOf(tracker)).at(-1)!.mark, Date.parse(at(5)));
  });

  it('reads the other repositories when one is gone, and says so at the end', async () => {
    const tracker = await start({ repositories: [shop] }, { follow: ['acme/gone', 'acme/shop'] });
    const keys: string[] = [];
    await assert.rejects(
      async () => {
        for await (const { goals, mark } of tracker.listChanged(undefined, never)) {
          keys.push(...goals.map(({ key }) => key));
          assert.equal(mark, undefined);
        }
      },
      { reason: 'notFound', message: /acme\/gone/ },
    );
    assert.deepEqual(keys, ['SHOP.M-3', 'SHOP-142']);
  });

  for (const [what, entry] of [
    ['nothing', {}],
    ['something that is neither', { follow: ['shop'] }],
  ] as const) {
    it(`refuses to follow ${what}`, async () => {
      const tracker = await start({}, entry);
      await assert.rejects(pagesOf(tracker), { reason: 'rejected' });
      assert.equal(server.requests.length, 0);
    });
  }

  it('asks for goals by key, in followed repositories and beside them', async () => {
    const platform = {
      nameWithOwner: 'acme/platform',
      issues: [plainIssue(12, at(1))],
    };
    const tracker = await start({ repositories: [shop, platform] });
    const keys = [
      'shop-142',
      'SHOP.M-3',
      'PLATFORM-12',
      'SHOP-999',
      'JIRA-5',
      'nonsense',
      'SHOP-99999999999',
    ];
    const { goals, problems } = await tracker.getByKeys(keys, never);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['SHOP-142', 'SHOP.M-3', 'PLATFORM-12'],
    );
    assert.deepEqual(problems, []);
    assert.equal(server.requests.length, 1);
    // A repository that is not there is not asked for again.
    await tracker.getByKeys(['JIRA-6'], never);
    assert.deepEqual(await tracker.getByKeys(['nonsense', 'no-key'], never), { goals: [] });
    assert.equal(server.requests.length, 1);
  });

  it('asks for many goals by key in queries of fifty', async () => {
    const issues = Array.from({ length: 90 }, (_, index) => plainIssue(index + 1, at(index)));
    const tracker = await start({ repositories: [{ ...shop, issues }] });
    const { goals } = await tracker.getByKeys(
      issues.map(({ number }) => `SHOP-${number}`),
      never,
    );
    assert.equal(goals.length, 90);
    assert.equal(server.requests.length, 2);
  });

  it('keeps the keys of a repository that was renamed', async () => {
    const renamed = { ...shop, nameWithOwner: 'acme/store' };
    const issue = { ...fullIssue, repository: { nameWithOwner: 'acme/store' } };
    const issues = { pageInfo: { hasNextPage: false }, nodes: [issue] };
    const milestones = { pageInfo: { hasNextPage: false }, nodes: [] };
    const data = { repository: { nameWithOwner: renamed.nameWithOwner, issues, milestones } };
    const tracker = await start({ onGraphql: () => ({ json: { data } }) });
    assert.equal((await pagesOf(tracker)).at(-1)!.goals[0]!.key, 'SHOP-142');
  });
});
