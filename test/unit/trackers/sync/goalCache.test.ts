import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { GoalCache } from '../../../../src/trackers/sync/goalCache';
import { emptySnapshot, type Snapshot } from '../../../../src/trackers/sync/snapshot';
import { asOrdinaryUser } from '../../../support/asOrdinaryUser';
import { customers, goal } from '../../../support/builders';
import { connection } from '../support/connect';
import { unreadableEntry, type UnreadableCache } from './unreadableCache';

const entry = { kind: 'redmine', url: 'https://tracker.example', follow: ['shop'] };
const snapshot: Snapshot = {
  goals: [
    goal('A-1', { impact: customers(3), description: 'a\u2028b\u2029c\nd \u{1F6D2} \uFFFD' }),
    goal('Ä-2'),
  ],
  askedIds: ['Ä-2'],
  mark: 1,
  sweptAt: 2,
  asOf: 3,
};

describe('GoalCache', () => {
  let folder: string;
  const lines: string[] = [];
  const open = (of: object = entry): GoalCache =>
    new GoalCache(folder, connection(of), (line) => void lines.push(line));
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'goal-lens cache ')), 'inner');
    lines.length = 0;
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  /** Found unusable, said so once, and out of the way. */
  const assertSetAside = async (): Promise<void> => {
    const cache = open();
    assert.equal(await cache.load(), emptySnapshot);
    assert.match(lines.join('\n'), /^The kept goals are damaged and set aside: .*$/);
    assert.equal(await cache.load(), emptySnapshot);
    assert.equal(lines.length, 1);
    assert.ok((await readdir(folder)).some((name) => name.endsWith('.damaged')));
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
      assert.deepEqual(await readdir(folder), [basename(cache.path)]);
      assert.deepEqual(await open().load(), snapshot);
    });
  }

  it('is empty where nothing was kept', async () => {
    assert.equal(await open().load(), emptySnapshot);
    assert.equal(await open().loadNewer(), undefined);
  });

  it('gives back what was kept, and leaves nothing else behind', async () => {
    await open().save(snapshot);
    await open().save(snapshot);
    assert.deepEqual(await open().load(), snapshot);
    assert.equal((await readdir(folder)).length, 1);
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
    assert.deepEqual(await readdir(folder), [basename(open().path)]);
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

  it('sets an empty file aside', async () => {
    await mkdir(folder);
    await writeFile(open().path, '');
    await assertSetAside();
  });

  for (const text of ['null\n', '[]\n', 'no JSON', '{}\n{}', '\0'.repeat(5000)]) {
    it(`throws nothing where the file is ${JSON.stringify(text.slice(0, 10))}`, async () => {
      await mkdir(folder);
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
      (await readdir(folder)).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('takes a damaged file away where it cannot be set aside', async () => {
    await mkdir(join(`${open().path}.damaged`, 'full'), { recursive: true });
    await writeFile(open().path, 'no JSON');
    assert.equal(await open().load(), emptySnapshot);
    assert.deepEqual(await readdir(folder), [`${basename(open().path)}.damaged`]);
  });

  it('leaves a file that may not be read where it is, until the next is kept', async () => {
    await open(unreadableEntry).save(snapshot);
    await chmod(open(unreadableEntry).path, 0o000);
    const call = [require.resolve('./unreadableCache'), 'tryUnreadableCache'] as const;
    const { isEmpty, lines, names, mark } = (await asOrdinaryUser(
      ...call,
      join(folder, '..'),
    )) as UnreadableCache;
    assert.ok(isEmpty);
    assert.match(lines.join('\n'), /^The kept goals cannot be read: .*EACCES.*$/);
    assert.ok(!names.some((name) => name.endsWith('.damaged')));
    assert.equal(mark, 7, 'and is usable after that');
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
    assert.equal((await readdir(folder)).length, 1);
  });

  it('is gone when it is removed', async () => {
    const cache = open();
    await cache.save(snapshot);
    await cache.remove();
    await cache.remove();
    assert.equal(await cache.load(), emptySnapshot);
  });
});
