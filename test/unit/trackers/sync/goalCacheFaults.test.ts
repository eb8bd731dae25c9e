import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoalCache } from '../../../../src/trackers/sync/goalCache';
import { emptySnapshot, type Snapshot } from '../../../../src/trackers/sync/snapshot';
import { goal } from '../../../support/builders';
import { fileFaults, withFileFault, type FileFault } from '../../../support/fileFaults';
import { connection } from '../support/connect';

const snapshotOf = (mark: number): Snapshot => ({
  goals: Array.from({ length: 600 }, (_, at) => goal(`A-${at}`)),
  askedIds: [],
  mark,
});

describe('GoalCache, where the nth call to the file system fails', () => {
  let folder = '';
  const open = (): GoalCache =>
    new GoalCache(folder, connection({ kind: 'redmine', url: 'https://tracker.example' }), () => undefined);

  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'goal-lens-faults-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  for (const code of fileFaults) {
    it(`keeps the old goals or the new, whole, and the next time the new: ${code}`, async () => {
      let faults = 0;
      for (let nth = 1; ; nth += 1) {
        await open().save(snapshotOf(1));
        const isOver = !(await withFileFault(folder, nth, code, async () => {
          await open()
            .save(snapshotOf(2))
            .catch((error: unknown) => {
              faults += 1;
              assert.match(String(error), /injected/);
            });
        }));
        const kept = await open().load();
        assert.ok(kept.mark === 1 || kept.mark === 2, `after call ${nth}`);
        assert.deepEqual(kept, snapshotOf(kept.mark));
        await open().save(snapshotOf(2));
        assert.deepEqual(await open().load(), snapshotOf(2));
        if (isOver) break;
      }
      assert.ok(faults >= 4, `${faults} faults`);
    });
  }

  for (const code of ['EMFILE', 'EIO'] as const satisfies readonly FileFault[]) {
    it(`takes a file that cannot be read for the moment for no damage: ${code}`, async () => {
      await open().save(snapshotOf(1));
      for (let nth = 1; ; nth += 1) {
        const cache = open();
        const isOver = !(await withFileFault(folder, nth, code, async () => {
          const found = await cache.load();
          assert.ok(found === emptySnapshot || found.mark === 1);
        }));
        assert.deepEqual(await readdir(folder), [open().path.slice(folder.length + 1)]);
        // What could not be read at first comes with the next sync.
        assert.equal(((await cache.loadNewer()) ?? (await cache.load())).mark, 1);
        if (isOver) break;
      }
    });
  }
});
