import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { TrackerError } from '../../../../src/core/trackerError';
import { connectTracker } from '../../../../src/trackers/connectTracker';
import { connect, connection, never, pagesOf, testToken } from '../support/connect';
import { TestClock } from '../support/testClock';
import { TrackerServer } from '../support/trackerServer';
import { GoalServer, goals } from './goalServer';

const now = Date.parse('2026-11-22T12:00:00Z');
const envelope = { schema: 'goal-lens/v1', generatedAt: '2026-11-22T12:00:00Z', nextCursor: null };

/** A record with all that the contract has. */
const full = {
  key: 'SHOP-7',
  id: '7',
  title: 'Checkout that never loses a cart',
  level: 'initiative',
  description: 'Customers lose their cart.',
  status: { name: 'In development', category: 'active' },
  health: 'at-risk',
  priority: { rank: 1, label: 'Now' },
  impact: {
    customers: { count: 38, names: ['Acme'] },
    requests: 112,
    revenue: { amount: 240000, currency: 'EUR' },
    segments: ['enterprise'],
    severity: 'Critical',
    score: 8,
    quotes: [{ text: 'We lost the basket.', source: 'Acme', url: 'https://notes.example/12' }],
  },
  owner: { name: 'Priya Nair', email: 'priya@shop.example' },
  target: '2026-Q4',
  progress: 0.62,
  metrics: [{ name: 'Carts lost', unit: '%', baseline: 7.4, current: 4.9, target: 2 }],
  parent: 'OBJ-1',
  blockedBy: ['SHOP-9'],
  blocks: ['SHOP-160'],
  labels: ['payments'],
  url: 'https://tracker.example/SHOP-7',
  updated: '2026-11-20T15:30:00Z',
};

