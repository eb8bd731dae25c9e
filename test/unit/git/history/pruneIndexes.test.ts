import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatVersion } from '../../../../src/git/history/historyCodec';
import { pruneIndexes } from '../../../../src/git/history/pruneIndexes';

describe('pruneIndexes', () => {
  it('removes what nobody has used for a season, old forms and leftovers after a day, and nothing else', async () => {
    const now = Date.UTC(2026, 10, 22);
    const folder = await mkdtemp(join(tmpdir(), 'goal-lens-prune-'));
    try {
      const put = async (name: string, ageDays: number): Promise<void> => {
        await writeFile(join(folder, name), '');
        const time = new Date(now - ageDays * 24 * 60 * 60_000);
        await utimes(join(folder, name), time, time);
      };
      await put(`history-a.v${formatVersion}`, 91);
      await put(`history-b.v${formatVersion}`, 89);
      await put('history-c.v0', 2);
      await put(`history-d.v${formatVersion}.damaged`, 2);
      await put(`history-e.v${formatVersion}.1.tmp`, 0);
      await put('other', 400);
      await pruneIndexes(folder, now);
      assert.ok(
        (await readdir(folder)).includes(`history-a.v${formatVersion}`),
        'a clock may be wrong for a while',
      );
      await put(`history-a.v${formatVersion}.unused`, 2);
      await pruneIndexes(folder, now);
      assert.deepEqual((await readdir(folder)).sort(), [
        `history-b.v${formatVersion}`,
        `history-e.v${formatVersion}.1.tmp`,
        'other',
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
