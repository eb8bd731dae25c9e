import assert from 'node:assert/strict';
import { signInPlace } from '../../../../../src/core/tracker/signInPlace';
import { KeptLeftovers } from '../../../../../src/vscode/sources/trackers/keptLeftovers';

describe('what signing out has left', () => {
  it('is kept for each place until it is gone, and written only when it changes', async () => {
    const memento = new Map<string, unknown>([['other', 1]]);
    let writes = 0;
    const open = (): KeptLeftovers =>
      new KeptLeftovers({
        keys: () => [...memento.keys()],
        get: <T>(key: string, otherwise?: T) => (memento.get(key) ?? otherwise) as T,
        update: (key, value) => {
          writes += 1;
          if (value === undefined) memento.delete(key);
          else memento.set(key, value);
          return Promise.resolve();
        },
      });
    const [one, two] = ['https://one.example', 'https://two.example'].map((url) => signInPlace({ url }));
    assert.ok(one !== undefined && two !== undefined);
    await open().note(one, false);
    assert.equal(writes, 0);
    for (const place of [one, two, one]) await open().note(place, true);
    assert.deepEqual([open().places, writes], [[one, two], 2]);
    await open().note(one, false);
    assert.deepEqual(open().places, [two]);
    await open().note(two, false);
    assert.deepEqual([...memento.keys()], ['other']);
  });
});
