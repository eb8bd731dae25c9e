import assert from 'node:assert/strict';
import { deleteSecret, secretNames } from '../../../../src/workspace/trackers/secretNames';

const place = 'https://jira.example';

/** What is left of these secrets after one is deleted, where VS Code lists their keys in this way. */
async function left(
  names: readonly string[],
  deleted: string,
  list: (kept: ReadonlySet<string>) => { keys?: () => Promise<string[]> } = (kept) => ({
    keys: () => Promise.resolve([...kept]),
  }),
): Promise<string[]> {
  const kept = new Set(names);
  const storage = {
    ...list(kept),
    delete: (key: string) => {
      assert.ok(kept.delete(key), `${key} was not there`);
      return Promise.resolve();
    },
  };
  await deleteSecret(storage, 'token:', deleted);
  return [...kept];
}

describe('deleting a secret', () => {
  const all = ['#ana', '#Ana', '#ANA', '#bob', ''].map((account) => `token:${place}${account}`);

  it('takes what earlier versions kept under other spellings along, and nothing of another account', async () =>
    assert.deepEqual(await left(all, `${place}#ana`), [`token:${place}#bob`, `token:${place}`]));

  it('takes a former spelling alone, as its token has moved to the one of today', async () =>
    assert.deepEqual(await left(all, `${place}#Ana`), all.toSpliced(1, 1)));

  it('leaves secrets of another kind alone', async () =>
    assert.deepEqual(await left(['token:a', 'other:A', 'A', 'toke'], 'a'), ['other:A', 'A', 'toke']));

  it('takes the one alone where VS Code lists no keys, or refuses to', async () => {
    const others = all.slice(1);
    const refuse = (): never => {
      throw new Error('proposed API');
    };
    assert.deepEqual(await left(all, `${place}#ana`, () => ({})), others);
    assert.deepEqual(await left(all, `${place}#ana`, () => ({ keys: refuse })), others);
  });
});

describe('the names of secrets', () => {
  const kept = { delete: () => assert.fail('nothing is deleted') };
  const named = (list: () => string[]): Promise<string[]> =>
    secretNames({ ...kept, keys: () => Promise.resolve().then(list) }, 'token:');

  it('are each told once, whatever the spellings, and none of another kind', async () =>
    assert.deepEqual(await named(() => ['token:a#ana', 'token:a#Ana', 'other:b', 'token:a', 'toke']), [
      'a#ana',
      'a',
    ]));

  it('are unknown where VS Code lists no keys, or refuses to', async () => {
    assert.deepEqual(await secretNames(kept, 'token:'), []);
    const refuse = (): never => {
      throw new Error('proposed API');
    };
    assert.deepEqual(await named(refuse), []);
  });
});
