import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoalLensError } from '../../../../src/core/errors';
import { GoalStore } from '../../../../src/core/catalog/goalStore';
import { Emitter } from '../../../../src/core/event';
import { TrackerConnections } from '../../../../src/workspace/trackers/trackerConnections';
import { signInPlace, type SignInPlace } from '../../../../src/core/tracker/signInPlace';
import { cachePrefix } from '../../../../src/trackers/sync/goalCache';
import { connectTracker } from '../../../../src/trackers/connectTracker';
import { MemoryLeftovers } from './memoryLeftovers';
import { until } from '../../../support/until';
import { testToken } from '../../trackers/support/connect';
import { goals, GoalServer, type Data } from '../../trackers/kinds/rest/goalServer';

/** Tokens as an editor keeps them, for every window of it. */
class KeptTokens {
  private readonly tokens = new Map<string, string>();
  private readonly changed = new Emitter<SignInPlace>();
  readonly accountChanged = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  readonly onDidChangeAccount = this.accountChanged.event;

  get(address: string): Promise<string | undefined> {
    return Promise.resolve(this.tokens.get(address));
  }

  accountToken(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  keep(address: string, token: string): void {
    this.tokens.set(address, token);
    this.changed.fire(address as SignInPlace);
  }

  delete(address: string): Promise<void> {
    this.tokens.delete(address);
    this.changed.fire(address as SignInPlace);
    return Promise.resolve();
  }

  set(address: string, token: string): Promise<void> {
    this.keep(address, token);
    return Promise.resolve();
  }
}

/** A person who looks, or not, and what was shown while something lasted. */
class Person {
  isLooking = true;
  readonly titles: string[] = [];
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  watch(title: string, run: (say: (message: string) => void) => Promise<void>): Promise<void> {
    this.titles.push(title);
    return run(() => undefined);
  }

