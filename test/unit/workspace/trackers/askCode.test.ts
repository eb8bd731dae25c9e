import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { GoalStore } from '../../../../src/core/catalog/goalStore';
import { Emitter } from '../../../../src/core/event';
import { keysOfCommit } from '../../../../src/core/links/commitKeys';
import { rulesIn } from '../../../../src/core/links/referenceRules';
import { keptTracker } from '../../../../src/workspace/keptTracker';
import { LiveConnection } from '../../../../src/workspace/trackers/liveConnection';
import { connectTracker } from '../../../../src/trackers/connectTracker';
import { connection as toConnection, testToken } from '../../trackers/support/connect';
import { TrackerServer } from '../../trackers/support/trackerServer';

const sha = '0123456789abcdef0123456789abcdef01234567';
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A Redmine with one issue, and one commit that it knows to belong to it. */
function redmine(): TrackerServer {
  const issue = { id: 142, subject: 'Retry a payment', updated_on: '2026-11-22T10:00:00Z' };
  const answers: Readonly<Record<string, object>> = {
    '/users/current.json': { user: { id: 5 } },
    '/issue_statuses.json': { issue_statuses: [] },
    '/enumerations/issue_priorities.json': { issue_priorities: [] },
    '/issues.json': { issues: [issue], total_count: 1 },
    '/issues/142.json': { issue: { ...issue, changesets: [{ revision: sha }] } },
  };
  return new TrackerServer(({ url }) => {
    const json = answers[url.pathname];
    return json ? { json } : { status: 404, text: '' };
  });
}

describe('what a connected tracker tells of code when it is asked', () => {
  let folder: string;
  let server: TrackerServer;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens-code-'));
    server = await redmine().start();
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const asked = (): number => server.requests.filter(({ url }) => url.pathname === '/issues/142.json').length;

  function open() {
    const connection = toConnection({ kind: 'redmine', url: server.url, follow: ['shop'] });
    const store = new GoalStore();
    const onlooker = {
      isLooking: true,
      onDidChange: new Emitter<void>().event,
      watch: (_: string, run: (say: () => void) => Promise<void>) => run(() => undefined),
    };
    const live = new LiveConnection({
      connectTracker,
      connection,
      store,
      onlooker,
      cacheFolder: folder,
      log: silent,
      token: () => Promise.resolve(testToken),
      textOptions: () => ({ language: 'en', now: Date.now(), revenue: 'band' }),
    });
    return { connection, store, onlooker, live };
  }
  const keysIn = (catalog: GoalCatalog): string[] =>
    keysOfCommit(
      { sha, subject: 'Says nothing', body: '' },
      rulesIn(catalog.in(), { trailer: 'Initiative' }),
    ).map(({ key, by }) => `${key} ${by}`);

  it('links code at once, at the next start, and for who reads what was kept', async () => {
    const { connection, store, live } = open();
    await live.refresh();
    const [goal] = store.catalog.all();
    assert.ok(goal);
    assert.deepEqual(keysIn(store.catalog), []);
    await live.askCode([{ kind: 'goal', goal }]);
    assert.deepEqual(keysIn(store.catalog), ['SHOP-142 tracker']);
    live.dispose();

    const later = open();
    await later.live.start();
    assert.deepEqual(keysIn(later.store.catalog), ['SHOP-142 tracker']);
    await later.live.askCode([{ kind: 'goal', goal }]);
    assert.equal(asked(), 1);
    later.live.dispose();

    const kept = await keptTracker(connection, [folder], silent);
    assert.deepEqual(keysIn(new GoalCatalog([kept])), ['SHOP-142 tracker']);
  });

  it('is asked only while somebody looks, for its own goals, and when these were read', async () => {
    const { store, onlooker, live } = open();
    await live.start();
    const question = (trackerId: string) =>
      ({ kind: 'goal', goal: { ...store.catalog.all()[0]!, trackerId } }) as const;
    await live.refresh();
    await live.askCode([question('another')]);
    onlooker.isLooking = false;
    await live.askCode([question(live.connection.id)]);
    assert.equal(asked(), 0);
    onlooker.isLooking = true;
    await live.askCode([question(live.connection.id)]);
    assert.equal(asked(), 1);
    live.dispose();
  });

  it('is forgotten with the goals', async () => {
    const { store, live } = open();
    await live.refresh();
    await live.askCode([{ kind: 'goal', goal: store.catalog.all()[0]! }]);
    assert.equal(readdirSync(folder).length, 2);
    await live.forget();
    assert.deepEqual(readdirSync(folder), []);
  });
});
