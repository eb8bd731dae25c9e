import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TrackerError } from '../../../../../src/core/tracker/trackerError';
import { gitlab } from '../../../../../src/trackers/kinds/gitlab/gitlabTracker';
import { connect, connection, never, pagesOf, testToken } from '../../support/connect';
import { TestClock } from '../../support/testClock';
import { TrackerServer, type CannedAnswer, type ReceivedRequest } from '../../support/trackerServer';
import { epic, issue, link, milestone } from './gitlabServer';

interface Asked {
  readonly query: string;
  readonly variables: { readonly types?: readonly string[] };
}

const lastPage = { hasNextPage: false, endCursor: null };

describe('GitLab, whatever it answers', function () {
  this.timeout(20_000);
  let server: TrackerServer;
  const clock = new TestClock();
  const start = async (answer: (request: ReceivedRequest) => CannedAnswer) => {
    server = await new TrackerServer(answer).start();
    return connect({ kind: 'gitlab', url: server.url, follow: ['acme'] }, clock);
  };
  /** Answers the questions about the place, and leaves the work items to a test. */
  const withItems =
    (answer: (asked: Asked) => CannedAnswer, hasEpics = true) =>
    (request: ReceivedRequest): CannedAnswer => {
      if (request.url.pathname.endsWith('/milestones')) return { json: [milestone, { id: 'x' }, null] };
      const asked = request.body as Asked;
      if (asked.query.includes('GoalLensPlace')) {
        return { json: { data: { group: { fullPath: 'acme' }, project: null } } };
      }
      if (asked.query.includes('GoalLensEpics')) {
        return { json: { data: { group: { workItems: { nodes: hasEpics ? [{ id: '1' }] : [] } } } } };
      }
      return answer(asked);
    };
  const itemsPage = (nodes: readonly unknown[]): CannedAnswer => ({
    json: { data: { group: { workItems: { nodes, pageInfo: lastPage } } } },
  });
  afterEach(() => server.stop());

  const required = new Set(['id', 'iid', 'title']);
  for (const [form, value] of [
    ['absent', undefined],
    ['null', null],
    ['of another type', { surprising: [true] }],
  ] as const) {
    const bare = (item: object) =>
      Object.fromEntries(
        Object.entries(item).map(([name, of]: [string, unknown]) => [name, required.has(name) ? of : value]),
      );

    it(`makes a goal of an issue whose optional fields are ${form}`, async () => {
      const webUrl = 'https://gitlab.example.com/acme/shop/-/issues/142';
      const nodes = [{ ...bare(issue), webUrl }, null, { iid: 'x' }, bare(link(1, 'acme/shop'))];
      const { tracker } = await start(withItems(() => itemsPage(nodes)));
      const [page] = await pagesOf(tracker);
      assert.deepEqual(page!.goals, [
        {
          id: 'gid://gitlab/WorkItem/acme/shop/142',
          trackerId: `gitlab:${server.url}#acme`,
          key: 'SHOP-142',
          title: issue.title,
          level: 'item',
          metrics: [],
          blockedByKeys: [],
          blocksKeys: [],
          labels: [],
          url: webUrl,
        },
      ]);
      assert.equal(page!.problems?.length, 3);
    });

    it(`makes a goal of an issue whose widgets' fields are ${form}`, async () => {
      const widgets = [...issue.widgets.map(bare), value];
      const { tracker } = await start(withItems(() => itemsPage([{ ...issue, widgets }])));
      const [page] = await pagesOf(tracker);
      assert.deepEqual(
        page!.goals.map(({ key, labels, parentKey }) => [key, labels, parentKey]),
        [['SHOP-142', [], undefined]],
      );
    });
  }

  it('leaves out milestones that it cannot read', async () => {
    const { tracker } = await start(withItems(() => itemsPage([]), false));
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.flatMap(({ goals }) => goals.map(({ key }) => key)),
      ['SHOP.M-7'],
    );
    assert.equal(pages.flatMap(({ problems }) => problems ?? []).length, 2);
  });

  it('asks an old server for less, step by step, and says so', async () => {
    const refuse = (message: string): CannedAnswer => ({ json: { errors: [{ message }] } });
    const { tracker } = await start((request) => {
      if (request.url.pathname === '/api/v4/user') return { json: { username: 'priya' } };
      if (request.url.pathname === '/api/v4/version') return { status: 403, json: { message: 'no' } };
      return withItems(({ query }) => {
        if (query.includes('WorkItemWidgetStatus')) {
          return refuse("No such type WorkItemWidgetStatus, so it can't be a fragment condition");
        }
        return itemsPage([issue]);
      })(request);
    });
    const [page] = await pagesOf(tracker);
    assert.deepEqual(
      page!.goals.map(({ key }) => key),
      ['SHOP-142'],
    );
    assert.deepEqual((await tracker.checkConnection(never)).limits, [
      { kind: 'partOfIssues', detail: 'WorkItemWidgetStatus' },
    ]);
    const before = server.requests.length;
    await pagesOf(tracker);
    assert.equal(server.requests.length - before, 3);
  });

  it('hands on errors that are no fault of the query', async () => {
    const { tracker } = await start(
      withItems(() => ({ json: { errors: [{ message: 'Internal server error' }] } })),
    );
    await assert.rejects(pagesOf(tracker), { reason: 'rejected' });
    assert.equal(server.requests.length, 3);
  });

  it('ends a list whose cursor comes again', async () => {
    const pageInfo = { hasNextPage: true, endCursor: 'same' };
    const json = { data: { group: { workItems: { nodes: [epic], pageInfo } } } };
    const { tracker } = await start(withItems(() => ({ json })));
    await assert.rejects(pagesOf(tracker), { reason: 'wrongShape' });
  });

  for (const [status, answer, reason, detail] of [
    [401, { json: { message: '401 Unauthorized' } }, 'unauthorized', /401/],
    [
      403,
      { json: { error: 'insufficient_scope', error_description: 'needs read_api' } },
      'forbidden',
      /read_api/,
    ],
    [400, { json: { message: { title: ['is too long'] } } }, 'rejected', /title.*too long/],
    [404, { json: { message: '404 Not Found' } }, 'notFound', /404/],
  ] as const) {
    it(`takes status ${status} for ${reason}, in GitLab's own words`, async () => {
      const { tracker } = await start(() => ({ status, ...answer }));
      await assert.rejects(tracker.checkConnection(never), (error: TrackerError) => {
        assert.equal(error.reason, reason);
        assert.match(error.details.detail ?? '', detail);
        return true;
      });
    });
  }

  it('pauses on status 429 with a text, until a time in epoch seconds', async () => {
    const resetAt = Math.ceil(clock.now() / 1000) + 300;
    const { tracker, rateLimit } = await start(() => ({
      status: 429,
      text: 'Retry later',
      headers: {
        'Content-Type': 'text/plain',
        'RateLimit-Limit': '2000',
        'RateLimit-Remaining': '0',
        'RateLimit-Reset': String(resetAt),
      },
    }));
    await assert.rejects(tracker.checkConnection(never), (error: TrackerError) => {
      assert.deepEqual([error.reason, error.details.retryAt], ['rateLimited', resetAt * 1000]);
      return true;
    });
    assert.deepEqual(rateLimit(), { remaining: 0, limit: 2000, resetAt: resetAt * 1000 });
  });

  it('signs in with either kind of token', async () => {
    const to = connection({ kind: 'gitlab', url: 'https://gitlab.com' });
    assert.deepEqual(gitlab.dialect.authorize('glpat-1', to), { 'PRIVATE-TOKEN': 'glpat-1' });
    const { tracker } = await start(withItems(() => itemsPage([])));
    await pagesOf(tracker);
    assert.ok(server.requests.every(({ headers }) => headers.authorization === `Bearer ${testToken}`));
  });

  it('makes goals or a TrackerError of any JSON', async () => {
    let answer: unknown;
    let isAny = false;
    const { tracker } = await start((request) =>
      isAny || request.url.pathname.startsWith('/api/v4')
        ? { json: answer }
        : withItems(() => ({ json: answer }), false)(request),
    );
    const either = async (work: Promise<unknown>) => {
      await work.catch((error: unknown) => assert.ok(error instanceof TrackerError, String(error)));
      clock.advance(60 * 60_000);
    };
    const json = fc.jsonValue();
    const names = [
      'parent',
      'labels',
      'assignees',
      'milestone',
      'weight',
      'upvotes',
      'status',
      'linkedItems',
    ];
    const widget = fc.dictionary(fc.constantFrom(...names, 'customFieldValues', 'dueDate'), json);
    const item = fc.record({ ...Object.fromEntries(Object.keys(issue).map((name) => [name, json])) });
    const node = fc.oneof(
      json,
      item,
      fc.array(widget).map((widgets) => ({ ...issue, widgets })),
    );
    const pageInfo = fc.record({ hasNextPage: fc.boolean(), endCursor: fc.oneof(json, fc.constant('c')) });
    const workItems = fc.record({ nodes: fc.array(node), pageInfo });
    const answers = fc.oneof(
      json,
      fc.record({ data: fc.record({ group: fc.record({ workItems }) }), errors: json }),
    );
    const works = [
      () => pagesOf(tracker),
      () => tracker.getByKeys(['SHOP-142', 'ACME.E-3', 'SHOP.M-7'], never),
      () => tracker.checkConnection(never),
      () => tracker.followables(never),
      () => tracker.fields(never),
    ];
    await fc.assert(
      fc.asyncProperty(answers, fc.boolean(), fc.constantFrom(...works), async (any, everywhere, work) => {
        [answer, isAny] = [any, everywhere];
        await either(work());
      }),
      { numRuns: 60 },
    );
  });
});
