import assert from 'node:assert/strict';
import { headBranch } from '../../../../src/git/branches/headBranch';
import { assertRefused, never, pipedGit, RetagFixture } from '../retag/retagFixture';
import { failed, SaidGit } from '../../../support/saidGit';

const saying = (ref: string | Error, sha: string | Error): SaidGit =>
  new SaidGit(([command]) => (command === 'symbolic-ref' ? ref : sha));

describe('headBranch', () => {
  it('is the branch and its tip', async () =>
    assert.deepEqual(await headBranch(saying('refs/heads/feature/cart\n', 'abc\n'), '/shop', never), {
      branch: 'feature/cart',
      ref: 'refs/heads/feature/cart',
      sha: 'abc',
    }));

  it('is refused where HEAD is detached, or no branch', async () => {
    await assertRefused(headBranch(saying(failed(1), 'abc\n'), '/shop', never), 'detachedHead');
    await assertRefused(headBranch(saying('refs/remotes/x\n', 'abc\n'), '/shop', never), 'detachedHead');
  });

  it('is refused before the first commit', () =>
    assertRefused(headBranch(saying('refs/heads/main\n', failed(1)), '/shop', never), 'noCommits'));

  it('is read from git', async () => {
    const repository = new RetagFixture();
    const read = () => headBranch(pipedGit, repository.root, never);
    try {
      await assertRefused(read(), 'noCommits');
      const sha = repository.add('One');
      assert.deepEqual(await read(), { branch: 'main', ref: 'refs/heads/main', sha });
      repository.git('switch', '--quiet', '--detach');
      await assertRefused(read(), 'detachedHead');
    } finally {
      repository.remove();
    }
  });
});
