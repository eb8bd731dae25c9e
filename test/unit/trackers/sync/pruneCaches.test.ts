import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pruneCaches } from '../../../../src/trackers/sync/pruneCaches';

describe('pruneCaches', () => {
  const now = Date.UTC(2026, 10, 22);
  const day = 24 * 60 * 60_000;
  let folder: string;
  const put = async (name: string, ageDays: number): Promise<void> => {
    await writeFile(join(folder, name), '');
    const time = new Date(now - ageDays * day);
    await utimes(join(folder, name), time, time);
  };

  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'goal-lens-prune-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('removes what nobody has written for a month, leftovers after a day, and nothing that is not ours', async () => {
    await put('goals-old.jsonl', 33);
    await put('goals-new.jsonl', 29);
    await put('goals-crash.jsonl.123.tmp', 2);
    await put('goals-now.jsonl.124.tmp', 0);
    await put('goals-bad.jsonl.damaged', 2);
    await put('other.txt', 400);
    await pruneCaches(folder, now - 2 * day);
    await pruneCaches(folder, now);
    assert.deepEqual((await readdir(folder)).sort(), [
      'goals-new.jsonl',
      'goals-now.jsonl.124.tmp',
      'other.txt',
    ]);
  });

  it('leaves what is in use, however long the tracker could not be read', async () => {
    await put('goals-here.jsonl', 400);
    await put('goals-gone.jsonl', 400);
    for (const at of [now, now + 2 * day]) await pruneCaches(folder, at, new Set(['goals-here.jsonl']));
    assert.deepEqual(await readdir(folder), ['goals-here.jsonl']);
  });

  it('removes nothing kept, and leaves nothing, where the clock is a year ahead for a day', async () => {
    for (const name of ['goals-a.jsonl', 'goals-b.jsonl']) await put(name, 3);
    const ahead = now + 365 * day;
    // Windows that are restored together, one of which writes what it reads.
    await pruneCaches(folder, ahead);
    await put('goals-a.jsonl', -365);
    await pruneCaches(folder, ahead + 60_000);
    assert.deepEqual((await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort(), [
      'goals-a.jsonl',
      'goals-b.jsonl',
    ]);
    await pruneCaches(folder, now);
    assert.deepEqual((await readdir(folder)).sort(), ['goals-a.jsonl', 'goals-b.jsonl']);
    // Nor is it remembered.
    await pruneCaches(folder, ahead + 2 * day);
    assert.ok((await readdir(folder)).includes('goals-b.jsonl'));
  });

  it('removes what is old at a later start, where a wrong clock has marked it, or it came into use meanwhile', async () => {
    await put('goals-old.jsonl', 40);
    await pruneCaches(folder, now + 365 * day);
    for (const at of [now, now + 2 * day]) await pruneCaches(folder, at);
    assert.deepEqual(await readdir(folder), []);
    await put('goals-back.jsonl', 40);
    await pruneCaches(folder, now);
    await pruneCaches(folder, now + 2 * day, new Set(['goals-back.jsonl']));
    assert.deepEqual(await readdir(folder), ['goals-back.jsonl']);
  });

  it('does nothing where there is no folder', async () => {
    await pruneCaches(join(folder, 'missing'), now);
    assert.deepEqual(await readdir(folder), []);
  });
});
