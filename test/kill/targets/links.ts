import assert from 'node:assert/strict';
import { join } from 'node:path';
import { BranchChoicesFile } from '../../../src/git/links/branchChoicesFile';
import { git, makeLockOld, makeRepository, plainGit } from '../killRepository';
import type { KillTarget } from '../killTarget';

const branches = ['feature', 'other', 'third'];
const fileOf = (folder: string): BranchChoicesFile =>
  new BranchChoicesFile(plainGit, folder, join(folder, '.git'));

/** Each number is a link of one of the branches, so that what is kept says which of them were written. */
const branchOf = (number: number): string => branches[number % branches.length] ?? '';

/** Every link that was made is there, and another one can be made. */
export const links: KillTarget = {
  prepare: async (folder) => {
    makeRepository(folder, 1);
    for (const branch of branches.slice(1)) git(folder, ['branch', branch]);
    await fileOf(folder).link('feature', 'SHOP-0');
  },
  work: async (folder, written) => {
    for (let number = 1; ; number += 1) {
      await fileOf(folder).link(branchOf(number), `SHOP-${number}`);
      written(number);
    }
  },
  check: async (folder, last) => {
    makeLockOld(folder);
    const file = fileOf(folder);
    await file.link(branchOf(last + 1), `SHOP-${last + 1}`);
    await file.load();
    for (const branch of branches) {
      const expected: string[] = [];
      for (let number = 0; number <= last + 1; number += 1) {
        if (branchOf(number) === branch) expected.push(`SHOP-${number}`);
      }
      assert.deepEqual(file.get(branch).linked, expected);
    }
  },
};
