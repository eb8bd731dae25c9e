import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { blameLine } from '../../../../src/git/blame/blameLine';
import { LineCommits } from '../../../../src/git/blame/lineCommits';
import { Git } from '../../../../src/git/run/git';
import { GitRepositoryFixture } from '../../../support/gitRepository';

const git = new Git(() => 'git');

describe('blameLine', () => {
  let repository: GitRepositoryFixture;
  let first: string;
  let second: string;
  const at = (line: number, more: { contents?: Uint8Array; revision?: string; path?: string } = {}) =>
    blameLine(git, repository.root, { path: 'a b.ts', line, ...more });

  before(() => {
    repository = new GitRepositoryFixture();
    first = repository.commit('a b.ts', 'one\ntwo\nthree\n', 'First');
    second = repository.commit('a b.ts', 'one\nTWO\nthree\n', 'Second');
  });
  after(() => repository.remove());

  it('says which commit a line came with, and where it stood in it', async () => {
    const found = await at(2);
    assert.deepEqual([found?.sha, found?.line, found?.path, found?.isCutOff], [second, 2, 'a b.ts', false]);
    assert.equal((await at(3))?.sha, first);
  });

  it('says nothing of who wrote it', async () => {
    assert.deepEqual(Object.keys((await at(2)) ?? {}).toSorted(), [
      'isCutOff',
      'line',
      'path',
      'sha',
      'time',
    ]);
  });

  it('maps lines of a text that is not saved', async () => {
    const contents = Buffer.from('new\none\nTWO\nthree, changed\n');
    assert.equal(await at(1, { contents }), undefined);
    const moved = await at(2, { contents });
    assert.deepEqual([moved?.sha, moved?.line], [first, 1]);
    assert.equal((await at(3, { contents }))?.sha, second);
    assert.equal(await at(4, { contents }), undefined);
  });

  it('reads an older version of the file', async () =>
    assert.equal((await at(2, { revision: first }))?.sha, first));

  it('has no answer for a file or a line that no commit has', async () => {
    repository.write('new.ts', 'new\n');
    assert.equal(await at(1, { path: 'new.ts' }), undefined);
    assert.equal(await at(99), undefined);
    const fresh = new GitRepositoryFixture();
    fresh.write('a.ts', 'a\n');
    assert.equal(await blameLine(git, fresh.root, { path: 'a.ts', line: 1 }), undefined);
    fresh.remove();
  });

  it('steps over the commits that the team ignores, whether git is told to or not', async () => {
    repository.write('.git-blame-ignore-revs', `# Formatting\n${second}\n`);
    assert.equal((await at(2))?.sha, first);
    rmSync(join(repository.root, '.git-blame-ignore-revs'));
    repository.write('.ignored', `${second}\n`);
    repository.git('config', 'blame.ignoreRevsFile', '.ignored');
    assert.equal((await at(2))?.sha, first);
    repository.git('config', '--unset', 'blame.ignoreRevsFile');
  });

  it('reads on where the list of ignored commits is damaged', async () => {
    repository.write('.git-blame-ignore-revs', 'no commit at all\n');
    assert.equal((await at(2))?.sha, second);
    rmSync(join(repository.root, '.git-blame-ignore-revs'));
  });

  it('says where the history is cut off', async () => {
    const shallow = new GitRepositoryFixture();
    shallow.git('pull', '--quiet', '--depth=1', `file://${repository.root}`, 'main');
    const found = await blameLine(git, shallow.root, { path: 'a b.ts', line: 3 });
    assert.equal(found?.isCutOff, true);
    shallow.remove();
  });

  it('reads worktrees and submodules from their own folder', async () => {
    const worktree = new GitRepositoryFixture();
    worktree.remove();
    repository.git('worktree', 'add', '--quiet', '--detach', worktree.root);
    assert.equal((await blameLine(git, worktree.root, { path: 'a b.ts', line: 2 }))?.sha, second);
    repository.git('worktree', 'remove', '--force', worktree.root);
    const outer = new GitRepositoryFixture();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository.root, 'shop');
    assert.equal((await blameLine(git, join(outer.root, 'shop'), { path: 'a b.ts', line: 2 }))?.sha, second);
    outer.remove();
  });

  it('agrees with the whole of git blame, whatever was edited', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('one', 'TWO', 'three', 'four'), { minLength: 1, maxLength: 6 }),
        async (lines) => {
          const text = `${lines.join('\n')}\n`;
          repository.write('a b.ts', text);
          const whole = repository
            .git('blame', '--line-porcelain', '--', 'a b.ts')
            .split('\n')
            .filter((line) => /^[0-9a-f]{40} /.test(line))
            .map((line) => line.slice(0, 40));
          repository.git('checkout', '--quiet', '--', '.');
          for (const [index, sha] of whole.entries()) {
            const found = await at(index + 1, { contents: Buffer.from(text) });
            assert.equal(found?.sha, /^0+$/.test(sha) ? undefined : sha);
          }
        },
      ),
      { numRuns: 10 },
    );
  });

  it('is remembered for a version of the file, and no longer', async () => {
    let asked = 0;
    const lines = new LineCommits(git);
    const place = (): { path: string; line: number } => {
      asked += 1;
      return { path: 'a b.ts', line: 2 };
    };
    const file = {};
    const signal = new AbortController().signal;
    const version = { file, version: 1, root: repository.root, head: second };
    for (const each of [version, version, { ...version, version: 2 }, { ...version, head: first }, version]) {
      assert.equal((await lines.of(each, 2, place, signal))?.sha, second);
    }
    assert.equal(asked, 4);
  });

  it('does not remember a fault', async () => {
    let works = false;
    const lines = new LineCommits(new Git(() => (works ? 'git' : '/nowhere/git')));
    const version = { file: {}, version: 1, root: repository.root, head: second };
    const ask = () => lines.of(version, 2, () => ({ path: 'a b.ts', line: 2 }), new AbortController().signal);
    await assert.rejects(ask());
    works = true;
    assert.equal((await ask())?.sha, second);
  });
});
