import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BranchChoicesFile } from '../../../../src/git/links/branchChoicesFile';
import { Git } from '../../../../src/git/run/git';
import { GitError } from '../../../../src/git/run/gitError';
import { GitRepositoryFixture } from '../../../support/gitRepository';

describe('BranchChoicesFile', () => {
  let repository: GitRepositoryFixture;
  const open = (): BranchChoicesFile =>
    new BranchChoicesFile(new Git(() => 'git'), repository.root, join(repository.root, '.git'));

  beforeEach(() => {
    repository = new GitRepositoryFixture();
  });
  afterEach(() => repository.remove());

  it('says nothing of a repository in which nobody said anything, and writes nothing', async () => {
    const file = open();
    await file.load();
    assert.deepEqual(file.get('main'), { linked: [], rejected: [] });
    assert.equal(existsSync(file.path), false);
  });

  it('keeps links in order, for git to read as well', async () => {
    const file = open();
    await file.link('feature/x.y', 'SHOP-7');
    await file.link('feature/x.y', 'PAY-3');
    await file.link('feature/x.y', 'shop-7');
    assert.deepEqual(file.get('feature/x.y').linked, ['SHOP-7', 'PAY-3']);
    const asked = repository.git('config', '--file', file.path, '--get-all', 'branch.feature/x.y.goal');
    assert.equal(asked, 'SHOP-7\nPAY-3\n');
  });

  it('leaves .git/config alone', async () => {
    const before = readFileSync(join(repository.root, '.git/config'), 'utf8');
    await open().link('main', 'SHOP-7');
    assert.equal(readFileSync(join(repository.root, '.git/config'), 'utf8'), before);
  });

  it('turns a link into a rejection and back', async () => {
    const file = open();
    await file.link('main', 'SHOP-7');
    await file.reject('main', 'shop-7');
    assert.deepEqual(file.get('main'), { linked: [], rejected: ['shop-7'] });
    await file.link('main', 'SHOP-7');
    assert.deepEqual(file.get('main'), { linked: ['SHOP-7'], rejected: [] });
  });

  it('takes branch names with shell and config characters literally', async () => {
    const marker = join(repository.root, 'pwned');
    const names = [
      `$(touch\t${marker})`.replace('\t', '${IFS}'),
      '`id`;&|<>',
      '"quoted"',
      "it's",
      'ünï/日本',
      'a]b#c;d',
      '-x',
    ];
    const file = open();
    for (const name of names) await file.link(name, 'SHOP-7');
    const other = open();
    await other.load();
    for (const name of names) assert.deepEqual(other.get(name).linked, ['SHOP-7'], name);
    assert.equal(existsSync(marker), false);
  });

  it('is shared by all worktrees', async () => {
    repository.commit('a.txt', 'a', 'First');
    const worktree = join(repository.root, 'wt');
    repository.git('worktree', 'add', '--quiet', worktree);
    const args = ['rev-parse', '--path-format=absolute', '--git-common-dir'];
    const common = (await new Git(() => 'git').run(worktree, args)).trim();
    assert.equal(common, join(repository.root, '.git'));
    const inWorktree = new BranchChoicesFile(new Git(() => 'git'), worktree, common);
    await inWorktree.link('wt', 'SHOP-7');
    const inMain = open();
    await inMain.load();
    assert.deepEqual(inMain.get('wt').linked, ['SHOP-7']);
  });

  it('reports a damaged file and does not overwrite it', async () => {
    const file = open();
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(file.path, '[branch "main"\n');
    await assert.rejects(file.load(), GitError);
    await assert.rejects(file.link('main', 'SHOP-7'), GitError);
    assert.equal(readFileSync(file.path, 'utf8'), '[branch "main"\n');
  });

  for (const ageMs of [3600_000, -3600_000]) {
    it(`is written although a killed git left its lock, ${ageMs > 0 ? 'long ago' : 'by a wrong clock'}`, async () => {
      const file = open();
      await file.link('main', 'SHOP-7');
      const then = (Date.now() - ageMs) / 1000;
      writeFileSync(`${file.path}.lock`, '');
      utimesSync(`${file.path}.lock`, then, then);
      await file.link('main', 'PAY-3');
      assert.deepEqual(file.get('main').linked, ['SHOP-7', 'PAY-3']);
      assert.equal(existsSync(`${file.path}.lock`), false);
    });
  }

  it('waits for another window that holds the lock, and never takes a fresh one away', async () => {
    const file = open();
    await file.link('main', 'SHOP-7');
    writeFileSync(`${file.path}.lock`, '');
    await assert.rejects(file.link('main', 'PAY-3'), /could not lock config file/);
    assert.ok(existsSync(`${file.path}.lock`));
  });
});
