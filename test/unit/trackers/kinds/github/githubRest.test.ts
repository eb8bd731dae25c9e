import assert from 'node:assert/strict';
import type { ReceivedRequest, TrackerServer } from '../../support/trackerServer';
import { connect, hasMark, keysIn, never, pagesOf, pagesUntilFault } from '../../support/connect';
import { fullIssue, mapped, restIssue, restMilestone } from './githubFixtures';
import { githubSchemaBetween, oldGithubSchema } from './githubSchema';
import { githubStandIn, page, queriesOf, type StandInData } from './githubStandIn';

const at = (second: number): string =>
  new Date(Date.UTC(2026, 10, 1) + second * 1000).toISOString().replace('.000', '');
const issues = '/api/v3/repos/acme/shop/issues';
const milestones = '/api/v3/repos/acme/shop/milestones';

describe('GitHub Enterprise with an old schema', () => {
  let server: TrackerServer;
  const start = async (data: StandInData, entry: object = { follow: ['acme/shop'] }) => {
    server = await githubStandIn({ schema: oldGithubSchema, ...data }).start();
    return (await connect({ kind: 'github', url: `${server.url}/api`, ...mapped, ...entry })).tracker;
  };
  const repositories = [{ nameWithOwner: 'acme/shop', issues: [fullIssue] }];
  before(function () {
    // Reading the schema takes longer than a test may.
    this.timeout(60_000);
    oldGithubSchema();
  });
  afterEach(() => server.stop());

  it('is read over REST, below /api/v3, once it has refused our query', async () => {
    const tracker = await start({
      repositories,
      rest: { [issues]: { json: [restIssue] }, [milestones]: { json: [restMilestone] } },
    });
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.flatMap(({ goals }) => goals.map(({ key }) => key)),
      ['SHOP.M-3', 'SHOP-142'],
    );
    assert.equal(pages.at(-1)!.mark, Date.parse(restIssue.updated_at));
    assert.deepEqual(queriesOf(server), ['GoalLensIssues', `GET ${milestones}`, `GET ${issues}`]);
    assert.equal(server.requests[0]!.url.pathname, '/api/graphql');
    await pagesOf(tracker);
    assert.deepEqual(queriesOf(server).slice(3), [`GET ${milestones}`, `GET ${issues}`]);
  });

  it('gives all issues where it is the page of milestones that comes again, and asks for both again', async () => {
    const tracker = await start({
      rest: {
        [issues]: { json: [restIssue] },
        [milestones]: ({ url }) => ({
          json: [restMilestone],
          headers: { Link: `<${url.origin}${milestones}?page=2>; rel="next"` },
        }),
      },
    });
    const { pages, reason } = await pagesUntilFault(tracker);
    const keys = ['SHOP.M-3', 'SHOP.M-3', 'SHOP-142'];
    assert.deepEqual([keysIn(pages), hasMark(pages), reason], [keys, false, 'wrongShape']);
  });

  it('maps an issue with everything set', async () => {
    const tracker = await start({ rest: { [issues]: { json: [restIssue] }, [milestones]: { json: [] } } });
    assert.deepEqual((await pagesOf(tracker)).at(-1)!.goals, [
      {
        id: 'I_142',
        trackerId: `github:${server.url}/api#acme/shop`,
        key: 'SHOP-142',
        title: 'Checkout that never loses a cart',
        level: 'epic',
        description: 'Carts get lost.',
        status: { name: 'Completed', category: 'done' },
        priority: { rank: 2, label: 'High' },
        impact: {
          customers: { value: 38, field: 'Customers affected' },
          requests: { value: 8, field: 'reactions' },
        },
        targetDate: '2026-12-12',
        progress: 0.25,
        metrics: [],
        parentKey: 'PLATFORM-12',
        blockedByKeys: [],
        blocksKeys: [],
        labels: ['payments', 'P2'],
        url: 'https://github.com/acme/shop/issues/142',
        updatedAt: '2026-11-22T10:00:00.000Z',
        closedAt: '2026-11-22T10:00:00.000Z',
      },
    ]);
  });

  it('is read over REST too where the token may not ask for what is new', async () => {
    const message = 'Your token has not been granted the required scopes to execute this query.';
    const tracker = await start({
      onGraphql: () => ({ json: { errors: [{ type: 'INSUFFICIENT_SCOPES', message }] } }),
      rest: { [issues]: { json: [restIssue] }, [milestones]: { json: [] } },
    });
    assert.equal((await pagesOf(tracker)).at(-1)!.goals[0]!.key, 'SHOP-142');
  });

  it('leaves out pull requests', async () => {
    const pullRequest = { ...restIssue, number: 143, pull_request: { url: 'https://api.github.com/x' } };
    const tracker = await start({
      rest: { [issues]: { json: [pullRequest, restIssue] }, [milestones]: { json: [] } },
    });
    const last = (await pagesOf(tracker)).at(-1)!;
    assert.deepEqual(
      last.goals.map(({ key }) => key),
      ['SHOP-142'],
    );
    assert.deepEqual(last.problems, []);
  });

  it('asks for what changed, page after page, without skipping what moves meanwhile', async () => {
    const all = Array.from({ length: 350 }, (_, index) => ({
      ...restIssue,
      node_id: `I_${index + 1}`,
      number: index + 1,
      // A hundred and fifty in one second: more than a page.
      updated_at: at(index < 150 ? 10 : Math.floor(index / 3)),
    }));
    const list = ({ url }: ReceivedRequest) => {
      const since = url.searchParams.get('since')!;
      const number = Number(url.searchParams.get('page') ?? 1);
      const found = all
        .filter(({ updated_at }) => updated_at >= since)
        .map((each) => ({ ...each }))
        .toSorted((a, b) => a.updated_at.localeCompare(b.updated_at));
      const next = new URL(url);
      next.searchParams.set('page', String(number + 1));
      const link = `<${next.href}>; rel="next", <${url.href}>; rel="first"`;
      // One that was read changes and moves to the end.
      if (since > at(10)) all[0]!.updated_at = at(100_000);
      return {
        json: found.slice((number - 1) * 100, number * 100),
        ...(number * 100 < found.length && { headers: { Link: link } }),
      };
    };
    const tracker = await start({ rest: { [issues]: list, [milestones]: { json: [] } } });
    const goals = (await pagesOf(tracker, Date.parse(at(0)))).flatMap((each) => each.goals);
    assert.equal(new Set(goals.map(({ id }) => id)).size, 350);
    const first = server.requests.find(({ url }) => url.pathname === issues)!.url.searchParams;
    assert.equal(first.get('since'), at(0));
    assert.equal(first.get('state'), 'all');
    assert.equal(first.get('direction'), 'asc');
  });

  it('follows no next page elsewhere, and none for ever', async () => {
    let link = '<https://evil.example/api/v3/x>; rel="next"';
    const list = () => ({ json: [restMilestone], headers: { Link: link } });
    const tracker = await start({ rest: { [milestones]: list, [issues]: { json: [] } } });
    await assert.rejects(pagesOf(tracker), { reason: 'redirected' });
    link = `<${server.url}${milestones}?page=2>; rel="next"`;
    await assert.rejects(pagesOf(tracker), { reason: 'wrongShape' });
  });

  it('asks for goals by key, one by one', async () => {
    const tracker = await start({
      rest: {
        [`${issues}/142`]: { json: restIssue },
        [`${issues}/143`]: { json: { ...restIssue, number: 143, pull_request: {} } },
        [`${issues}/144`]: { status: 301, headers: { Location: 'https://ghe.example/x' } },
        [`${issues}/145`]: { status: 410, json: { message: 'This issue was deleted' } },
        [`${milestones}/3`]: { json: restMilestone },
      },
    });
    const keys = ['SHOP-142', 'SHOP-143', 'SHOP-144', 'SHOP-145', 'SHOP-146', 'SHOP.M-3', 'OTHER-1'];
    const { goals } = await tracker.getByKeys(keys, never);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['SHOP-142', 'SHOP.M-3'],
    );
  });

  it('is asked for less over GraphQL where a project is followed', async () => {
    const item = { id: 'PVTI_1', isArchived: false, updatedAt: at(1), content: fullIssue };
    const items = (args: { first: number; after?: string }) => page([item], args);
    const tracker = await start(
      { repositories, organization: { login: 'acme', projectV2: { items } } },
      { follow: ['acme/shop', 'orgs/acme/projects/7'] },
    );
    const goals = (await pagesOf(tracker)).flatMap((each) => each.goals);
    assert.deepEqual(
      goals.map(({ key, priority, status }) => [key, priority?.label, status?.name]),
      [
        ['SHOP-142', 'P1', 'In Progress'],
        ['SHOP-142', 'P1', 'In Progress'],
      ],
    );
  });

  it('is described in the report on the connection', async () => {
    const tracker = await start({
      repositories,
      rest: {
        '/api/v3/user': {
          json: { login: 'priya', name: 'Priya Nair' },
          headers: { 'X-GitHub-Enterprise-Version': '3.14.2' },
        },
      },
    });
    const { limits, ...rest } = await tracker.checkConnection(never);
    assert.deepEqual(rest, { account: 'Priya Nair (priya)', server: 'GitHub Enterprise Server 3.14.2' });
    assert.equal(limits!.length, 1);
    assert.equal(limits![0]!.kind, 'partOfIssues');
    assert.match(limits![0]!.detail ?? '', /Cannot query field "parent"/);
  });
});

