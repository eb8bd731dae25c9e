import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeHookState, type HookState } from '../../../src/git/hook/hookState';
import { BranchChoicesFile } from '../../../src/git/links/branchChoicesFile';
import { git, makeLockOld, makeRepository, plainGit } from '../killRepository';
import type { KillTarget } from '../killTarget';

const linksOf = (folder: string): string => join(folder, '.git/goal-lens/links');
const branches = ['feature', 'gone', 'other'];

const stateOf = (number: number): HookState => ({
  trailer: 'Initiative',
  projects: ['SHOP', number % 2 === 0 ? 'PAY' : 'CARE'],
  tags: new Map(branches.map((branch) => [branch, [`SHOP-${number}`, `PAY-${number}`]])),
});

/**
 * A branch has tags of the last two states, never of an earlier one; what people said stays;
 * the next state is exact.
 */
export const hookState: KillTarget = {
  prepare: async (folder) => {
    makeRepository(folder, 1);
    await writeHookState(plainGit, linksOf(folder), stateOf(0));
    await new BranchChoicesFile(plainGit, folder, join(folder, '.git')).link('feature', 'SHOP-7');
  },
  work: async (folder, written) => {
    for (let number = 1; ; number += 1) {
      await writeHookState(plainGit, linksOf(folder), stateOf(number));
      written(number);
    }
  },
  check: async (folder, last) => {
    makeLockOld(folder);
    const tagsOf = (branch: string): string[] =>
      git(folder, ['config', '--file', linksOf(folder), '--get-all', `branch.${branch}.tag`])
        .split('\n')
        .filter(Boolean);
    const possible = new Set([last, last + 1].flatMap((number) => stateOf(number).tags.get('feature') ?? []));
    for (const branch of branches) {
      const tags = tagsOf(branch);
      assert.ok(tags.length > 0 && tags.every((tag) => possible.has(tag)), `${branch}: ${tags.join()}`);
    }
    await writeHookState(plainGit, linksOf(folder), stateOf(last + 2));
    for (const branch of branches) assert.deepEqual(tagsOf(branch), stateOf(last + 2).tags.get(branch));
    const choices = new BranchChoicesFile(plainGit, folder, join(folder, '.git'));
    await choices.load();
    assert.deepEqual(choices.get('feature').linked, ['SHOP-7']);
    assert.doesNotMatch(readFileSync(linksOf(folder), 'utf8'), new RegExp(`SHOP-(?!7$|${last + 2}$)`, 'm'));
  },
};
