import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import { trackerKinds } from '../../../../src/trackers/connection/trackerKind';
import { connectTracker } from '../../../../src/trackers/connectTracker';
import type { ConnectedTracker } from '../../../../src/trackers/port/connectedTracker';
import type { Tracker } from '../../../../src/trackers/port/tracker';
import { azureServer, full, item } from '../kinds/azureDevOps/azureServer';
import { goals, GoalServer } from '../kinds/rest/goalServer';
import { connection, never, pagesOf } from '../support/connect';
import { FaultServer } from '../support/faultServer';
import { entryFor } from '../support/kinds';
import { TrackerServer } from '../support/trackerServer';
import { given, goalsIn, useThread } from './threadFixture';

describe('Trackers that are read in a thread of their own', function () {
  this.timeout(60_000);

  const { newThread, start, stopLater } = useThread();
  /** The tracker in a thread, and the same right here. */
  const both = async (
    entry: object,
    thread = newThread(),
  ): Promise<readonly [ConnectedTracker, ConnectedTracker]> => [
    await thread.connect(connection(entry), given),
    await connectTracker(connection(entry), given),
  ];
  const reasonOf = async (asked: Promise<unknown>): Promise<unknown> => {
    try {
      return await asked;
    } catch (error) {
      assert.ok(error instanceof TrackerError, String(error));
      return [error.reason, error.details];
    }
  };

  it('are what they are right here, whatever their kind', async () => {
    const thread = newThread();
    for (const kind of trackerKinds) {
      const entry = connection(entryFor(kind, 'http://127.0.0.1:1'));
      const traits = ({ tracker }: ConnectedTracker) => [
        tracker.overlapMs,
        tracker.reportsDeletions,
        tracker.listIds !== undefined,
        tracker.code?.answers,
      ];
      const here = await connectTracker(entry, given);
      assert.deepEqual(traits(await thread.connect(entry, given)), traits(here), kind);
    }
  });

  it('ask for what has changed since then', async () => {
    const server = await start(new GoalServer({ goals: goals(3), deleted: [], projects: [] }));
    const since = Date.parse('2026-11-20T08:00:00Z');
    const asked: string[][] = [];
    for (const { tracker } of await both({ kind: 'rest', url: server.url })) {
      const from = server.requests.length;
      await pagesOf(tracker, since);
      asked.push(server.requests.slice(from).map(({ url }) => url.search));
    }
    assert.match(asked[0]?.[0] ?? '', /2026-11-20/);
    assert.deepEqual(asked[0], asked[1]);
  });

  it('give the same goals, and find the same by key', async () => {
    const server = await start(new GoalServer({ goals: goals(1234), deleted: [], projects: [] }));
    const [there, here] = await both({ kind: 'rest', url: server.url });
    const pages = await pagesOf(there.tracker);
    const direct = await pagesOf(here.tracker);
    assert.deepEqual(goalsIn(pages), goalsIn(direct));
    assert.deepEqual(pages.at(-1)?.mark, direct.at(-1)?.mark);
    assert.deepEqual(
      await there.tracker.getByKeys(['SHOP-7', 'SHOP-9999'], never),
      await here.tracker.getByKeys(['SHOP-7', 'SHOP-9999'], never),
    );
  });

  it('list ids, check the connection, and tell of fields and of what can be followed', async () => {
    const server = await start(
      azureServer({ items: [full, item(8), item(9)], asOf: '2026-11-22T12:00:00Z', maxIds: 20_000 }),
    );
    const [there, here] = await both({ kind: 'azureDevOps', url: `${server.url}/org`, follow: ['Web Shop'] });
    const ask = async (tracker: Tracker) => ({
      ids: await idsOf(tracker),
      report: await tracker.checkConnection(never),
      fields: await tracker.fields(never),
      followables: await reasonOf(tracker.followables(never)),
      pages: goalsIn(await pagesOf(tracker)),
    });
    const told = await ask(there.tracker);
    assert.deepEqual(told, await ask(here.tracker));
    assert.equal(told.pages.length, 3);
  });

  it('read a goals file at an address', async () => {
    const text = 'goals:\n- { key: A-1, title: One, level: item }\n- { key: A-2, level: nonsense }\n';
    const server = await start(
      new TrackerServer(() => ({ text, headers: { 'Content-Type': 'text/plain' } })),
    );
    const [there, here] = await both({ kind: 'rest', url: `${server.url}/goals.yaml`, signIn: 'none' });
    const pages = await pagesOf(there.tracker);
    assert.deepEqual(pages, await pagesOf(here.tracker));
    assert.deepEqual(
      goalsIn(pages).map(({ key }) => key),
      ['A-1'],
    );
  });

  it('come in parts that are quick to receive', async () => {
    const entries = Array.from({ length: 1100 }, (_, at) => `- { key: A-${at}, title: One, level: item }`);
    const text = `goals:\n${entries.join('\n')}\n`;
    const server = await start(
      new TrackerServer(() => ({ text, headers: { 'Content-Type': 'text/plain' } })),
    );
    const entry = connection({ kind: 'rest', url: `${server.url}/goals.yaml`, signIn: 'none' });
    const { tracker } = await newThread().connect(entry, given);
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.map((page) => page.goals.length),
      [500, 500, 100],
    );
  });

  it('say what is wrong in the language of the editor', async () => {
    const text = 'goals:\n- { key: A-1, title: One, level: item }\n- { key: A-2, level: item }\n';
    const server = await start(
      new TrackerServer(() => ({ text, headers: { 'Content-Type': 'text/plain' } })),
    );
    const entry = connection({ kind: 'rest', url: `${server.url}/goals.yaml`, signIn: 'none' });
    const english = '{0} is missing. The goal is left out until then.';
    const thread = newThread({ messages: { [english]: '{0} fehlt.' } });
    const { tracker } = await thread.connect(entry, given);
    const [page] = await pagesOf(tracker);
    assert.match(JSON.stringify(page?.problems), /title fehlt\./);
  });

  it('tell what a tracker answers about code, and how often it may be asked', async () => {
    const server = await start(
      new TrackerServer(() => ({
        json: { errors: [{ message: 'Nothing of that name.', extensions: { code: 'NOT_FOUND' } }] },
        headers: { 'X-RateLimit-Requests-Limit': '50', 'X-RateLimit-Requests-Remaining': '7' },
      })),
    );
    const [there, here] = await both(entryFor('linear', server.url));
    const ask = ({ tracker }: ConnectedTracker) =>
      reasonOf(tracker.code?.ask({ kind: 'branch', name: 'shop-142' }, never) ?? Promise.resolve());
    const told = await ask(there);
    assert.deepEqual(told, await ask(here));
    assert.ok(Array.isArray(told));
    assert.deepEqual(there.rateLimit(), here.rateLimit());
    assert.equal(there.rateLimit()?.remaining, 7);
  });

  it('have the faults that they have right here, with all that is known of them', async () => {
    const answers: readonly ((response: ServerResponse) => void)[] = [
      (response) => void response.writeHead(401).end(),
      (response) => void response.writeHead(302, { Location: 'https://elsewhere.example/' }).end(),
      (response) =>
        void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Sign in</title>'),
      (response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).end('42'),
      (response) => void response.writeHead(429, { 'Retry-After': '600' }).end(),
    ];
    const thread = newThread();
    for (const answer of answers) {
      for (const kind of trackerKinds) {
        const server = await FaultServer.start(answer);
        stopLater(server);
        const [there, here] = await both(entryFor(kind, server.url), thread);
        const told = await reasonOf(pagesOf(there.tracker));
        const direct = await reasonOf(pagesOf(here.tracker));
        // When to ask again is counted from now.
        const plain = (each: unknown) => JSON.stringify(each).replace(/"retryAt":\d+/, '"retryAt":0');
        assert.equal(plain(told), plain(direct), kind);
        assert.ok(Array.isArray(told), kind);
      }
    }
  });
});

async function idsOf(tracker: Tracker): Promise<string[]> {
  const ids: string[] = [];
  for await (const some of tracker.listIds?.(never) ?? []) ids.push(...some);
  return ids;
}
