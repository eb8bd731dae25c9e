import assert from 'node:assert/strict';
import { RetagError } from '../../../src/git/retag/retagError';
import { rewordCommits, type Reworded } from '../../../src/git/retag/rewordCommits';
import { undoReword } from '../../../src/git/retag/undoReword';
import { assertSound, git, makeRepository, never, plainGit, removeGitLocks } from '../killRepository';
import type { KillTarget } from '../killTarget';

const count = 12;
const shape = '--format=%T %an %ae %ad %cn %ce %cd %s';
const original = 'refs/heads/original';

const reword = (folder: string, number: number): Promise<Reworded | undefined> => {
  const shas = git(folder, ['rev-list', 'origin/main..feature']).trim().split('\n');
  return rewordCommits(plainGit, folder, { shas, trailer: 'Initiative', keys: [`SHOP-${number}`] }, never);
};

const keysOf = (folder: string, tip: string): string[] =>
  git(folder, ['log', '--format=%(trailers:key=Initiative,valueonly,separator=%x2C)', `origin/main..${tip}`])
    .trim()
    .split('\n');

/**
 * The branch is where it was or where it was to go, as a whole, with the same files, people and dates; each tip that it
 * left is kept by a backup; and the note of the person is on the commit, or on what a backup keeps of it.
 */
export const rewording: KillTarget = {
  prepare: async (folder) => {
    makeRepository(folder, count);
    git(folder, ['branch', 'original']);
    git(folder, ['notes', 'add', '-m', 'A note of the person', 'feature~3']);
    await reword(folder, 0);
  },
  work: async (folder, written) => {
    for (let number = 1; ; number += 1) {
      await reword(folder, number);
      written(number);
    }
  },
  check: async (folder, last) => {
    const status = git(folder, ['status', '--porcelain']);
    assert.equal(status, '');
    // Git's own locks are told of, and left to the person: git may be at work.
    await reword(folder, last + 5).catch((error: unknown) => {
      assert.ok(error instanceof RetagError && error.fault === 'locked', String(error));
      removeGitLocks(folder);
    });
    const keys = new Set(keysOf(folder, 'feature'));
    assert.equal(keys.size, 1, [...keys].join());
    const range = ['log', shape, '--date=raw'];
    assert.equal(
      git(folder, [...range, 'origin/main..feature']),
      git(folder, [...range, `origin/main..${original}`]),
    );
    const backups = git(folder, ['for-each-ref', '--format=%(refname)', 'refs/goal-lens/backup'])
      .trim()
      .split('\n');
    assert.ok(backups.length >= last + 1, `${backups.length} backups after ${last}`);
    const tips = ['feature', ...backups];
    const noted = tips.filter((tip) => {
      const notes = git(folder, ['log', '--format=%N', `origin/main..${tip}`]);
      return notes.includes('A note of the person');
    });
    assert.ok(noted.length > 0, 'The note is gone.');
    for (const tip of tips)
      assert.equal(git(folder, ['rev-list', '--count', `origin/main..${tip}`]), `${count}\n`);
    assertSound(folder);
    const again = await reword(folder, last + 6);
    assert.ok(again);
    assert.equal(await undoReword(plainGit, folder, again.backupRef, never), again.before);
  },
};
