import assert from 'node:assert/strict';
import { branchCommits, type BranchCommits } from '../../../../src/git/retag/branchCommits';
import { never, pipedGit, RetagFixture } from './retagFixture';

const rules = { trailer: 'Initiative', projects: new Set(['SHOP', 'PAY']) };

describe('a branch is measured', function () {
  this.timeout(30_000);
  let repository: RetagFixture;
  const read = (): Promise<BranchCommits> => branchCommits(pipedGit, repository.root, rules, never);
  const subjects = async (): Promise<string[]> => (await read()).commits.map(({ subject }) => subject);
  const start = (branch: string): string =>
    repository.git('switch', '--quiet', '--no-track', '--create', branch);

  beforeEach(() => {
    repository = new RetagFixture();
    repository.add('Start');
  });
  afterEach(() => repository.remove());

  it('against another branch that it tracks', async () => {
    repository.publish();
    start('parent');
    repository.add('Parent');
    start('child');
    repository.add('Child');
    assert.deepEqual(await subjects(), ['Child', 'Parent']);
    repository.git('branch', '--quiet', '--set-upstream-to=parent');
    assert.deepEqual(await subjects(), ['Child']);
    repository.git('branch', '--quiet', '-D', 'parent');
    assert.deepEqual(await subjects(), ['Child', 'Parent']);
  });

  it('not against its own published copy', async () => {
    repository.publish();
    start('cart');
    repository.add('Cart');
    for (const copy of ['cart', 'ana/cart']) {
      repository.publish('HEAD', copy);
      repository.git('branch', '--quiet', `--set-upstream-to=origin/${copy}`);
      assert.deepEqual(await subjects(), ['Cart'], copy);
    }
  });

  it('against the default branch of its remote, whatever its name', async () => {
    repository.publish('HEAD', 'trunk');
    repository.git('remote', 'rename', 'origin', 'shop');
    repository.git('remote', 'set-head', 'shop', 'trunk');
    start('feature');
    repository.add('One');
    assert.equal((await read()).base?.ref, 'refs/remotes/shop/trunk');
    assert.deepEqual(await subjects(), ['One']);
  });

  it('against main or master where there is no remote', async () => {
    repository.git('branch', '--quiet', '-m', 'master');
    start('feature');
    repository.add('One');
    assert.equal((await read()).base?.ref, 'refs/heads/master');
    assert.deepEqual(await subjects(), ['One']);
  });

  it('against what no remote has, on the base branch itself', async () => {
    assert.deepEqual(await subjects(), ['Start']);
    repository.publish();
    repository.git('branch', '--quiet', '--set-upstream-to=origin/main');
    assert.deepEqual(await subjects(), []);
    repository.add('One');
    const { base, commits } = await read();
    assert.equal(base, undefined);
    assert.deepEqual(
      commits.map(({ subject, isPublished }) => [subject, isPublished]),
      [['One', false]],
    );
  });

  it('against a base with another history', async () => {
    repository.git('switch', '--quiet', '--orphan', 'island');
    repository.add('Island');
    assert.deepEqual(await subjects(), ['Island']);
  });
});
