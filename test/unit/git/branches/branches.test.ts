import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { addWorktree, worktreePath } from '../../../../src/git/branches/addWorktree';
import { localBranches } from '../../../../src/git/branches/localBranches';
import { defaultStartPoint } from '../../../../src/git/branches/startPoint';
import { Git } from '../../../../src/git/run/git';
import { placeOf } from '../../../../src/git/run/repositoryPlace';
import { GitRepositoryFixture } from '../../../support/gitRepository';

const git = new Git(() => 'git');

describe('where a branch begins', () => {
  let repository: GitRepositoryFixture;
  beforeEach(() => {
    repository = new GitRepositoryFixture();
  });
  afterEach(() => repository.remove());
  const start = () => defaultStartPoint(git, repository.root);

  it('is nowhere before the first commit, and the main branch without a remote', async () => {
    assert.equal(await start(), undefined);
    repository.commit('a.txt', 'a', 'First');
    repository.git('checkout', '--quiet', '-b', 'other');
    assert.deepEqual(await start(), { ref: 'refs/heads/main', name: 'main' });
  });

  it('is the default branch of the remote, origin before others, whatever it is called', async () => {
    const tip = repository.commit('a.txt', 'a', 'First');
    for (const ref of ['upstream/trunk', 'origin/develop', 'origin/main']) {
      repository.git('update-ref', `refs/remotes/${ref}`, tip);
    }
    assert.equal((await start())?.name, 'origin/main');
    repository.git('symbolic-ref', 'refs/remotes/upstream/HEAD', 'refs/remotes/upstream/trunk');
    assert.equal((await start())?.name, 'upstream/trunk');
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/develop');
    assert.deepEqual(await start(), { ref: 'refs/remotes/origin/develop', name: 'origin/develop' });
  });

  it('is not where there is a branch of the name', async () => {
    assert.deepEqual(await localBranches(git, repository.root), new Set());
    const tip = repository.commit('a.txt', 'a', 'First');
    repository.git('branch', 'feature/A-1-x');
    for (const other of ['remotes/origin/A-2', 'tags/A-3'])
      repository.git('update-ref', `refs/${other}`, tip);
    assert.deepEqual(await localBranches(git, repository.root), new Set(['feature/A-1-x', 'main']));
  });

  it('can be a worktree beside the repository, which stays as it is', async () => {
    repository.commit('a.txt', 'a', 'First');
    repository.write('a.txt', 'changed, not committed');
    const branch = 'feature/A-1-x';
    const { commonDir } = await placeOf(git, repository.root);
    const path = worktreePath(commonDir, branch);
    try {
      await addWorktree(git, repository.root, { branch, path, from: 'refs/heads/main' });
      assert.equal(repository.git('-C', path, 'branch', '--show-current').trim(), branch);
      assert.equal(repository.git('branch', '--show-current').trim(), 'main');
      assert.match(repository.git('status', '--porcelain'), /a\.txt/);
      await assert.rejects(addWorktree(git, repository.root, { branch, path, from: 'refs/heads/main' }));
      // A further one that is made from there stands beside it.
      assert.equal(worktreePath((await placeOf(git, path)).commonDir, branch), path);
    } finally {
      rmSync(dirname(path), { recursive: true, force: true });
    }
  });

  for (const [commonDir, expected] of [
    ['/h/shop/.git', '/h/shop.worktrees/fix-a'],
    ['/h/shop.git', '/h/shop.git.worktrees/fix-a'],
    ['/h/shop/.git/modules/lib/money', '/h/shop.worktrees/lib-money-fix-a'],
    ['/h/shop/.git/modules/lib/modules/deep', '/h/shop.worktrees/lib-modules-deep-fix-a'],
    ['/h/shop/.git/worktrees/x/modules/lib', '/h/shop.worktrees/lib-fix-a'],
  ] as const) {
    it(`has its worktree in ${expected} where git keeps its own in ${commonDir}`, () =>
      assert.equal(worktreePath(commonDir, 'fix/a'), expected));
  }
});
