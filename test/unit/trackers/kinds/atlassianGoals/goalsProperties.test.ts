import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TrackerError } from '../../../../../src/core/tracker/trackerError';
import { connect, never, pagesOf } from '../../support/connect';
import { TrackerServer } from '../../support/trackerServer';
import { assertValidGoal } from '../../support/validGoal';
import { checkout } from './goalsSite';

const odd = (value: unknown) => fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, fc.jsonValue());

/** A goal, any part of which may be anything. */
const oddGoal = fc.record(
  Object.fromEntries(Object.entries(checkout).map(([name, value]) => [name, odd(value)])),
  { requiredKeys: [] },
);
const oddAnswer = fc.oneof(
  fc.jsonValue(),
  fc.record({
    pageInfo: odd({ hasNextPage: false, endCursor: null }),
    edges: odd([]),
  }),
  fc.record({
    pageInfo: fc.constant({ hasNextPage: false, endCursor: null }),
    edges: fc.array(fc.oneof(fc.jsonValue(), fc.record({ node: oddGoal })), { maxLength: 4 }),
  }),
);

describe('Atlassian Goals, whatever the gateway answers', () => {
  let answer: unknown;
  const site = { me: { user: { accountId: 'ana', name: 'Ana' } }, tenantContexts: [{ cloudId: 'c0ffee' }] };
  const server = new TrackerServer(({ body }) => {
    const { query } = body as { readonly query: string };
    if (query.includes('tenantContexts')) return { json: { data: site } };
    return { json: { data: query.includes('goals_search') ? { goals_search: answer } : { goal0: answer } } };
  });
  before(() => server.start());
  after(() => server.stop());

  it('gives valid goals or a TrackerError', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(oddAnswer, fc.boolean(), async (given, isFollowing) => {
        answer = given;
        const follow = isFollowing ? { follow: ['ACME-31'] } : {};
        const { tracker } = await connect({
          kind: 'atlassianGoals',
          url: server.url,
          user: 'ana@shop.example',
          ...follow,
        });
        for (const ask of [
          () => pagesOf(tracker),
          async () => [await tracker.getByKeys(['ACME-31'], never)],
        ]) {
          try {
            for (const { goals } of await ask()) {
              for (const goal of goals) assertValidGoal(goal);
              made += goals.length;
            }
          } catch (error) {
            assert.ok(error instanceof TrackerError, String(error));
          }
        }
        await tracker.followables(never).catch((error: unknown) => assert.ok(error instanceof TrackerError));
      }),
      { numRuns: 60 },
    );
    assert.ok(made > 0, 'some can be used');
  }).timeout(20_000);
});
