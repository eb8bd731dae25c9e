import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import type { GoalCache } from '../../../../src/trackers/sync/goalCache';
import { emptySnapshot } from '../../../../src/trackers/sync/snapshot';
import { asOrdinaryUser } from '../../../support/asOrdinaryUser';
import { CacheFixture, snapshot } from './cacheFixture';
import { unreadableEntry, type UnreadableCache } from './unreadableCache';

describe('a damaged GoalCache', () => {
  const fixture = new CacheFixture();
  const { lines } = fixture;
  const open = (of?: object): GoalCache => fixture.open(of);

  /** Found unusable, said so once, and out of the way. */
  const assertSetAside = async (): Promise<void> => {
    const cache = open();
    assert.equal(await cache.load(), emptySnapshot);
    assert.match(lines.join('\n'), /^The kept goals are damaged and set aside: .*$/);
    assert.equal(await cache.load(), emptySnapshot);
    assert.equal(lines.length, 1);
    assert.ok((await readdir(fixture.folder)).some((name) => name.endsWith('.damaged')));
    await cache.save(snapshot);
    assert.deepEqual(await open().load(), snapshot);
  };

  for (const code of ['EMFILE', 'EIO', 'EACCES']) {
    it(`is not damaged because it cannot be read just now: ${code}`, async () => {
      await open().save(snapshot);
      const cache = open();
      const fault = Object.assign(new Error(`${code}: no`), { code, syscall: 'open' });
      Object.assign(cache, { read: () => Promise.reject(fault) });
      assert.equal(await cache.load(), emptySnapshot);
      assert.deepEqual(lines, [`The kept goals cannot be read: ${code}: no`]);
      assert.deepEqual(await readdir(fixture.folder), [basename(cache.path)]);
      assert.deepEqual(await open().load(), snapshot);
    });
  }

  it('says what is wrong with a file that is set aside', async () => {
    await open().save(snapshot);
    const text = await readFile(open().path, 'utf8');
    await writeFile(open().path, text.replace('"mark":1', '"mark":8'));
    await open().load();
    assert.deepEqual(lines, ['The kept goals are damaged and set aside: its checksum does not match']);
    await writeFile(open().path, text.slice(0, text.lastIndexOf('{"sha256"')));
    await open().load();
    assert.equal(lines.length, 2);
    assert.equal(lines[1], lines[0]);
  });

  it('sets an empty file aside', async () => {
    await mkdir(fixture.folder);
    await writeFile(open().path, '');
    await assertSetAside();
  });

  for (const text of ['null\n', '[]\n', 'no JSON', '{}\n{}', '\0'.repeat(5000)]) {
    it(`throws nothing where the file is ${JSON.stringify(text.slice(0, 10))}`, async () => {
      await mkdir(fixture.folder);
      await writeFile(open().path, text);
      assert.equal(await open().load(), emptySnapshot);
    });
  }

  it('sets a truncated file aside, wherever it ends', async () => {
    await open().save(snapshot);
    const { size } = await stat(open().path);
    // The last byte is the end of the last line, which may as well be missing.
    for (let length = size - 2; length > 0; length -= 61) {
      await open().save(snapshot);
      await truncate(open().path, length);
      assert.equal(await open().load(), emptySnapshot, `${length} of ${size} bytes`);
    }
    await truncate(open().path, 0).catch(() => undefined);
    await open().save(snapshot);
    await truncate(open().path, size >> 1);
    lines.length = 0;
    await assertSetAside();
  });

  it('never gives anything but what was kept, whichever byte is changed', async () => {
    await open().save(snapshot);
    const bytes = await readFile(open().path);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= flip;
        await writeFile(open().path, changed);
        const found = await open().load();
        if (found !== emptySnapshot) assert.deepEqual(found, snapshot);
      }),
      { numRuns: 150 },
    );
  });

  it('sets aside what is no file, also where that cannot be done', async () => {
    await mkdir(join(open().path, 'full'), { recursive: true });
    await mkdir(join(`${open().path}.damaged`, 'full'), { recursive: true });
    assert.equal(await open().load(), emptySnapshot);
    await assert.rejects(open().save(snapshot));
    assert.deepEqual(
      (await readdir(fixture.folder)).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('takes a damaged file away where it cannot be set aside', async () => {
    await mkdir(join(`${open().path}.damaged`, 'full'), { recursive: true });
    await writeFile(open().path, 'no JSON');
    assert.equal(await open().load(), emptySnapshot);
    assert.deepEqual(await readdir(fixture.folder), [`${basename(open().path)}.damaged`]);
  });

  it('leaves a file that may not be read where it is, until the next is kept', async () => {
    await open(unreadableEntry).save(snapshot);
    await chmod(open(unreadableEntry).path, 0o000);
    const call = [require.resolve('./unreadableCache'), 'tryUnreadableCache'] as const;
    const { isEmpty, lines, names, mark } = (await asOrdinaryUser(
      ...call,
      join(fixture.folder, '..'),
    )) as UnreadableCache;
    assert.ok(isEmpty);
    assert.match(lines.join('\n'), /^The kept goals cannot be read: .*EACCES.*$/);
    assert.ok(!names.some((name) => name.endsWith('.damaged')));
    assert.equal(mark, 7, 'and is usable after that');
  });
});
