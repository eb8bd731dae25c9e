import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HistoryIndex } from '../../../src/git/history/historyIndex';
import { assertSound, git, makeRepository, plainGit, removeGitLocks } from '../killRepository';
import type { KillTarget } from '../killTarget';

const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
const keys = new Set(['SHOP-1']);

/** Opens the index that is kept in a folder of the repository. */
const open = (folder: string, store: string): Promise<HistoryIndex> =>
  HistoryIndex.open({
    git: plainGit,
    root: folder,
    folder: join(folder, store),
    rules,
    onDamaged: () => assert.fail('The index is damaged.'),
  });

/** The index on the disk is never damaged, and after the next update it says what one made from nothing says. */
export const history: KillTarget = {
  prepare: async (folder) => {
    makeRepository(folder, 20);
    await (await open(folder, '.git/store')).update();
  },
  work: async (folder, written) => {
    for (let number = 1; ; number += 1) {
      git(folder, ['commit', '--quiet', '--allow-empty', '-m', `Change for SHOP-1, ${number}`]);
      await (await open(folder, '.git/store')).update();
      written(number);
    }
  },
  check: async (folder, last) => {
    removeGitLocks(folder);
    const index = await open(folder, '.git/store');
    const kept = index.commitsOf(keys).length;
    assert.ok(kept >= last && kept <= last + 1, `${kept} commits are kept after ${last}`);
    await index.update();
    const fresh = await open(folder, '.git/fresh');
    await fresh.update();
    assert.deepEqual(index.commitsOf(keys), fresh.commitsOf(keys));
    assert.deepEqual(index.filesOf(keys), fresh.filesOf(keys));
    assert.equal(
      (await readdir(join(folder, '.git/store'))).filter((name) => name.endsWith('.damaged')).length,
      0,
    );
    assertSound(folder);
  },
};
