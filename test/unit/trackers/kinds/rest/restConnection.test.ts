import assert from 'node:assert/strict';
import type { TrackerError } from '../../../../../src/core/tracker/trackerError';
import { connectTracker } from '../../../../../src/trackers/connectTracker';
import { connection, never, pagesOf, testToken } from '../../support/connect';
import { TestClock } from '../../support/testClock';
import { GoalServer, goals, useServices } from './goalServer';

describe('REST contract, the connection', () => {
  const { start, serve, answer } = useServices();

  it('says who serves, and refuses a wrong token even where health is open', async () => {
    const { server, tracker } = await serve();
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
    const open = await start(new GoalServer({ goals: goals(1) }, ''));
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
});
