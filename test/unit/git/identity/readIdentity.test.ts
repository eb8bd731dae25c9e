import assert from 'node:assert/strict';
import { readIdentity } from '../../../../src/git/identity/readIdentity';
import { Git } from '../../../../src/git/run/git';
import { GitRepositoryFixture } from '../../../support/gitRepository';

describe('readIdentity', () => {
  let repository: GitRepositoryFixture;
  const read = () => readIdentity(new Git(() => 'git'), repository.root);
  beforeEach(() => {
    repository = new GitRepositoryFixture();
    // The fixture may have set them for its commits.
    for (const key of ['user.name', 'user.email']) repository.git('config', '--local', key, '');
  });
  afterEach(() => repository.remove());

  it('is nobody where git knows nobody', async () => assert.deepEqual(await read(), {}));

  it('is who git would sign commits as: of several values the last', async () => {
    repository.git('config', 'user.email', 'ana@home.example');
    repository.git('config', '--add', 'user.email', 'ana@shop.example');
    repository.git('config', 'user.name', 'Ana Ruíz');
    assert.deepEqual(await read(), { email: 'ana@shop.example', name: 'Ana Ruíz' });
    repository.git('config', '--add', 'user.email', '');
    assert.deepEqual(await read(), { name: 'Ana Ruíz' });
  });
});
