import assert from 'node:assert/strict';
import { readRemotes } from '../../../../src/git/remotes/readRemotes';
import { Git } from '../../../../src/git/run/git';
import { GitRepositoryFixture } from '../../../support/gitRepository';

describe('readRemotes', () => {
  let repository: GitRepositoryFixture;
  const read = async (): Promise<string[]> =>
    (await readRemotes(new Git(() => 'git'), repository.root)).map(({ host, path }) => `${host} ${path}`);
  beforeEach(() => {
    repository = new GitRepositoryFixture();
  });
  afterEach(() => repository.remove());

  it('gives each place once, where git would fetch from and push to', async () => {
    repository.git('remote', 'add', 'origin', 'gh:ana/shop.git');
    repository.git('remote', 'add', 'upstream', 'https://github.com/acme/shop');
    repository.git('remote', 'add', 'same', 'git@github.com:acme/shop.git');
    repository.git('remote', 'add', 'local', '../shop (fetch)');
    repository.git('remote', 'set-url', '--push', 'upstream', 'push:acme/mirror');
    repository.git('config', 'url.https://github.com/.insteadOf', 'gh:');
    repository.git('config', 'url.ssh://git@gitlab.com/.insteadOf', 'push:');
    assert.deepEqual((await read()).sort(), [
      'github.com acme/shop',
      'github.com ana/shop',
      'gitlab.com acme/mirror',
    ]);
  });

  it('follows pushInsteadOf', async () => {
    repository.git('remote', 'add', 'origin', 'https://mirror.example/acme/shop');
    repository.git('config', 'url.git@github.com:.pushInsteadOf', 'https://mirror.example/');
    assert.deepEqual(await read(), ['mirror.example acme/shop', 'github.com acme/shop']);
  });

  it('finds none where there is none', async () => assert.deepEqual(await read(), []));
});
