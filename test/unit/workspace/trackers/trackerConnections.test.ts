import assert from 'node:assert/strict';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signInPlace } from '../../../../src/core/tracker/signInPlace';
import { until } from '../../../support/until';
import { testToken } from '../../trackers/support/connect';
import { KeptTokens, Person, useConnections } from './connectionsFixture';

describe('the trackers of a workspace, without an editor', () => {
  const at = useConnections();

  it('are asked once somebody has signed in, and shown from what was kept at the next start', async () => {
    const tokens = new KeptTokens();
    const first = at.window(tokens);
    await first.connections.start();
    await first.connections.refresh();
    assert.equal(first.store.catalog.trackers[0]?.fault?.kind, 'signedOut');
    assert.equal(at.server.requests.length, 0, 'nothing is sent without a token');

    tokens.keep(at.server.url, testToken);
    await until('the goals are there', () => first.keys().length === 3);
    assert.ok(first.person.titles.length > 0, 'a first reading is shown while it lasts');
    await first.connections.refresh();
    first.connections.dispose();
    assert.deepEqual(first.keys(), []);

    const asked = at.server.requests.length;
    const person = new Person();
    person.isLooking = false;
    const second = at.window(tokens, person);
    await second.connections.start();
    assert.deepEqual(second.keys(), ['SHOP-1', 'SHOP-2', 'SHOP-3']);
    assert.equal(at.server.requests.length, asked, 'nobody is asked while nobody looks');
  });

  it('are forgotten with the token, here, on the disk and in every other window', async () => {
    const tokens = new KeptTokens();
    tokens.keep(at.server.url, testToken);
    const [here, there] = [at.window(tokens), at.window(tokens)];
    for (const { connections, keys } of [here, there]) {
      await connections.start();
      await connections.refresh();
      assert.equal(keys().length, 3);
    }
    assert.notDeepEqual(readdirSync(at.folder), []);
    const [live] = here.connections.all;
    assert.ok(live);
    await here.connections.signOut(signInPlace(live.connection));
    await until('both windows have forgotten', () => here.keys().length + there.keys().length === 0);
    await until('the disk has, too', () => readdirSync(at.folder).length === 0);
  });

  it('are asked by whoever signs in while they are being asked by nobody', async () => {
    const tokens = new KeptTokens();
    const { connections, person, keys } = at.window(tokens);
    person.looks(false);
    await connections.start();
    const get = tokens.get.bind(tokens);
    let answer = (): void => assert.fail('No token was asked for.');
    tokens.get = () => {
      tokens.get = get;
      return new Promise((resolve) => {
        answer = () => resolve(undefined);
      });
    };
    const refreshed = connections.refresh();
    await until('a token is asked for', () => tokens.get === get);
    tokens.keep(at.server.url, testToken);
    // What follows a new token is under way before the read without one is over.
    await new Promise((resolve) => setImmediate(resolve));
    answer();
    await refreshed;
    await until('its goals are there', () => keys().length === 3);
  });

  it('come and go with the settings, one connection each whatever the number of entries', async () => {
    const tokens = new KeptTokens();
    tokens.keep(at.server.url, testToken);
    const { connections, entries, keys } = at.window(tokens);
    await connections.start();
    await connections.refresh();
    const [before] = connections.all;

    entries.trackers = [...entries.trackers, { kind: 'rest', url: at.server.url }, { kind: 'unheard-of' }];
    await connections.update();
    assert.deepEqual(connections.all, [before], 'a connection that is still named stays as it is');
    assert.match(at.lines.join('\n'), /unheard-of|kind/);

    entries.trackers = [];
    entries.changed.fire();
    await until('it is gone', () => connections.all.length === 0);
    assert.deepEqual(keys(), []);
  });

  it('have a token for each of several accounts at one address, which comes and goes alone', async () => {
    const tokens = new KeptTokens();
    const { connections, entries, keys } = at.window(tokens);
    entries.trackers = [
      { kind: 'rest', url: at.server.url },
      { kind: 'rest', url: at.server.url, signInAs: 'client' },
    ];
    await connections.start();
    tokens.keep(at.server.url, testToken);
    tokens.keep(`${at.server.url}#client`, 'another-token-0123456789');
    await connections.refresh();
    const [own, client] = connections.all;
    assert.ok(own && client);
    assert.equal(own.state.goals.length, 3);
    assert.equal(client.state.error?.reason, 'unauthorized', 'the second account has its own token');

    await connections.signOut(signInPlace(client.connection));
    assert.equal(keys().length, 3, 'the other account stays signed in');
    assert.equal(await tokens.get(at.server.url), testToken);
    assert.equal(await tokens.get(`${at.server.url}#client`), undefined);
    const [again] = connections.all;
    assert.ok(again);
    await connections.signOut(signInPlace(again.connection));
    await until('its goals are gone', () => keys().length === 0);
  });

  it('leave nothing on the disk for long where no setting names one', async () => {
    const kept = ['goals-of-old.jsonl', 'goals-of-old.jsonl.1234.tmp', 'goals-of-old.jsonl.damaged'];
    const then = new Date(Date.now() - 31 * 24 * 60 * 60_000);
    for (const name of [...kept, 'goals-of-now.jsonl']) writeFileSync(join(at.folder, name), '');
    for (const name of kept) utimesSync(join(at.folder, name), then, then);
    const start = async (): Promise<void> => {
      const { connections, entries } = at.window(new KeptTokens());
      entries.trackers = [];
      await connections.start();
    };
    await start();
    const mark = 'goals-of-old.jsonl.unused';
    assert.deepEqual(readdirSync(at.folder).sort(), ['goals-of-now.jsonl', 'goals-of-old.jsonl', mark]);
    utimesSync(join(at.folder, mark), then, then);
    await start();
    assert.deepEqual(readdirSync(at.folder), ['goals-of-now.jsonl']);
  });

  it('let a token that is there stay, and remove the one of the other spelling', async () => {
    const tokens = new KeptTokens();
    const { connections, entries } = at.window(tokens);
    entries.trackers = [{ kind: 'rest', url: at.server.url, signInAs: 'Client' }];
    tokens.keep(`${at.server.url}#Client`, 'an-old-token-0123456789');
    tokens.keep(`${at.server.url}#client`, testToken);
    await connections.start();
    assert.equal(await tokens.get(`${at.server.url}#client`), testToken);
    assert.equal(await tokens.get(`${at.server.url}#Client`), undefined);
  });

  it('are asked as often as a person wants', async () => {
    const tokens = new KeptTokens();
    tokens.keep(at.server.url, testToken);
    const { connections, entries, every } = at.window(tokens);
    every.ms = 24 * 60 * 60_000;
    await connections.start();
    await connections.refresh();
    const before = at.server.requests.length;
    every.ms = 1;
    entries.changed.fire();
    await until('it is asked again', () => at.server.requests.length > before);
  });
});
