import assert from 'node:assert/strict';
import { writeGoalNotes } from '../../../src/git/retag/goalNotes';
import { assertSound, git, makeRepository, never, plainGit, removeGitLocks } from '../killRepository';
import type { KillTarget } from '../killTarget';

const count = 20;
const write = (folder: string, number: number): Promise<string[]> => {
  const shas = git(folder, ['rev-list', `--max-count=${count}`, 'feature'])
    .trim()
    .split('\n');
  return writeGoalNotes(plainGit, folder, { shas, trailer: 'Initiative', keys: [`SHOP-${number}`] }, never);
};

/** All notes are of one writing, and what a person wrote into one of them stays. */
export const notes: KillTarget = {
  prepare: async (folder) => {
    makeRepository(folder, count);
    git(folder, ['notes', '--ref=goals', 'add', '-m', 'Asked for by Priya', 'feature~3']);
    await write(folder, 0);
  },
  work: async (folder, written) => {
    for (let number = 1; ; number += 1) {
      await write(folder, number);
      written(number);
    }
  },
  check: async (folder, last) => {
    removeGitLocks(folder);
    const texts = (): string[] =>
      git(folder, ['log', '--notes=goals', '--format=%N%x00', `--max-count=${count}`, 'feature'])
        .split('\0')
        .map((text) => text.trim())
        .slice(0, count);
    const kept = texts();
    const keyOf = (text: string): string => /^Initiative: (.*)$/m.exec(text)?.[1] ?? 'none';
    const keys = new Set(kept.map(keyOf));
    assert.equal(keys.size, 1, [...keys].join());
    const [key = ''] = keys;
    assert.ok(key === `SHOP-${last}` || key === `SHOP-${last + 1}`, `${key} after ${last}`);
    assert.match(kept[3] ?? '', /^Asked for by Priya$/m);
    assert.equal((await write(folder, last + 2)).length, count);
    assert.ok(texts().every((text) => keyOf(text) === `SHOP-${last + 2}`));
    assert.match(texts()[3] ?? '', /^Asked for by Priya$/m);
    assertSound(folder);
  },
};
