import assert from 'node:assert/strict';
import { FileHistory } from '../../../../src/git/history/fileHistory';
import { Git, GitError } from '../../../../src/git/run/git';
import { GitRepositoryFixture } from '../../../support/gitRepository';

describe('FileHistory', () => {
  let repository: GitRepositoryFixture;
  const never = new AbortController().signal;

  beforeEach(() => {
    repository = new GitRepositoryFixture();
  });
  afterEach(() => repository.remove());

  it('reads the commits of a file, newest first, with subject and body', async () => {
    repository.commit('cart.ts', '1', 'Add cart');
    repository.commit('other.ts', '1', 'Unrelated');
    const head = repository.commit('cart.ts', '2', 'Keep cart\n\nWhy: it was lost.\n\nInitiative: SHOP-7\n');
    const history = new FileHistory(new Git(() => 'git'));
    const commits = await history.read(repository.root, head, 'cart.ts', never);
    assert.deepEqual(
      commits.map(({ subject, body }) => [subject, body]),
      [
        ['Keep cart', 'Why: it was lost.\n\nInitiative: SHOP-7\n'],
        ['Add cart', ''],
      ],
    );
    assert.equal(commits[0]?.sha, head);
    assert.equal(history.peek(repository.root, head, 'cart.ts'), commits);
  });

  it('follows a rename', async () => {
    repository.commit('old.ts', 'line\n'.repeat(20), 'SHOP-1: start');
    repository.git('mv', 'old.ts', 'new.ts');
    repository.git('commit', '--quiet', '-m', 'Rename');
    const head = repository.git('rev-parse', 'HEAD').trim();
    const commits = await new FileHistory(new Git(() => 'git')).read(repository.root, head, 'new.ts', never);
    assert.deepEqual(
      commits.map(({ subject }) => subject),
      ['Rename', 'SHOP-1: start'],
    );
  });

  it('takes a path that looks like an option or a pattern literally', async () => {
    repository.commit('--all.ts', 'all', 'Odd name');
    const head = repository.commit('[ab].ts', 'ab', 'Odder name');
    const history = new FileHistory(new Git(() => 'git'));
    assert.equal((await history.read(repository.root, head, '--all.ts', never)).length, 1);
    assert.equal((await history.read(repository.root, head, '[ab].ts', never)).length, 1);
    assert.equal((await history.read(repository.root, head, 'untracked.ts', never)).length, 0);
  });

  it('stops when it is told to', async () => {
    const head = repository.commit('cart.ts', '1', 'Add cart');
    const abort = new AbortController();
    const reading = new FileHistory(new Git(() => 'git')).read(
      repository.root,
      head,
      'cart.ts',
      abort.signal,
    );
    abort.abort();
    await assert.rejects(reading, { name: 'AbortError' });
  });

  it('says what git says when it fails', async () => {
    const history = new FileHistory(new Git(() => 'git'));
    await assert.rejects(history.read(repository.root, 'f'.repeat(40), 'cart.ts', never), GitError);
    await assert.rejects(
      new FileHistory(new Git(() => '')).read(repository.root, 'HEAD', 'cart.ts', never),
      /Git is not available/,
    );
  });
});