describe('REST contract', () => {
  let server: GoalServer | TrackerServer;
  const serve = async (entries = goals(3), follow?: string[]) => {
    const started = await new GoalServer({ goals: entries, deleted: [], projects: [] }).start();
    server = started;
    const { tracker } = await connect({ kind: 'rest', url: started.url, ...(follow && { follow }) });
    return { server: started, tracker };
  };
  /** Another service, which answers as a test says. */
  const answer = async (handler: ConstructorParameters<typeof TrackerServer>[0]) => {
    const started = await new TrackerServer(handler).start();
    server = started;
    return { server: started, ...(await connect({ kind: 'rest', url: started.url })) };
  };
  afterEach(() => server.stop());

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

  it('reads page after page, and marks the last one with the time of the first', async () => {
    const { server, tracker } = await serve(goals(450));
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.map(({ goals, mark, total }) => [goals.length, mark, total]),
      [
        [200, undefined, 450],
        [200, undefined, undefined],
        [50, now, undefined],
      ],
    );
    assert.equal(new Set(pages.flatMap(({ goals }) => goals.map(({ id }) => id))).size, 450);
    assert.deepEqual(
      server.requests.map(({ url }) => url.searchParams.get('limit')),
      ['200', '200', '200'],
    );
    assert.equal(server.requests[0]!.headers.authorization, `Bearer ${testToken}`);
  });

  it('ends when cursors come again', async () => {
    const { tracker } = await answer(() => ({ json: { ...envelope, nextCursor: 'again', goals: [] } }));
    await assert.rejects(pagesOf(tracker), { reason: 'wrongShape' });
  });

  it('asks for what changed and what is gone since', async () => {
    const { server, tracker } = await serve(goals(3));
    server.data = {
      goals: [...goals(2), { ...goals(3)[2]!, title: 'Changed', updated: '2026-11-22T11:00:00Z' }],
      deleted: [
        { id: '8', at: '2026-11-22T10:30:00Z' },
        { id: '9', at: '2026-01-01T00:00:00Z' },
      ],
    };
    const [page] = await pagesOf(tracker, Date.parse('2026-11-22T10:00:00Z'));
    assert.deepEqual(
      page!.goals.map(({ title }) => title),
      ['Changed'],
    );
    assert.deepEqual(page!.deletedIds, ['8']);
    assert.equal(page!.mark, now);
    assert.equal(server.requests[0]!.url.searchParams.get('updatedSince'), '2026-11-22T10:00:00.000Z');
  });

  it('keeps the mark where nothing is new, so that the same question can be answered with a 304', async () => {
    const { server, tracker } = await serve();
    for (let round = 0; round < 2; round += 1) {
      const [page] = await pagesOf(tracker, Date.parse('2026-11-22T10:00:00Z'));
      assert.deepEqual([page!.goals, page!.deletedIds, page!.mark], [[], [], undefined]);
    }
    assert.deepEqual(server.statuses, [200, 304]);
  });

  it('takes a goal that is both there and gone as there', async () => {
    const { tracker } = await answer(() => ({ json: { ...envelope, goals: [full], deleted: ['7', '8'] } }));
    const [page] = await pagesOf(tracker, 0);
    assert.deepEqual(page!.deletedIds, ['8']);
  });

  for (const [schema, detail] of [
    ['goal-lens/v2', /goal-lens\/v2, which needs a newer Goal Lens/],
    ['other/v1', /must be goal-lens\/v1, but is "other\/v1"/],
    [undefined, /must be goal-lens\/v1/],
  ] as const) {
    it(`refuses the contract ${schema ?? 'without a name'}`, async () => {
      // Whatever else is different in another contract does not matter.
      const { tracker } = await answer(() => ({ json: { schema, goals: 'elsewhere' } }));
      await assert.rejects(pagesOf(tracker), (error: TrackerError) => {
        assert.equal(error.reason, 'wrongShape');
        assert.match(error.details.detail!, detail);
        return true;
      });
    });
  }

  it('takes a minor version of the contract', async () => {
    const { tracker } = await answer(() => ({
      json: { ...envelope, schema: 'goal-lens/v1.3', goals: [full], more: 1 },
    }));
    assert.equal((await pagesOf(tracker))[0]!.goals.length, 1);
  });

  it('asks for goals by key, in any project, and takes only those', async () => {
    const { server, tracker } = await serve(goals(300), ['web']);
    const { goals: found } = await tracker.getByKeys(['shop-7', 'OTHER-3', 'not a key', 'A,B'], never);
    assert.deepEqual(
      found.map(({ key }) => key),
      ['SHOP-7'],
    );
    const { searchParams } = server.requests[0]!.url;
    assert.equal(searchParams.get('keys'), 'shop-7,OTHER-3');
    assert.equal(searchParams.get('project'), null);
    const many = Array.from({ length: 250 }, (_, index) => `SHOP-${index + 1}`);
    assert.equal((await tracker.getByKeys(many, never)).goals.length, 250);
    assert.equal(server.requests.length, 4);
    assert.deepEqual((await tracker.getByKeys(['not a key'], never)).goals, []);
    assert.equal(server.requests.length, 4);
  });

  it('splits keys so that a request stays short', async () => {
    const { server, tracker } = await answer(() => ({ json: { ...envelope, goals: [full] } }));
    const keys = Array.from({ length: 100 }, (_, index) => `${'目'.repeat(50)}-${index}`);
    assert.deepEqual((await tracker.getByKeys(keys, never)).goals, []);
    assert.ok(server.requests.length > 1);
    assert.ok(server.requests.every(({ url }) => url.href.length < 8_000));
  });

  it('follows projects', async () => {
    const entries = goals(3).map((goal, index) => ({ ...goal, project: ['shop', 'web', 'other'][index]! }));
    const { server, tracker } = await serve(entries, ['shop', 'web']);
    server.data = { ...server.data, projects: [{ id: 'shop', name: 'Shop' }] };
    assert.equal((await pagesOf(tracker))[0]!.goals.length, 2);
    assert.deepEqual(await tracker.followables(never), [{ value: 'shop', label: 'Shop' }]);
    server.data = { goals: [] };
    assert.deepEqual(await tracker.followables(never), []);
    assert.deepEqual(await tracker.fields(never), []);
  });

  it('says who serves, and refuses a wrong token even where health is open', async () => {
    const { tracker } = await serve();
    assert.deepEqual(await tracker.checkConnection(never), { server: 'Example goals' });
    await server.stop();
    const open = await answer(({ url }) =>
      url.pathname === '/health'
        ? { json: { schema: 'goal-lens/v1', name: 'Open' } }
        : {
            status: 401,
            headers: { 'content-type': 'application/problem+json' },
            json: { title: 'Unauthorized', detail: `Not ${testToken}` },
          },
    );
    await assert.rejects(open.tracker.checkConnection(never), (error: TrackerError) => {
      assert.equal(error.reason, 'unauthorized');
      assert.equal(error.details.detail, 'Not …');
      return true;
    });
  });

  it('sends no token to an open service', async () => {
    const open = await new GoalServer({ goals: goals(1) }, '').start();
    server = open;
    const { tracker } = await connectTracker(connection({ kind: 'rest', url: open.url, signIn: 'none' }), {
      token: () => Promise.resolve(''),
      clock: new TestClock(),
    });
    assert.equal((await pagesOf(tracker))[0]!.goals.length, 1);
    assert.equal(open.requests[0]!.headers.authorization, undefined);
  });

  it('waits as long as the service asks', async () => {
    const { tracker } = await answer(() => ({ status: 429, headers: { 'retry-after': '60' }, json: {} }));
    await assert.rejects(pagesOf(tracker), (error: TrackerError) => {
      assert.equal(error.reason, 'rateLimited');
      assert.equal(error.details.retryAt, new TestClock().now() + 60_000);
      return true;
    });
  });

  it('survives records that are nested without end', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = JSON.stringify({ ...envelope, goals: [{ ...full, labels: 'HERE' }, 'HERE'] });
    const { tracker } = await answer(() => ({ text: text.replaceAll('"HERE"', deep) }));
    const [page] = await pagesOf(tracker);
    assert.equal(page!.goals.length, 1);
    assert.equal(page!.problems!.length, 2);
  });

  it('makes goals or a TrackerError of anything', async () => {
    let json: unknown;
    const { tracker } = await answer(() => ({ json }));
    const wild = fc.oneof(
      fc.jsonValue(),
      fc.record({
        schema: fc.constant('goal-lens/v1'),
        generatedAt: fc.oneof(fc.constant('2026-11-22T12:00:00Z'), fc.string()),
        nextCursor: fc.oneof(fc.constant(null), fc.string()),
        goals: fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.record(Object.fromEntries(Object.keys(full).map((name) => [name, fc.jsonValue()])), {
              requiredKeys: [],
            }),
          ),
        ),
        deleted: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
      }),
    );
    await fc.assert(
      fc.asyncProperty(wild, async (value) => {
        json = value;
        try {
          for (const page of await pagesOf(tracker)) for (const goal of page.goals) assert.ok(goal.key);
        } catch (error) {
          assert.ok(error instanceof TrackerError, String(error));
        }
      }),
      { numRuns: 100 },
    );
  });
});
