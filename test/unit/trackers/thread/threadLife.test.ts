import assert from 'node:assert/strict';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import { TrackerThreadClient } from '../../../../src/trackers/thread/trackerThreadClient';
import { until } from '../../../support/until';
import { envelope, goals, GoalServer } from '../kinds/rest/goalServer';
import { connection, never, pagesOf, testToken } from '../support/connect';
import { FaultServer } from '../support/faultServer';
import { entryFor } from '../support/kinds';
import { TrackerServer } from '../support/trackerServer';
import { given, goalsIn, useThread } from './threadFixture';

describe('The thread of the trackers', function () {
  this.timeout(60_000);

  const { newThread, start, stopLater } = useThread();

  it('signs in with the token of the moment, and not without one', async () => {
    const server = await start(new GoalServer({ goals: goals(1), deleted: [], projects: [] }));
    let token: string | undefined;
    const entry = connection({ kind: 'rest', url: server.url });
    const { tracker } = await newThread().connect(entry, { token: () => Promise.resolve(token) });
    await assert.rejects(pagesOf(tracker), { reason: 'signedOut' });
    assert.equal(server.requests.length, 0);
    token = testToken;
    assert.equal(goalsIn(await pagesOf(tracker)).length, 1);
    token = undefined;
    await assert.rejects(pagesOf(tracker), { reason: 'signedOut' });
  });

  it('logs what it asks, without the token', async () => {
    const server = await start(new GoalServer({ goals: goals(1), deleted: [], projects: [] }));
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    const { tracker } = await newThread().connect(connection({ kind: 'rest', url: server.url }), {
      ...given,
      log,
    });
    await pagesOf(tracker);
    assert.match(lines.join('\n'), /\/goals → 200, \d+ bytes/);
    assert.ok(!lines.join('\n').includes(testToken));
  });

  it('stops at once, and the request with it', async () => {
    const server = await FaultServer.start(() => undefined);
    stopLater(server);
    const { tracker } = await newThread().connect(connection(entryFor('jira', server.url)), given);
    const stop = new AbortController();
    const reading = pagesOf(tracker, undefined, stop.signal);
    await until('asked', () => server.requests.length > 0);
    stop.abort();
    await assert.rejects(reading, { reason: 'stopped' });
    await until('the connection is closed', () => server.connections === 0);
  });

  it('asks no further once somebody has seen enough', async () => {
    const server = await start(new GoalServer({ goals: goals(1000), deleted: [], projects: [] }));
    const { tracker } = await newThread().connect(connection({ kind: 'rest', url: server.url }), given);
    for await (const page of tracker.listChanged(undefined, never)) {
      assert.ok(page.goals.length > 0);
      break;
    }
    // Waits for its turn behind whatever is still being asked.
    await tracker.checkConnection(never);
    assert.ok(!server.requests.some(({ url }) => url.searchParams.has('cursor')));
  });

  it('leaves the host free while an answer is read that is large and worthless', async () => {
    // A little less than what is not looked into at all.
    const json = {
      ...envelope,
      goals: Array.from({ length: 49_000 }, (_, at) => ({ key: at, x: 'y'.repeat(300) })),
    };
    const text = JSON.stringify(json);
    const server = await start(new TrackerServer(() => ({ text })));
    const { tracker } = await newThread().connect(connection({ kind: 'rest', url: server.url }), given);
    let turns = 0;
    let isRead = false;
    await until('the answer is on its way', () => {
      if (turns === 0) void pagesOf(tracker).finally(() => (isRead = true));
      turns += 1;
      return isRead;
    });
    assert.ok(turns > 10, `${turns} turns`);
  });

  it('ends where an answer needs too much memory, and starts again with the next question', async () => {
    const many = JSON.stringify({
      ...envelope,
      goals: Array.from({ length: 45_000 }, () => ({ a: [], b: {} })),
    });
    let isLarge = true;
    const server = await start(
      new TrackerServer(() => (isLarge ? { text: many } : { json: { ...envelope, goals: goals(2) } })),
    );
    const entry = connection({ kind: 'rest', url: server.url });
    const { tracker } = await newThread({ memoryMb: 16 }).connect(entry, given);
    await assert.rejects(pagesOf(tracker), { reason: 'tooLarge' });
    isLarge = false;
    assert.equal(goalsIn(await pagesOf(tracker)).length, 2);
  });

  it('tells a bug as one, and goes on', async () => {
    const server = await start(new GoalServer({ goals: goals(2), deleted: [], projects: [] }));
    let isBroken = true;
    const token = (): Promise<string> =>
      isBroken ? Promise.reject(new RangeError('The keyring is upside down.')) : Promise.resolve(testToken);
    const { tracker } = await newThread().connect(connection({ kind: 'rest', url: server.url }), { token });
    await assert.rejects(pagesOf(tracker), (error: Error) => {
      assert.ok(!(error instanceof TrackerError));
      assert.match(error.stack ?? '', /The keyring is upside down/);
      return true;
    });
    isBroken = false;
    assert.equal(goalsIn(await pagesOf(tracker)).length, 2);
  });

  it('no longer asks a tracker that was disposed of; the others it does', async () => {
    const server = await start(new GoalServer({ goals: goals(2), deleted: [], projects: [] }));
    const thread = newThread();
    const entry = connection({ kind: 'rest', url: server.url });
    const [one, other] = [await thread.connect(entry, given), await thread.connect(entry, given)];
    one.dispose();
    await assert.rejects(pagesOf(one.tracker), { reason: 'stopped' });
    assert.equal(goalsIn(await pagesOf(other.tracker)).length, 2);
    other.dispose();
    await assert.rejects(pagesOf(other.tracker), { reason: 'stopped' });
    const { tracker } = await thread.connect(entry, given);
    assert.equal(goalsIn(await pagesOf(tracker)).length, 2);
  });

  it('is told as a fault where it cannot be started', async () => {
    const thread = new TrackerThreadClient({ path: '/nowhere/nothing.js' });
    await assert.rejects(
      thread.connect(connection(entryFor('jira', 'http://127.0.0.1:1')), given),
      /nothing\.js/,
    );
  });
});
