import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TrackerError } from '../../../../../src/core/tracker/trackerError';
import { linear } from '../../../../../src/trackers/kinds/linear/linearTracker';
import type { TrackerPage } from '../../../../../src/trackers/port/tracker';
import { connect, connection, never, pagesOf, testToken } from '../../support/connect';
import { TestClock } from '../../support/testClock';
import { TrackerServer, type CannedAnswer } from '../../support/trackerServer';
import { askedIn, initiative, issue, listOf, onePage, project } from './linearWorkspace';

const listNames = ['customerNeeds', 'initiatives', 'projects', 'issues'] as const;
type ListName = (typeof listNames)[number];

/** An error as Linear words it. */
function fault(type: string, code: string): object {
  return { message: 'no', extensions: { type, code, userPresentableMessage: `Sorry: ${type}` } };
}

describe('Linear, whatever it answers', function () {
  this.timeout(20_000);
  let server: TrackerServer;
  const clock = new TestClock();
  /** Answers by the list that is asked for; an empty page where nothing is said. */
  const start = async (answer: (list: ListName) => CannedAnswer | undefined) => {
    server = await new TrackerServer((request) => {
      const list = listNames.find((name) => listOf(askedIn(request)) === name) ?? 'issues';
      return answer(list) ?? { json: { data: { [list]: onePage([]) } } };
    }).start();
    return (await connect({ kind: 'linear', url: server.url }, clock)).tracker;
  };
  const goalsIn = (pages: readonly TrackerPage[]) => pages.flatMap(({ goals }) => goals);
  afterEach(() => server.stop());

  const required = new Set(['id', 'name', 'title', 'identifier', 'slugId']);
  for (const [form, value] of [
    ['absent', undefined],
    ['null', null],
    ['of another type', { surprising: [true] }],
  ] as const) {
    it(`makes goals of entries whose optional fields are ${form}`, async () => {
      const bare = (entry: object) =>
        Object.fromEntries(
          Object.entries(entry).map(([name, of]: [string, unknown]) => [
            name,
            required.has(name) ? of : value,
          ]),
        );
      const tracker = await start((list) => {
        const entry = { initiatives: initiative, projects: project, issues: issue, customerNeeds: {} }[list];
        return { json: { data: { [list]: onePage([bare(entry), null, { id: 7 }]) } } };
      });
      const pages = await pagesOf(tracker);
      assert.deepEqual(
        goalsIn(pages).map(({ key, level, metrics }) => [key, level, metrics]),
        [
          [initiative.slugId, 'initiative', []],
          [project.slugId, 'epic', []],
          ['ENG-142', 'item', []],
        ],
      );
      assert.equal(pages.flatMap(({ problems }) => problems ?? []).length, 6);
    });
  }

  it('goes on where a plan has no initiatives and no customer requests', async () => {
    const hidden = new Set<ListName>(['initiatives', 'customerNeeds']);
    const tracker = await start((list) => {
      if (!hidden.has(list)) return { json: { data: { [list]: onePage([issue]) } } };
      return { status: 400, json: { errors: [fault('feature not accessible', 'FEATURE_NOT_ACCESSIBLE')] } };
    });
    const keys = goalsIn(await pagesOf(tracker)).map(({ key }) => key);
    assert.deepEqual(keys, ['ENG-142']);
  });

  it('names in the report what the plan does not have', async () => {
    server = await new TrackerServer((request) => {
      const { query } = askedIn(request);
      if (query.includes('viewer')) return { json: { data: { viewer: { name: 'Kim', email: null } } } };
      return { json: { errors: [fault('feature not accessible', 'FEATURE_NOT_ACCESSIBLE')], data: null } };
    }).start();
    const { tracker } = await connect({ kind: 'linear', url: server.url });
    const { account, limits } = await tracker.checkConnection(never);
    assert.equal(account, 'Kim');
    assert.deepEqual(limits, [{ kind: 'noInitiatives' }, { kind: 'noCustomerRequests' }]);
  });

  for (const [status, type, code, reason] of [
    [400, 'authentication error', 'AUTHENTICATION_ERROR', 'unauthorized'],
    [401, 'authentication error', 'AUTHENTICATION_ERROR', 'unauthorized'],
    [200, 'authentication error', 'AUTHENTICATION_ERROR', 'unauthorized'],
    [400, 'forbidden', 'FORBIDDEN', 'forbidden'],
    [400, 'graphql error', 'GRAPHQL_VALIDATION_FAILED', 'rejected'],
    [200, 'invalid input', 'INPUT_ERROR', 'rejected'],
  ] as const) {
    it(`takes status ${status} with "${type}" for ${reason}, in Linear's own words`, async () => {
      const tracker = await start(() => ({ status, json: { errors: [fault(type, code)] } }));
      await assert.rejects(tracker.checkConnection(never), (error: TrackerError) => {
        assert.equal(error.reason, reason);
        assert.match(error.details.detail ?? '', status === 200 && reason === 'rejected' ? /^no$/ : /^Sorry/);
        return true;
      });
    });
  }

  it('takes status 400 for a used-up limit where the code says so, and its time in milliseconds', async () => {
    const resetAt = clock.now() + 5 * 60_000;
    const tracker = await start(() => ({
      status: 400,
      headers: {
        'X-RateLimit-Requests-Limit': '2500',
        'X-RateLimit-Requests-Remaining': '0',
        'X-RateLimit-Requests-Reset': String(resetAt),
      },
      json: { errors: [fault('ratelimited', 'RATELIMITED')] },
    }));
    await assert.rejects(pagesOf(tracker), (error: TrackerError) => {
      assert.deepEqual([error.reason, error.details.retryAt], ['rateLimited', resetAt]);
      return true;
    });
  });

  it('tells of the points where those are used up', async () => {
    server = await new TrackerServer(() => ({
      headers: {
        'X-RateLimit-Requests-Limit': '2500',
        'X-RateLimit-Requests-Remaining': '100',
        'X-RateLimit-Requests-Reset': '1',
        'X-RateLimit-Complexity-Limit': '250000',
        'X-RateLimit-Complexity-Remaining': '0',
        'X-RateLimit-Complexity-Reset': '1795000000000',
      },
      json: { data: { viewer: { name: 'Kim' } } },
    })).start();
    const { tracker, rateLimit } = await connect({ kind: 'linear', url: server.url });
    await assert.rejects(tracker.checkConnection(never));
    assert.deepEqual(rateLimit(), { remaining: 0, limit: 250_000, resetAt: 1_795_000_000_000 });
  });

  it('sends a key as it is, and an OAuth token with its scheme', async () => {
    const to = connection({ kind: 'linear', url: 'https://api.linear.app' });
    assert.deepEqual(linear.dialect.authorize('lin_api_1', to), { Authorization: 'lin_api_1' });
    assert.deepEqual(linear.dialect.authorize('lin_oauth_1', to), { Authorization: 'Bearer lin_oauth_1' });
    const tracker = await start(() => undefined);
    await pagesOf(tracker);
    assert.ok(server.requests.every(({ headers }) => headers.authorization === testToken));
  });

  it('makes goals or a TrackerError of any JSON', async () => {
    let answer: unknown;
    const tracker = await start(() => ({ json: answer }));
    const either = async (work: Promise<unknown>) => {
      await work.catch((error: unknown) => assert.ok(error instanceof TrackerError, String(error)));
    };
    const json = fc.jsonValue();
    const list = fc.record({
      nodes: fc.array(
        fc.oneof(
          json,
          fc.dictionary(fc.constantFrom(...Object.keys({ ...initiative, ...project, ...issue })), json),
        ),
      ),
      pageInfo: fc.record({ hasNextPage: fc.boolean(), endCursor: fc.oneof(json, fc.constant('c')) }),
    });
    const data = fc.record(Object.fromEntries(listNames.map((name) => [name, list])));
    const answers = fc.oneof(json, fc.record({ data }), fc.record({ data, errors: json }));
    await fc.assert(
      fc.asyncProperty(answers, async (any) => {
        answer = any;
        clock.advance(60 * 60_000);
        await either(pagesOf(tracker));
        clock.advance(60 * 60_000);
        await either(tracker.getByKeys(['ENG-142', 'retry-a1b2c3d4e5f6'], never));
        clock.advance(60 * 60_000);
        await either(tracker.checkConnection(never));
      }),
      { numRuns: 60 },
    );
  });
});
