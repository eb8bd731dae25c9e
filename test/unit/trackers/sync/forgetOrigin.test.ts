import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { signInPlace } from '../../../../src/core/tracker/signInPlace';
import { forgetOrigin } from '../../../../src/trackers/sync/forgetOrigin';
import { GoalCache } from '../../../../src/trackers/sync/goalCache';
import { goal } from '../../../support/builders';
import { connection } from '../support/connect';

describe('what is kept of the trackers at one origin', () => {
  let folder = '';
  const cache = (url: string, follow: string): GoalCache =>
    new GoalCache(folder, connection({ kind: 'redmine', url, follow: [follow] }), () => undefined);
  const keep = async (url: string, follow: string): Promise<string> => {
    const kept = cache(url, follow);
    await kept.save({ goals: [goal('A-1')], askedIds: [] });
    return basename(kept.path);
  };

  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'goal-lens-forget-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('goes as a whole: of every connection, what was set aside and what was left half-written', async () => {
    const here = await keep('https://tracker.example/a', 'shop');
    await keep('https://tracker.example/b', 'pay');
    const other = await keep('https://other.example', 'shop');
    for (const leftover of ['.damaged', '.0000.tmp']) await writeFile(join(folder, here + leftover), 'x');
    await forgetOrigin(folder, signInPlace({ url: 'https://tracker.example' }));
    assert.deepEqual(await readdir(folder), [other]);
  });

  it('is nothing where there is no folder', async () => {
    await forgetOrigin(join(folder, 'missing'), signInPlace({ url: 'https://tracker.example' }));
  });

  it('goes with the tracker that is forgotten, leftovers included', async () => {
    const here = await keep('https://tracker.example', 'shop');
    const other = await keep('https://tracker.example', 'pay');
    for (const leftover of ['.damaged', '.0000.tmp']) await writeFile(join(folder, here + leftover), 'x');
    await cache('https://tracker.example', 'shop').remove();
    assert.deepEqual(await readdir(folder), [other]);
  });
});
