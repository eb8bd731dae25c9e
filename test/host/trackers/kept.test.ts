import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { commands, type Memento } from 'vscode';
import { GoalCache } from '../../../src/trackers/sync/goalCache';
import type { LiveConnection } from '../../../src/workspace/trackers/liveConnection';
import { formerSignInPlace, signInPlace } from '../../../src/core/tracker/signInPlace';
import { until } from '../../support/until';
import { goals, type GoalServer } from '../../unit/trackers/kinds/rest/goalServer';
import { type GoalLensApi, goalLens } from '../support/goalLens';
import { panelState, refresh, Trackers } from '../support/trackers';

const token = 'a-token-of-this-test-only';

describe('the goals that are kept of a tracker', () => {
  let api: GoalLensApi;
  let trackers: Trackers;
  let server: GoalServer;
  const find = (key: string) => api.services.store.catalog.find(key);
  const entry = () => ({ kind: 'rest', url: server.url });

  before(async () => {
    api = await goalLens();
    trackers = new Trackers(api);
  });
  beforeEach(async () => {
    server = await trackers.serve({ goals: goals(3) }, token);
    await trackers.setToken(server.url, token);
    await trackers.connect(entry());
    await refresh();
    assert.ok(find('SHOP-3'));
  });
  afterEach(() => trackers.end());

  it('are shown before anybody is asked, and stay when nobody answers', async () => {
    const asOf = trackers.state(server.url)?.asOf;
    assert.ok(asOf);
    const { url } = server;
    await trackers.connect();
    assert.equal(find('SHOP-3'), undefined);
    await server.stop();
    server.requests.length = 0;
    await trackers.connect({ kind: 'rest', url });
    assert.ok(find('SHOP-3'));
    assert.equal(trackers.state(url)?.phase, 'ready');
    // A reading that changed nothing is not written down at once: what is kept may be of the one before.
    const kept = (await cacheOf(trackers.to(url)).peek())?.asOf;
    assert.ok(kept !== undefined && kept <= asOf, `${kept} of ${asOf}`);
    assert.equal(trackers.state(url)?.asOf, kept);
    await refresh();
    assert.equal(trackers.state(url)?.fault?.kind, 'offline');
    assert.equal(trackers.state(url)?.asOf, kept);
    assert.ok(find('SHOP-3'));
    const panel = panelState(api);
    assert.ok(panel.kind === 'goals', panel.kind);
    assert.match(panel.notices.map(({ text }) => text).join(), /is offline\. Last read/);
  });

  it('are forgotten with the token by Sign Out', async () => {
    const path = cacheFile(trackers.to(server.url));
    assert.ok(existsSync(path));
    server.requests.length = 0;
    await commands.executeCommand('goalLens.signOut', trackers.to(server.url).connection.id);
    assert.equal(await api.services.tokens.get(signInPlace(server)), undefined);
    assert.equal(find('SHOP-3'), undefined);
    await until('it is signed out', () => trackers.state(server.url)?.fault?.kind === 'signedOut');
    await refresh();
    assert.equal(find('SHOP-3'), undefined);
    const names = (await readdir(dirname(path))).filter((name) => path.endsWith(name.slice(0, 30)));
    assert.deepEqual(names, []);
    assert.deepEqual(server.requests, []);
  });

  it('leave no token by Sign Out, under whatever spelling an earlier version kept one', async () => {
    const account = { url: server.url, signInAs: 'Ana' };
    const former = formerSignInPlace(account)!;
    await trackers.connect({ ...entry(), signInAs: 'ana' });
    await api.services.tokens.set(former, token);
    await commands.executeCommand('goalLens.signOut', trackers.to(server.url).connection.id);
    assert.equal(await api.services.tokens.get(former), undefined);
    assert.equal(await api.services.tokens.get(signInPlace(server)), token);
  });

  it('are forgotten with the token by Sign Out, also where no setting names the tracker any more', async () => {
    const { tokens } = api.services;
    const path = cacheFile(trackers.to(server.url));
    await trackers.connect();
    assert.deepEqual(await tokens.places(), [signInPlace(server)]);
    assert.ok(existsSync(path));
    const signingOut = commands.executeCommand('goalLens.signOut');
    await until('the token is gone', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await tokens.get(signInPlace(server))) === undefined;
    });
    await signingOut;
    assert.equal(existsSync(path), false);
  });

  it('are forgotten by Sign Out where a branch has kept how they were', async () => {
    const memento = (Reflect.get(api.drift, 'from') as { memento: Memento }).memento;
    const key = 'drift:/elsewhere\nfeature/SHOP-3';
    const { id } = trackers.to(server.url).connection;
    const kept = [id, `${id}#shop`, 'file:/elsewhere'].map((trackerId) => ({
      trackerId,
      id: '3',
      takenAt: 1,
      rank: 2,
      blockers: ['SHOP-2'],
      initiative: { id: '1', key: 'SHOP-1' },
    }));
    await memento.update(key, { at: Date.now(), goals: kept });
    try {
      await commands.executeCommand('goalLens.signOut', id);
      await until('only the one of a file is left', () => {
        const { goals } = memento.get<{ goals: { trackerId: string }[] }>(key)!;
        return goals.map(({ trackerId }) => trackerId).join() === 'file:/elsewhere';
      });
    } finally {
      await memento.update(key, undefined);
    }
  });

  it('are forgotten by Sign Out for every tracker of that origin, and for no other', async () => {
    const other = await trackers.serve({ goals: [{ key: 'PAY-1', title: 'Pay', level: 'item' }] }, token);
    await trackers.setToken(other.url, token);
    await trackers.connect(entry(), { ...entry(), follow: ['shop'] }, { kind: 'rest', url: other.url });
    await refresh();
    const [first, second, third] = api.services.connections.all.map(cacheFile);
    await commands.executeCommand('goalLens.signOut', trackers.to(server.url).connection.id);
    assert.deepEqual(
      [first, second, third].map((path) => existsSync(path!)),
      [false, false, true],
    );
    assert.ok(find('PAY-1'));
    assert.equal(await api.services.tokens.get(signInPlace(other)), token);
  });

  /** Where a connection keeps its goals. */
  function cacheFile(live: LiveConnection): string {
    return cacheOf(live).path;
  }
  function cacheOf({ connection }: LiveConnection): GoalCache {
    return new GoalCache(cacheFolder(), connection, () => undefined);
  }
  function cacheFolder(): string {
    const options: unknown = Reflect.get(api.services.connections, 'options');
    return Reflect.get(options as object, 'cacheFolder') as string;
  }
});
