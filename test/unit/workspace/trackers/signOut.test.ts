import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GoalLensError } from '../../../../src/core/errors';
import { signInPlace } from '../../../../src/core/tracker/signInPlace';
import { cachePrefix } from '../../../../src/trackers/sync/goalCache';
import { until } from '../../../support/until';
import { testToken } from '../../trackers/support/connect';
import { KeptTokens, useConnections } from './connectionsFixture';

describe('the trackers of a workspace, when somebody signs out', () => {
  const at = useConnections();

  it('find the token of an account that was kept while case told accounts apart, and sign it out', async () => {
    const tokens = new KeptTokens();
    const { connections, entries, keys } = at.window(tokens);
    entries.trackers = [{ kind: 'rest', url: at.server.url, signInAs: 'Client' }];
    tokens.keep(`${at.server.url}#Client`, testToken);
    await connections.start();
    await connections.refresh();
    assert.equal(keys().length, 3);
    const [live] = connections.all;
    assert.ok(live);
    await connections.signOut(signInPlace(live.connection));
    assert.deepEqual(
      await Promise.all(['client', 'Client'].map((account) => tokens.get(`${at.server.url}#${account}`))),
      [undefined, undefined],
    );
    await until('its goals are gone', () => keys().length === 0);
  });

  it('leave nothing by signing out, also where no setting names them any more', async () => {
    const tokens = new KeptTokens();
    tokens.keep(at.server.url, testToken);
    const { connections, entries } = at.window(tokens);
    await connections.start();
    await connections.refresh();
    entries.trackers = [];
    await connections.update();
    assert.notDeepEqual(readdirSync(at.folder), []);
    const forgotten: string[] = [];
    connections.onDidForget((place) => void forgotten.push(place));
    await connections.signOut(signInPlace(at.server));
    assert.equal(await tokens.get(at.server.url), undefined);
    assert.deepEqual(readdirSync(at.folder), []);
    assert.ok(forgotten.length > 0 && forgotten.every((place) => place === at.server.url));
  });

  for (const isNamed of [true, false]) {
    const where = isNamed ? 'in the settings' : 'in no setting';
    it(`are signed out of as far as possible, ${where}, and once more for what is left`, async () => {
      const tokens = new KeptTokens();
      tokens.keep(at.server.url, testToken);
      const { connections, entries, keys } = at.window(tokens);
      await connections.start();
      await connections.refresh();
      if (!isNamed) entries.trackers = [];
      await connections.update();
      const place = signInPlace(at.server);
      const stuck = `${cachePrefix(place)}stuck.jsonl`;
      mkdirSync(join(at.folder, stuck));
      const forgotten: string[] = [];
      connections.onDidForget((each) => void forgotten.push(each));

      await assert.rejects(connections.signOut(place), (error: unknown) => {
        assert.ok(error instanceof GoalLensError);
        assert.match(error.message, /stuck\.jsonl.*Choose “Sign Out…” again\.$/);
        return true;
      });
      assert.equal(await tokens.get(at.server.url), undefined);
      assert.deepEqual([readdirSync(at.folder), keys()], [[stuck], []]);
      assert.ok(forgotten.includes(place), 'hooks and branches forget theirs');
      assert.equal(connections.all.length, isNamed ? 1 : 0, 'the tracker stays connected');
      assert.deepEqual(connections.leftovers, [place]);

      rmdirSync(join(at.folder, stuck));
      forgotten.length = 0;
      await connections.signOut(place);
      assert.ok(forgotten.includes(place));
      assert.deepEqual(connections.leftovers, []);
    });
  }

  it('are there after a sign-out that could not remove their own file, and can be signed in to', async () => {
    const tokens = new KeptTokens();
    tokens.keep(at.server.url, testToken);
    const { connections, keys } = at.window(tokens);
    await connections.start();
    await connections.refresh();
    const [live] = connections.all;
    assert.ok(live);
    // The file itself is replaced by what cannot be removed.
    rmSync(join(at.folder, live.cacheName));
    mkdirSync(join(at.folder, live.cacheName));
    await assert.rejects(connections.signOut(signInPlace(at.server)), GoalLensError);
    const [again] = connections.all;
    assert.ok(again !== undefined && again !== live);
    tokens.keep(at.server.url, testToken);
    await until('its goals are back', () => keys().length === 3);
  });

  it('are forgotten also where the token cannot be removed, which is told', async () => {
    const tokens = new KeptTokens();
    tokens.keep(at.server.url, testToken);
    const { connections } = at.window(tokens);
    await connections.start();
    await connections.refresh();
    const forgotten: string[] = [];
    connections.onDidForget((each) => void forgotten.push(each));
    tokens.delete = () => Promise.reject(new Error('The keyring is locked.'));
    await assert.rejects(connections.signOut(signInPlace(at.server)), /The keyring is locked\./);
    assert.deepEqual(forgotten, [at.server.url]);
  });

  it('do not stop short of signing out because something else does not forget', async () => {
    const tokens = new KeptTokens();
    tokens.keep(at.server.url, testToken);
    const { connections } = at.window(tokens);
    await connections.start();
    await connections.refresh();
    connections.onDidForget(() => {
      throw new Error('broken');
    });
    await connections.signOut(signInPlace(at.server));
    assert.equal(connections.all.length, 1);
    assert.match(at.lines.join('\n'), /Something keeps signed-out goals\. Error: broken/);
  });
});
