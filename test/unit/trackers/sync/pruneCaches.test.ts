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
    await put('goals-old.jsonl', 31);
    await put('goals-new.jsonl', 29);
    await put('goals-crash.jsonl.123.tmp', 2);
    await put('goals-now.jsonl.124.tmp', 0);
    await put('goals-bad.jsonl.damaged', 2);
    await put('other.txt', 400);
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
    await pruneCaches(folder, now, new Set(['goals-here.jsonl']));
    assert.deepEqual(await readdir(folder), ['goals-here.jsonl']);
  });

  it('does nothing where there is no folder', async () => {
    await pruneCaches(join(folder, 'missing'), now);
    assert.deepEqual(await readdir(folder), []);
  });
});