describe('GitHub Enterprise with a schema between the oldest and the newest', () => {
  let server: TrackerServer;
  before(function () {
    this.timeout(60_000);
    githubSchemaBetween();
  });
  afterEach(() => server.stop());

  for (const follow of [['acme/shop'], ['acme/shop', 'orgs/acme/projects/7']]) {
    it(`is asked for all that it knows where ${follow.join(' and ')} is followed`, async () => {
      const repositories = [{ nameWithOwner: 'acme/shop', issues: [fullIssue] }];
      const items = (args: { first: number; after?: string }) => page([], args);
      const organization = { login: 'acme', projectV2: { items, fields: { nodes: [] } } };
      const rest = { '/api/v3/user': { json: { login: 'priya' } } };
      const data = { schema: githubSchemaBetween, repositories, organization, rest };
      server = await githubStandIn(data).start();
      const entry = { kind: 'github', url: `${server.url}/api`, ...mapped, follow };
      const { tracker } = await connect(entry);
      const goals = (await pagesOf(tracker)).flatMap((each) => each.goals);
      assert.deepEqual(
        goals.map(({ key, parentKey, blockedByKeys }) => [key, parentKey, blockedByKeys]),
        [['SHOP-142', 'PLATFORM-12', ['SHOP-9']]],
      );
      const asked = queriesOf(server).filter((name) => name === 'GoalLensIssues');
      assert.equal(asked.length, 3, 'refused for the types of issues, then for their fields, then answered');
      const [limit] = (await tracker.checkConnection(never)).limits ?? [];
      assert.match(limit?.detail ?? '', /Cannot query field "issueType"/);
    });
  }
});
