import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Git } from '../../../../src/git/run/git';
import { readTraces } from '../../../../src/git/traces/readTraces';
import { GitRepositoryFixture } from '../../../support/gitRepository';

describe('readTraces', () => {
  let repository: GitRepositoryFixture;
  const git = new Git(() => 'git');
  beforeEach(() => {
    repository = new GitRepositoryFixture();
  });
  afterEach(() => repository.remove());

  it('finds nothing where nothing is committed', async () => {
    assert.deepEqual(await readTraces(git, repository.root), { branches: [], commits: [] });
  });

  it('reads branches and the commits of all of them, with what they changed', async () => {
    repository.commit('src/a b.ts', '1', 'First\n\nBody');
    repository.git('checkout', '--quiet', '-b', 'feature/SHOP-1-x');
    repository.commit('src/ü.ts', '1', 'SHOP-1: second');
    repository.git('checkout', '--quiet', 'main');
    const { branch, branches, commits } = await readTraces(git, repository.root);
    assert.equal(branch, 'main');
    assert.deepEqual([...branches].sort(), ['feature/SHOP-1-x', 'main']);
    assert.deepEqual(
      [...commits].sort((a, b) => a.subject.localeCompare(b.subject)),
      [
        { subject: 'First', paths: ['src/a b.ts'] },
        { subject: 'SHOP-1: second', paths: ['src/ü.ts'] },
      ],
    );
  });

  it('names files as seen from the folder that it is asked for', async () => {
    repository.commit('packages/shop/cart.ts', '1', 'One');
    repository.commit('other.ts', '1', 'Two');
    const { commits } = await readTraces(git, join(repository.root, 'packages/shop'));
    assert.deepEqual(
      commits.flatMap(({ paths }) => paths),
      ['cart.ts'],
    );
  });

  it('has no branch where HEAD is detached', async () => {
    repository.commit('a', '1', 'One');
    repository.git('checkout', '--quiet', '--detach');
    const traces = await readTraces(git, repository.root);
    assert.deepEqual([traces.branch, traces.branches], [undefined, ['main']]);
  });
});