  looks(isLooking: boolean): void {
    this.isLooking = isLooking;
    this.changed.fire();
  }
}

const data = (count: number): Data => ({ goals: goals(count) });

describe('the trackers of a workspace, without an editor', () => {
  let folder: string;
  let server: GoalServer;
  const lines: string[] = [];
  const note = (line: string, ...details: unknown[]): void => void lines.push([line, ...details].join(' '));
  const log = { debug: note, info: note, warn: note, error: note };
  const opened: TrackerConnections[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens-connections-'));
    server = await new GoalServer(data(3)).start();
    lines.length = 0;
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) each.dispose();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function window(tokens: KeptTokens, person = new Person()) {
    const entries = {
      trackers: [{ kind: 'rest', url: server.url }] as unknown[],
      changed: new Emitter<void>(),
    };
    const every = { ms: 5 * 60_000 };
    const store = new GoalStore();
    const connections = new TrackerConnections({
      leftovers: new MemoryLeftovers(),
      connectTracker,
      entries: {
        get trackers() {
          return entries.trackers;
        },
        onDidChange: entries.changed.event,
      },
      tokens,
      onlooker: person,
      store,
      cacheFolder: folder,
      textOptions: () => ({ language: 'en', now: Date.now(), revenue: 'band' }),
      log,
      everyMs: () => every.ms,
    });
    opened.push(connections);
    const keys = (): string[] => store.catalog.trackers.flatMap((each) => each.goals.map(({ key }) => key));
    return { connections, store, entries, person, every, keys };
  }

  it('are asked once somebody has signed in, and shown from what was kept at the next start', async () => {
    const tokens = new KeptTokens();
    const first = window(tokens);
    await first.connections.start();
    await first.connections.refresh();
    assert.equal(first.store.catalog.trackers[0]?.fault?.kind, 'signedOut');
    assert.equal(server.requests.length, 0, 'nothing is sent without a token');

    tokens.keep(server.url, testToken);
    await until('the goals are there', () => first.keys().length === 3);
    assert.ok(first.person.titles.length > 0, 'a first reading is shown while it lasts');
    await first.connections.refresh();
    first.connections.dispose();
    assert.deepEqual(first.keys(), []);

    const asked = server.requests.length;
    const person = new Person();
    person.isLooking = false;
    const second = window(tokens, person);
    await second.connections.start();
    assert.deepEqual(second.keys(), ['SHOP-1', 'SHOP-2', 'SHOP-3']);
    assert.equal(server.requests.length, asked, 'nobody is asked while nobody looks');
  });

  it('are forgotten with the token, here, on the disk and in every other window', async () => {
    const tokens = new KeptTokens();
    tokens.keep(server.url, testToken);
    const [here, there] = [window(tokens), window(tokens)];
    for (const { connections, keys } of [here, there]) {
      await connections.start();
      await connections.refresh();
      assert.equal(keys().length, 3);
    }
    assert.notDeepEqual(readdirSync(folder), []);
    const [live] = here.connections.all;
    assert.ok(live);
    await here.connections.signOut(signInPlace(live.connection));
    await until('both windows have forgotten', () => here.keys().length + there.keys().length === 0);
    await until('the disk has, too', () => readdirSync(folder).length === 0);
  });

  it('come and go with the settings, one connection each whatever the number of entries', async () => {
    const tokens = new KeptTokens();
    tokens.keep(server.url, testToken);
    const { connections, entries, keys } = window(tokens);
    await connections.start();
    await connections.refresh();
    const [before] = connections.all;

    entries.trackers = [...entries.trackers, { kind: 'rest', url: server.url }, { kind: 'unheard-of' }];
    await connections.update();
    assert.deepEqual(connections.all, [before], 'a connection that is still named stays as it is');
    assert.match(lines.join('\n'), /unheard-of|kind/);

    entries.trackers = [];
    entries.changed.fire();
    await until('it is gone', () => connections.all.length === 0);
    assert.deepEqual(keys(), []);
  });

  it('have a token for each of several accounts at one address, which comes and goes alone', async () => {
    const tokens = new KeptTokens();
    const { connections, entries, keys } = window(tokens);
    entries.trackers = [
      { kind: 'rest', url: server.url },
      { kind: 'rest', url: server.url, signInAs: 'client' },
    ];
    await connections.start();
    tokens.keep(server.url, testToken);
    tokens.keep(`${server.url}#client`, 'another-token-0123456789');
    await connections.refresh();
    const [own, client] = connections.all;
    assert.ok(own && client);
    assert.equal(own.state.goals.length, 3);
    assert.equal(client.state.error?.reason, 'unauthorized', 'the second account has its own token');

    await connections.signOut(signInPlace(client.connection));
    assert.equal(keys().length, 3, 'the other account stays signed in');
    assert.equal(await tokens.get(server.url), testToken);
    assert.equal(await tokens.get(`${server.url}#client`), undefined);
    const [again] = connections.all;
    assert.ok(again);
    await connections.signOut(signInPlace(again.connection));
    await until('its goals are gone', () => keys().length === 0);
  });

  it('find the token of an account that was kept while case told accounts apart, and sign it out', async () => {
    const tokens = new KeptTokens();
    const { connections, entries, keys } = window(tokens);
    entries.trackers = [{ kind: 'rest', url: server.url, signInAs: 'Client' }];
    tokens.keep(`${server.url}#Client`, testToken);
    await connections.start();
    await connections.refresh();
    assert.equal(keys().length, 3);
    const [live] = connections.all;
    assert.ok(live);
    await connections.signOut(signInPlace(live.connection));
    assert.deepEqual(
      await Promise.all(['client', 'Client'].map((account) => tokens.get(`${server.url}#${account}`))),
      [undefined, undefined],
    );
    await until('its goals are gone', () => keys().length === 0);
  });

  it('leave nothing by signing out, also where no setting names them any more', async () => {
    const tokens = new KeptTokens();
    tokens.keep(server.url, testToken);
    const { connections, entries } = window(tokens);
    await connections.start();
    await connections.refresh();
    entries.trackers = [];
    await connections.update();
    assert.notDeepEqual(readdirSync(folder), []);
    const forgotten: string[] = [];
    connections.onDidForget((place) => void forgotten.push(place));
    await connections.signOut(signInPlace(server));
    assert.equal(await tokens.get(server.url), undefined);
    assert.deepEqual(readdirSync(folder), []);
    assert.ok(forgotten.length > 0 && forgotten.every((place) => place === server.url));
  });

  for (const isNamed of [true, false]) {
    const where = isNamed ? 'in the settings' : 'in no setting';
    it(`are signed out of as far as possible, ${where}, and once more for what is left`, async () => {
      const tokens = new KeptTokens();
      tokens.keep(server.url, testToken);
      const { connections, entries, keys } = window(tokens);
      await connections.start();
      await connections.refresh();
      if (!isNamed) entries.trackers = [];
      await connections.update();
      const place = signInPlace(server);
      const stuck = `${cachePrefix(place)}stuck.jsonl`;
      mkdirSync(join(folder, stuck));
      const forgotten: string[] = [];
      connections.onDidForget((each) => void forgotten.push(each));

      await assert.rejects(connections.signOut(place), (error: unknown) => {
        assert.ok(error instanceof GoalLensError);
        assert.match(error.message, /stuck\.jsonl.*Choose “Sign Out…” again\.$/);
        return true;
      });
      assert.equal(await tokens.get(server.url), undefined);
      assert.deepEqual([readdirSync(folder), keys()], [[stuck], []]);
      assert.ok(forgotten.includes(place), 'hooks and branches forget theirs');
      assert.equal(connections.all.length, isNamed ? 1 : 0, 'the tracker stays connected');
      assert.deepEqual(connections.leftovers, [place]);

      rmdirSync(join(folder, stuck));
      forgotten.length = 0;
      await connections.signOut(place);
      assert.ok(forgotten.includes(place));
      assert.deepEqual(connections.leftovers, []);
    });
  }

  it('are there after a sign-out that could not remove their own file, and can be signed in to', async () => {
    const tokens = new KeptTokens();
    tokens.keep(server.url, testToken);
    const { connections, keys } = window(tokens);
    await connections.start();
    await connections.refresh();
    const [live] = connections.all;
    assert.ok(live);
    // The file itself is replaced by what cannot be removed.
    rmSync(join(folder, live.cacheName));
    mkdirSync(join(folder, live.cacheName));
    await assert.rejects(connections.signOut(signInPlace(server)), GoalLensError);
    const [again] = connections.all;
    assert.ok(again !== undefined && again !== live);
    tokens.keep(server.url, testToken);
    await until('its goals are back', () => keys().length === 3);
  });

  it('are forgotten also where the token cannot be removed, which is told', async () => {
    const tokens = new KeptTokens();
    tokens.keep(server.url, testToken);
    const { connections } = window(tokens);
    await connections.start();
    await connections.refresh();
    const forgotten: string[] = [];
    connections.onDidForget((each) => void forgotten.push(each));
    tokens.delete = () => Promise.reject(new Error('The keyring is locked.'));
    await assert.rejects(connections.signOut(signInPlace(server)), /The keyring is locked\./);
    assert.deepEqual(forgotten, [server.url]);
  });

  it('do not stop short of signing out because something else does not forget', async () => {
    const tokens = new KeptTokens();
    tokens.keep(server.url, testToken);
    const { connections } = window(tokens);
    await connections.start();
    await connections.refresh();
    connections.onDidForget(() => {
      throw new Error('broken');
    });
    await connections.signOut(signInPlace(server));
    assert.equal(connections.all.length, 1);
    assert.match(lines.join('\n'), /Something keeps signed-out goals\. Error: broken/);
  });

  it('leave nothing on the disk for long where no setting names one', async () => {
    const kept = ['goals-of-old.jsonl', 'goals-of-old.jsonl.1234.tmp', 'goals-of-old.jsonl.damaged'];
    const then = new Date(Date.now() - 31 * 24 * 60 * 60_000);
    for (const name of [...kept, 'goals-of-now.jsonl']) writeFileSync(join(folder, name), '');
    for (const name of kept) utimesSync(join(folder, name), then, then);
    const { connections, entries } = window(new KeptTokens());
    entries.trackers = [];
    await connections.start();
    assert.deepEqual(readdirSync(folder), ['goals-of-now.jsonl']);
  });

  it('let a token that is there stay, and remove the one of the other spelling', async () => {
    const tokens = new KeptTokens();
    const { connections, entries } = window(tokens);
    entries.trackers = [{ kind: 'rest', url: server.url, signInAs: 'Client' }];
    tokens.keep(`${server.url}#Client`, 'an-old-token-0123456789');
    tokens.keep(`${server.url}#client`, testToken);
    await connections.start();
    assert.equal(await tokens.get(`${server.url}#client`), testToken);
    assert.equal(await tokens.get(`${server.url}#Client`), undefined);
  });

  it('are asked as often as a person wants', async () => {
    const tokens = new KeptTokens();
    tokens.keep(server.url, testToken);
    const { connections, entries, every } = window(tokens);
    every.ms = 24 * 60 * 60_000;
    await connections.start();
    await connections.refresh();
    const before = server.requests.length;
    every.ms = 1;
    entries.changed.fire();
    await until('it is asked again', () => server.requests.length > before);
  });
});
