import assert from 'node:assert/strict';
import { lastCommit, type LastCommit } from '../../../../src/git/retag/lastCommit';
import { assertRefused, never, pipedGit, restoredRepository } from './retagFixture';

describe('lastCommit', function () {
  this.timeout(30_000);
  const repository = restoredRepository();
  const read = async (): Promise<LastCommit> => {
    const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
    const found = await lastCommit(pipedGit, repository.root, rules, never);
    assert.ok(found);
    return found;
  };

  it('knows where the branch is, what the commit says and when it was made here', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const sha = repository.add('SHOP-1: one');
    const { branch, commit, madeAt } = await read();
    assert.equal(branch, 'main');
    assert.deepEqual([commit.sha, commit.subject, commit.isPublished], [sha, 'SHOP-1: one', false]);
    assert.deepEqual(commit.keys, [{ key: 'SHOP-1', by: 'subject', text: 'SHOP-1' }]);
    assert.ok(madeAt !== undefined && madeAt >= before && madeAt <= Date.now());
  });

  it('knows that an amend was made here, and what it lost', async () => {
    repository.git('commit', '--quiet', '--amend', '-m', 'Initiative: SHOP-7');
    const { commit, madeAt } = await read();
    assert.deepEqual([commit.harmed?.harm, commit.earlier], ['untitled', 'Start\n']);
    assert.ok(madeAt !== undefined);
  });

  it('knows a commit that came here in another way', async () => {
    repository.git('switch', '--quiet', '--create', 'side');
    const picked = repository.add('Picked');
    repository.git('switch', '--quiet', 'main');
    repository.add('Other');
    repository.git('cherry-pick', picked);
    assert.equal((await read()).madeAt, undefined);
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    assert.equal((await read()).madeAt, undefined);
    repository.git('reflog', 'expire', '--expire=now', '--all');
    assert.equal((await read()).madeAt, undefined);
  });

  it('is published where a remote or a tag has it', async () => {
    repository.git('tag', '-a', '-m', 'One', 'v1');
    assert.equal((await read()).commit.isPublished, true);
    repository.add('Next');
    assert.equal((await read()).commit.isPublished, false);
    repository.publish('HEAD', 'anywhere');
    assert.equal((await read()).commit.isPublished, true);
  });

  it('is refused on a detached HEAD', async () => {
    repository.git('switch', '--quiet', '--detach');
    await assertRefused(read(), 'detachedHead');
  });
});
