import assert from 'node:assert/strict';
import type { Goal } from '../../../../src/core/goal';
import type { Tracker } from '../../../../src/trackers/tracker';
import { connect, never, pagesOf } from '../support/connect';
import { TestClock } from '../support/testClock';
import type { TrackerServer } from '../support/trackerServer';
import {
  acme,
  askedIn,
  globex,
  initiative,
  issue,
  listOf,
  need,
  onePage,
  project,
  workspace,
  type Asked,
  type Lists,
} from './linearWorkspace';

const initiativeKey = 'no-lost-carts-b1b2b3b4b5b6';
const projectKey = 'retry-payments-a1b2c3d4e5f6';
const needs = [
  need('d-1', acme, { body: 'We lose a cart a day.', url: 'https://example.com/thread/1' }),
  need('d-2', globex),
  need('d-3', acme, { issue: null }),
  need('d-4', null),
];

describe('Linear', function () {
  this.timeout(20_000);
  let server: TrackerServer;
  const start = async (lists: Lists, entry: object = {}): Promise<Tracker> => {
    server = await workspace(lists).start();
    return (await connect({ kind: 'linear', url: server.url, currency: 'usd', ...entry })).tracker;
  };
  const goalsOf = async (tracker: Tracker, since?: number): Promise<Goal[]> =>
    (await pagesOf(tracker, since)).flatMap(({ goals }) => goals);
  const askedFor = (list: string): Asked['variables'][] =>
    server.requests
      .map(askedIn)
      .filter((asked) => listOf(asked) === list)
      .map(({ variables }) => variables);
  afterEach(() => server.stop());

  const all: Lists = {
    initiatives: () => onePage([initiative]),
    projects: () => onePage([project]),
    issues: () => onePage([issue]),
    customerNeeds: () => onePage(needs),
  };

  it('maps an initiative that has others below it to an objective', async () => {
    const [goal] = await goalsOf(await start(all));
    assert.deepEqual(goal, {
      id: 'i-1',
      trackerId: `linear:${server.url}`,
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
    const [, goal] = await goalsOf(await start(all));
    assert.deepEqual(goal, {
      id: 'p-1',
      trackerId: `linear:${server.url}`,
      key: projectKey,
      title: 'Retry payments',
      level: 'epic',
      status: { name: 'In flight', category: 'active' },
      health: 'onTrack',
      priority: { rank: 2, label: 'High' },
      impact: {
        requests: { value: 4, field: 'customerNeeds' },
        customers: { value: 2, field: 'customerNeeds.customer' },
        customerNames: { value: ['Acme', 'Globex'], field: 'customerNeeds.customer.name' },
        revenue: { value: { amount: 180000, currency: 'USD' }, field: 'customerNeeds.customer.revenue' },
        segments: { value: ['Enterprise', 'Pro'], field: 'customerNeeds.customer.tier' },
        quotes: {
          value: [{ text: 'We lose a cart a day.', source: 'Acme', url: 'https://example.com/thread/1' }],
          field: 'customerNeeds.body',
        },
      },
      owner: { name: 'Sam Lee', email: 'sam@example.com' },
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
    const [, , goal] = await goalsOf(await start(all));
    const { impact, ...rest } = goal!;
    assert.deepEqual(rest, {
      id: 'n-142',
      trackerId: `linear:${server.url}`,
      key: 'ENG-142',
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

  it('reads every page, and marks the last one with the latest change', async () => {
    const tracker = await start({
      issues: ({ after }) =>
        after === undefined
          ? { nodes: [issue], pageInfo: { hasNextPage: true, endCursor: 'next' } }
          : onePage([
              { ...issue, id: 'n-143', identifier: 'ENG-143', updatedAt: '2026-11-01T00:00:00.000Z' },
            ]),
    });
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.flatMap(({ goals }) => goals.map(({ key }) => key)),
      ['ENG-142', 'ENG-143'],
    );
    assert.deepEqual(
      pages.map(({ mark }) => mark),
      [...pages.slice(1).map(() => undefined), Date.parse(issue.updatedAt)],
    );
  });

  it('does not mark what may have changed while it read', async () => {
    const clock = new TestClock();
    server = await workspace({
      initiatives: () => {
        clock.advance(60_000);
        return onePage([]);
      },
      issues: () => onePage([issue]),
    }).start();
    const { tracker } = await connect({ kind: 'linear', url: server.url }, clock);
    assert.equal((await pagesOf(tracker)).at(-1)?.mark, Date.parse(issue.updatedAt) - 60_000);
  });

  it('ends a list whose cursor comes again', async () => {
    const tracker = await start({
      issues: () => ({ nodes: [issue], pageInfo: { hasNextPage: true, endCursor: 'same' } }),
    });
    await assert.rejects(pagesOf(tracker), { reason: 'wrongShape' });
  });

  it('asks for the followed teams only, except for initiatives', async () => {
    await pagesOf(await start(all, { follow: ['eng'] }));
    assert.deepEqual(askedFor('issues')[0]?.filter, { team: { key: { in: ['ENG'] } } });
    assert.deepEqual(askedFor('projects')[0]?.filter, {
      accessibleTeams: { some: { key: { in: ['ENG'] } } },
    });
    assert.deepEqual(askedFor('initiatives')[0]?.filter, {});
  });

  it('asks for changes since a moment, and tells what is archived or in the bin', async () => {
    const tracker = await start({
      issues: () =>
        onePage([
          issue,
          { ...issue, id: 'n-1', archivedAt: '2026-11-22T09:00:00.000Z' },
          { ...issue, id: 'n-2', trashed: true },
        ]),
    });
    const pages = await pagesOf(tracker, Date.UTC(2026, 10, 22));
    assert.deepEqual(askedFor('issues')[0]?.filter, { updatedAt: { gte: '2026-11-22T00:00:00.000Z' } });
    assert.equal(askedFor('issues')[0]?.includeArchived, true);
    assert.deepEqual(
      pages.flatMap(({ goals }) => goals.map(({ id }) => id)),
      ['n-142'],
    );
    assert.deepEqual(
      pages.flatMap(({ deletedIds }) => deletedIds ?? []),
      ['n-1', 'n-2'],
    );
  });

  it('reads a project and an issue again when only what customers asked for has changed', async () => {
    const isById = (filter: object | undefined): boolean => filter !== undefined && 'id' in filter;
    const tracker = await start({
      projects: ({ filter }) => onePage(isById(filter) ? [project] : []),
      issues: ({ filter }) => onePage(isById(filter) ? [issue] : []),
      customerNeeds: ({ filter }) => onePage(filter && 'or' in filter ? [needs[1]] : needs),
    });
    const goals = await goalsOf(tracker, Date.UTC(2026, 10, 22));
    assert.deepEqual(
      goals.map(({ key, impact }) => [key, impact?.requests?.value]),
      [
        [projectKey, 4],
        ['ENG-142', 3],
      ],
    );
  });

  it('finds issues by team and number, and projects and initiatives by the id in their address', async () => {
    const tracker = await start(all);
    const keys = ['eng-142', 'OPS-7', 'acme/shop#12', 'PAY', projectKey.toUpperCase(), 'SHOP.E-3'];
    const { goals } = await tracker.getByKeys(keys, never);
    assert.deepEqual(goals.map(({ key }) => key).sort(), ['ENG-142', initiativeKey, projectKey].sort());
    assert.deepEqual(askedFor('issues')[0]?.filter, {
      or: [
        { team: { key: { eq: 'ENG' } }, number: { in: [142] } },
        { team: { key: { eq: 'OPS' } }, number: { in: [7] } },
      ],
    });
    assert.deepEqual(askedFor('projects')[0]?.filter, { slugId: { in: ['a1b2c3d4e5f6'] } });
  });

  it('asks nothing for keys that cannot be its own', async () => {
    const { goals } = await (await start(all)).getByKeys(['acme/shop#12', '#3', 'AB', 'SHOP.E-3'], never);
    assert.deepEqual(goals, []);
    assert.deepEqual(server.requests, []);
  });

  it('says who is signed in and which teams can be followed', async () => {
    const tracker = await start({
      viewer: () => ({ name: 'Priya Nair', email: 'priya@example.com' }),
      organization: () => ({ name: 'Acme', customersEnabled: false }),
      teams: () => onePage([{ key: 'ENG', name: 'Engineering', description: null }]),
    });
    assert.deepEqual(await tracker.checkConnection(never), {
      account: 'Priya Nair',
      server: 'Linear, workspace Acme',
      limits: ['Customer requests are off in this workspace or not for this account: no impact is shown.'],
    });
    assert.deepEqual(await tracker.followables(never), [{ value: 'ENG', label: 'Engineering' }]);
    assert.deepEqual(await tracker.fields(never), []);
  });
});
