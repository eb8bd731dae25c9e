import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import fc from 'fast-check';
import type { GoalCache } from '../../../../src/trackers/sync/goalCache';
import { emptySnapshot } from '../../../../src/trackers/sync/snapshot';
import { goal } from '../../../support/builders';
import { CacheFixture, entry, snapshot } from './cacheFixture';

describe('GoalCache', () => {
  const fixture = new CacheFixture();
  const { lines } = fixture;
  const open = (of?: object): GoalCache => fixture.open(of);

  it('is empty where nothing was kept', async () => {
    assert.equal(await open().load(), emptySnapshot);
    assert.equal(await open().loadNewer(), undefined);
  });

  it('gives back what was kept, and leaves nothing else behind', async () => {
    await open().save(snapshot);
    await open().save(snapshot);
    assert.deepEqual(await open().load(), snapshot);
    assert.equal((await readdir(fixture.folder)).length, 1);
    assert.deepEqual(lines, []);
    if (process.platform !== 'win32') assert.equal((await stat(open().path)).mode & 0o077, 0);
  });

  it('gives back many goals', async () => {
    const goals = Array.from({ length: 1234 }, (_, at) => goal(`A-${at}`));
    await open().save({ goals, askedIds: [] });
    assert.deepEqual(await open().load(), { goals, askedIds: [] });
  });

  // Newer versions of Node end a line there too, and a line is what is read at once.
  it('has no line end but its own', async () => {
    await open().save(snapshot);
    assert.doesNotMatch(await readFile(open().path, 'utf8'), /[\r\u2028\u2029\x0B\f\x85]/);
  });

  it('gives back any text', async () => {
    const unit = fc.constantFrom(
      'a',
      '"',
      '\\',
      '\0',
      '\r',
      '\n',
      '\x85',
      '\u2028',
      '\uFEFF',
      '\uD83D',
      '\u{1F6D2}',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit })), async (titles) => {
        const goals = titles.map((title, at) => goal(`A-${at}`, { title }));
        await open().save({ goals, askedIds: [] });
        assert.deepEqual((await open().load()).goals, goals);
      }),
      { numRuns: 15 },
    );
  });

  it('gives back what has no place, and what could not be read', async () => {
    const unread = [{ place: 'old', detail: 'archived' }];
    for (const kept of [
      { goals: [], askedIds: [] },
      { ...snapshot, unread },
    ]) {
      await open().save(kept);
      assert.deepEqual(await open().load(), kept);
    }
  });

  it('lets a reader look without touching it', async () => {
    assert.equal(await open().peek(), undefined);
    await open().save(snapshot);
    assert.deepEqual(await open().peek(), snapshot);
    await truncate(open().path, 50);
    assert.equal(await open().peek(), undefined);
    assert.deepEqual(await readdir(fixture.folder), [basename(open().path)]);
    await rm(open().path);
    await mkdir(open().path);
    await assert.rejects(open().peek(), { code: 'EISDIR' });
    assert.deepEqual(lines, []);
  });

  it('is as new as ever after it was removed and comes again', async () => {
    const cache = open();
    await cache.save(snapshot);
    await cache.remove();
    assert.equal(await cache.loadNewer(), undefined);
    await open().save(snapshot);
    assert.deepEqual(await cache.loadNewer(), snapshot);
    assert.equal(await cache.loadNewer(), undefined);
  });

  it('says what another window has kept, once', async () => {
    const [ours, theirs] = [open(), open()];
    await ours.save(snapshot);
    assert.equal(await ours.loadNewer(), undefined);
    await theirs.load();
    await theirs.save({ ...snapshot, mark: 9 });
    assert.equal((await ours.loadNewer())?.mark, 9);
    assert.equal(await ours.loadNewer(), undefined);
  });

  for (const other of [
    { ...entry, impact: { Kunden: 'customers' } },
    { ...entry, levels: { Thema: 'objective' } },
  ]) {
    it(`takes nothing that was read with another mapping: ${Object.keys(other).at(-1)}`, async () => {
      await open(other).save(snapshot);
      assert.equal(open().path, open(other).path);
      assert.equal(await open().load(), emptySnapshot);
      assert.equal(await open().loadNewer(), undefined);
      assert.deepEqual(lines, []);
    });
  }

  it('keeps other places in other files', () => {
    assert.notEqual(open().path, open({ ...entry, follow: ['web'] }).path);
    assert.notEqual(open().path, open({ ...entry, url: 'https://other.example' }).path);
  });

  it('takes nothing of another version', async () => {
    await open().save(snapshot);
    const text = await readFile(open().path, 'utf8');
    await writeFile(open().path, text.replace('"version":2', '"version":3'));
    assert.equal(await open().load(), emptySnapshot);
    assert.deepEqual(lines, []);
  });

  it('takes the goals of the version before, but lists everything once more', async () => {
    await open().save(snapshot);
    const [header = '', ...rest] = (await readFile(open().path, 'utf8')).split('\n');
    const old = header.replace('"version":2', '"version":1');
    const hash = createHash('sha256').update(old);
    for (const line of rest.slice(0, -2)) hash.update(line);
    const end = JSON.stringify({ sha256: hash.digest('hex') });
    await writeFile(open().path, [old, ...rest.slice(0, -2), end, ''].join('\n'));
    const { mark, sweptAt, ...kept } = snapshot;
    assert.ok(mark !== undefined && sweptAt !== undefined);
    assert.deepEqual(await open().load(), kept);
  });

  it('is whole at every moment while two windows write', async () => {
    const windows = [open(), open()];
    await windows[0]!.save({ ...snapshot, mark: 0 });
    let isOver = false;
    const write = async (cache: GoalCache, window: number): Promise<void> => {
      for (let count = 0; count < 40; count += 1) {
        const goals = Array.from({ length: count * 20 }, (_, at) => goal(`W${window}-${at}`));
        await cache.save({ goals, askedIds: [], mark: goals.length });
      }
    };
    const read = async (): Promise<void> => {
      const reader = open();
      while (!isOver) {
        const { goals, mark, askedIds } = await reader.load();
        if (askedIds.length === 0) assert.equal(goals.length, mark);
        assert.ok(new Set(goals.map(({ key }) => key.split('-')[0])).size <= 2);
      }
    };
    const reading = [read(), read()];
    await Promise.all(windows.map(write));
    isOver = true;
    await Promise.all(reading);
    assert.deepEqual(lines, []);
    assert.equal((await readdir(fixture.folder)).length, 1);
  });

  it('is gone when it is removed', async () => {
    const cache = open();
    await cache.save(snapshot);
    await cache.remove();
    await cache.remove();
    assert.equal(await cache.load(), emptySnapshot);
  });
});
