import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { decodeHistory, encodeHistory, headerBytes } from '../../../../src/git/history/historyCodec';
import { isHistoryFault, type HistoryError } from '../../../../src/git/history/historyError';
import { HistoryStore } from '../../../../src/git/history/historyStore';
import { nothingStored } from '../../../../src/git/history/storedHistory';
import { HistoryFixture, subjectsOf } from './historyFixture';

describe('HistoryStore', () => {
  let repository: HistoryFixture;
  let folder: string;
  const place = { gitDir: '/a/.git', commonDir: '/a/.git' };

  beforeEach(() => {
    repository = new HistoryFixture();
    folder = repository.folder();
    repository.commit('a.ts', '1', 'SHOP-1: one');
  });
  afterEach(() => repository.remove());

  it('leaves one file for each repository, and no other', async () => {
    const index = await repository.open({ folder: join(folder, 'made', 'on demand') });
    await index.update();
    repository.commit('a.ts', '2', 'SHOP-1: two');
    await index.update();
    assert.equal(readdirSync(join(folder, 'made', 'on demand')).length, 1);
  });

  it('sets a damaged file aside and reads anew', async () => {
    await (await repository.open({ folder })).update();
    const [name = ''] = readdirSync(folder);
    const good = readFileSync(join(folder, name));
    const damaged: Record<string, Buffer> = {
      empty: Buffer.alloc(0),
      'cut short': good.subarray(0, good.length - 5),
      'only the header': good.subarray(0, 16),
      'something else': Buffer.from('{"version":1}'),
    };
    for (let at = 16; at < good.length; at += 29) {
      const flipped = Buffer.from(good);
      flipped[at]! ^= 0x10;
      if (!isSamePayload(flipped, good)) damaged[`flipped at ${at}`] = flipped;
    }
    for (const [how, bytes] of Object.entries(damaged)) {
      writeFileSync(join(folder, name), bytes);
      const faults: HistoryError[] = [];
      const index = await repository.open({ folder, onDamaged: (error) => faults.push(error) });
      assert.deepEqual(
        faults.map(({ fault }) => fault),
        ['damagedStore'],
        how,
      );
      assert.deepEqual(readFileSync(join(folder, `${name}.damaged`)), bytes, how);
      assert.deepEqual(subjectsOf(index, 'SHOP-1'), [], how);
      await index.update();
      assert.deepEqual(subjectsOf(index, 'SHOP-1'), ['SHOP-1: one'], how);
      assert.deepEqual(readdirSync(folder).sort(), [name, `${name}.damaged`], how);
    }
  });

  it('takes numbers that point outside for damage', async () => {
    await (await repository.open({ folder })).update();
    const [name = ''] = readdirSync(folder);
    const good = await decodeHistory(readFileSync(join(folder, name)));
    for (const part of [
      { terms: [] },
      { files: [] },
      { count: 2 },
      { shaBytes: 21 },
      { subjectEnds: new Uint32Array([1000]) },
      { candidateEnds: new Uint32Array([0]) },
    ]) {
      const bytes = await encodeHistory({ ...good, columns: { ...good.columns, ...part } });
      await assert.rejects(decodeHistory(bytes), /do not fit together/);
    }
    assert.deepEqual(await decodeHistory(await encodeHistory(good)), good);
    assert.deepEqual(await decodeHistory(await encodeHistory(nothingStored)), nothingStored);
  });

  it('takes facts of another kind for damage', async () => {
    const changed: Record<string, unknown>[] = [
      { tips: null },
      { tips: 'x' },
      { tips: [1] },
      { walked: 'x' },
      { walked: undefined },
      { notes: 1 },
      { borders: null },
      { commits: 'x' },
      { commits: -1 },
      { commits: 0.5 },
    ];
    for (const part of changed) {
      const bytes = await encodeHistory({ ...nothingStored, ...part });
      await assert.rejects(decodeHistory(bytes), /is not what a history is read from/, JSON.stringify(part));
    }
    const noted = { ...nothingStored, tips: ['a'], walked: ['a'], notes: 'b', commits: 1 };
    assert.deepEqual(await decodeHistory(await encodeHistory(noted)), noted);
  });

  it('takes a time that is none for damage, and writes over it', async () => {
    for (const readAt of [NaN, Infinity, -Infinity]) {
      const store = new HistoryStore(folder, place, 'head');
      writeFileSync(store.path, await encodeHistory({ ...nothingStored, readAt }));
      await assert.rejects(store.load(), (error) => isHistoryFault(error, 'damagedStore'), String(readAt));
      assert.ok(await store.save({ ...nothingStored, readAt: 1000 }), String(readAt));
      assert.equal((await store.load()).readAt, 1000);
    }
  });

  it('sets a folder in the place of the file aside', async () => {
    await (await repository.open({ folder })).update();
    const [name = ''] = readdirSync(folder);
    const other = repository.folder();
    mkdirSync(join(other, name));
    const index = await repository.open({ folder: other });
    assert.equal(await index.update(), true);
  });

  it('never puts an older history in the place of a newer', async () => {
    const [one, other] = [new HistoryStore(folder, place, 'head'), new HistoryStore(folder, place, 'head')];
    const newer = { ...nothingStored, readAt: 2000, commits: 2 };
    assert.ok(await one.save(newer));
    assert.equal(await other.save({ ...nothingStored, readAt: 1000, commits: 1 }), undefined);
    assert.deepEqual(await other.load(), newer);
    // A clock that was wrong must not stop us for ever.
    await one.save({ ...nothingStored, readAt: Date.now() + 3_600_000 });
    assert.ok(await other.save(newer));
    assert.deepEqual(await one.load(), newer);
    assert.equal(readdirSync(folder).length, 1);
  });

  it('stays whole while two windows write', async () => {
    const windows = [await repository.open({ folder }), await repository.open({ folder })];
    for (let at = 0; at < 5; at += 1) {
      repository.commit('a.ts', String(at + 2), `SHOP-1: ${at}`);
      await Promise.all(windows.map((window) => window.update()));
      const faults: unknown[] = [];
      const third = await repository.open({ folder, onDamaged: (error) => faults.push(error) });
      assert.deepEqual(faults, []);
      assert.equal(subjectsOf(third, 'SHOP-1').length, at + 2);
    }
    assert.equal(readdirSync(folder).length, 1);
  });

  it('answers all the same where it cannot be written', async () => {
    const file = join(folder, 'a file');
    writeFileSync(file, '');
    const unwritable = repository.open({ folder: join(file, 'below') });
    const index = await unwritable;
    await assert.rejects(index.update(), (error) => isHistoryFault(error, 'storeUnwritable'));
    assert.deepEqual(subjectsOf(index, 'SHOP-1'), ['SHOP-1: one']);
  });
});

/** Whether the flip is no damage: the bits that fill up the last byte of what is compressed mean nothing. */
function isSamePayload(flipped: Buffer, good: Buffer): boolean {
  try {
    return inflateSync(flipped.subarray(headerBytes)).equals(inflateSync(good.subarray(headerBytes)));
  } catch {
    return false;
  }
}
