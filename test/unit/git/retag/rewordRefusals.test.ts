import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitError } from '../../../../src/git/run/gitError';
import { Git } from '../../../../src/git/run/git';
import { rewordCommits, type Reworded } from '../../../../src/git/retag/rewordCommits';
import { assertRefused, never, pipedGit, RetagFixture } from './retagFixture';

describe('rewordCommits refuses', function () {
  this.timeout(30_000);
  let repository: RetagFixture;
  let one: string;
  const reword = (
    shas: readonly string[],
    git = pipedGit,
    root = repository.root,
  ): Promise<Reworded | undefined> =>
    rewordCommits(git, root, { shas, trailer: 'Initiative', keys: ['SHOP-7'] }, never);

  before(() => {
    repository = new RetagFixture();
    repository.add('Start');
    repository.publish();
    repository.git('switch', '--quiet', '--create', 'feature');
    one = repository.add('One');
    repository.save();
  });
  afterEach(() => repository.restore());
  after(() => repository.remove());

  it('during a merge, and leaves the branch alone', async () => {
    writeFileSync(join(repository.root, '.git/MERGE_HEAD'), `${one}\n`);
    await assertRefused(reword([one]), 'operation');
    assert.equal(repository.head(), one);
  });

  it('in the middle of a real rebase and a real bisect', async () => {
    repository.commit('file1.txt', 'feature\n', 'Clash');
    const clash = repository.head();
    repository.git('switch', '--quiet', 'main');
    repository.commit('file1.txt', 'main\n', 'Clash');
    assert.throws(() => repository.git('rebase', '--quiet', 'main', 'feature'));
    await assertRefused(reword([clash]), 'operation');
    repository.git('rebase', '--abort');
    repository.git('bisect', 'start', clash, repository.head('main~1'));
    await assertRefused(reword([clash]), 'operation');
  });

  it('on a detached HEAD, a branch without commits and in a bare repository', async () => {
    repository.git('switch', '--quiet', '--detach');
    await assertRefused(reword([one]), 'detachedHead');
    repository.git('switch', '--quiet', '--orphan', 'fresh');
    await assertRefused(reword([one]), 'noCommits');
    repository.git('switch', '--quiet', 'feature');
    repository.git('config', 'core.bare', 'true');
    await assertRefused(reword([one], pipedGit, join(repository.root, '.git')), 'bare');
    repository.git('config', 'core.bare', 'false');
  });

  it('published commits and those of other branches', async () => {
    await assertRefused(reword([repository.head('main')]), 'published');
    repository.git('switch', '--quiet', '--create', 'other', 'main');
    const other = repository.add('Other');
    repository.git('switch', '--quiet', 'feature');
    await assertRefused(reword([other]), 'notOnBranch');
    await assertRefused(reword(['f'.repeat(40)]), 'notOnBranch');
    await assertRefused(reword(['--all']), 'notOnBranch');
    await assertRefused(reword([]), 'nothingChosen');
    repository.publish('feature', 'feature');
    await assertRefused(reword([one]), 'published');
    const two = repository.add('Two');
    await assertRefused(reword([two, one]), 'published');
    assert.ok(await reword([two]));
    assert.equal(repository.head('HEAD~1'), one);
  });

  it('commits that a tag holds', async () => {
    repository.git('tag', 'v1', one);
    await assertRefused(reword([one]), 'published');
    const two = repository.add('Two');
    assert.ok(await reword([two]));
    assert.equal(repository.head('HEAD~1'), one);
  });

  it('while another git command holds a lock, and leaves the notes as they are', async () => {
    repository.git('notes', 'add', '-m', 'A note', one);
    repository.git('notes', '--ref=goals', 'add', '-m', 'Initiative: SHOP-8', one);
    const notes = (): string =>
      repository.git('notes', 'list') + repository.git('notes', '--ref=goals', 'list');
    const before = notes();
    const lock = join(repository.root, '.git/refs/heads/feature.lock');
    writeFileSync(lock, '');
    for (let time = 0; time < 3; time += 1) await assertRefused(reword([one]), 'locked');
    assert.equal(notes(), before);
    rmSync(lock);
    assert.equal((await reword([one]))?.hasLeftNotes, false);
    assert.equal(repository.git('notes', 'show', 'HEAD'), 'A note\n');
  });

  it('while another git command holds a lock', async () => {
    const before = repository.git('for-each-ref');
    writeFileSync(join(repository.root, '.git/index.lock'), '');
    await assertRefused(reword([one]), 'locked');
    rmSync(join(repository.root, '.git/index.lock'));
    const lock = join(repository.root, '.git/refs/heads/feature.lock');
    writeFileSync(lock, '');
    await assertRefused(reword([one]), 'locked');
    rmSync(lock);
    assert.equal(repository.git('for-each-ref'), before);
  });

  it('a branch that gets a commit meanwhile, and leaves it alone', async () => {
    /** Commits just before the branch is moved. */
    class RacingGit extends Git {
      override bytes(...args: Parameters<Git['bytes']>): Promise<Buffer> {
        if (args[1][0] === 'update-ref') repository.add('Meanwhile');
        return super.bytes(...args);
      }
    }
    await assertRefused(reword([one], new RacingGit(() => 'git')), 'branchMoved');
    assert.equal(repository.head('HEAD~1'), one);
    assert.equal(repository.git('for-each-ref', 'refs/goal-lens'), '');
    repository.assertSound();
  });

  it('a branch that two worktrees have checked out', async () => {
    const path = join(repository.root, 'wt');
    repository.git('worktree', 'add', '--quiet', '--force', path, 'feature');
    await assertRefused(reword([one]), 'otherWorktree');
    repository.git('-C', path, 'switch', '--quiet', '--create', 'elsewhere');
    const two = repository.head('elsewhere');
    assert.ok(await reword([two], pipedGit, path));
    assert.equal(repository.head('feature'), one);
  });

  it('commits whose history a shallow clone does not have', async () => {
    const two = repository.add('Two');
    repository.git('remote', 'remove', 'origin');
    writeFileSync(join(repository.root, '.git/shallow'), `${one}\n`);
    await assertRefused(reword([one]), 'shallow');
    assert.ok(await reword([two]));
    repository.assertSound();
  });

  it('signed commits, chosen or above, unless their signatures may go', async () => {
    const raw = await repository.raw(one);
    const signature = 'gpgsig -----BEGIN SSH SIGNATURE-----\n \n U1NIU0lH\n -----END SSH SIGNATURE-----\n';
    const above = raw
      .replace(/^parent .*$/m, `parent ${one}`)
      .replace('\n\n', `\n${signature.trimEnd()}\n\n`);
    const two = await repository.tip(above);
    await assertRefused(reword([one]), 'signed');
    await assert.rejects(reword([one]), /^GoalLensError: Rewriting takes the signature from 1 commit: /);
    assert.equal(repository.head(), two);
    const three = await repository.tip(above.replace(one, two));
    await assert.rejects(reword([one]), /^GoalLensError: Rewriting takes the signatures from 2 commits: /);
    repository.git('reset', '--quiet', '--soft', two);
    assert.notEqual(three, two);
    const request = { shas: [one], trailer: 'Initiative', keys: ['SHOP-7'], dropSignatures: true };
    const reworded = await rewordCommits(pipedGit, repository.root, request, never);
    assert.deepEqual(reworded?.unsigned, [two]);
    assert.equal(
      await repository.raw('HEAD'),
      above.replace(signature, '').replace(one, repository.head('HEAD~1')),
    );
    repository.assertSound();
  });

  it('messages that cannot hold the trailer', async () => {
    repository.git('commit', '--quiet', '--allow-empty', '--allow-empty-message', '-m', '');
    await assertRefused(reword([repository.head()]), 'untitled');
    const raw = await repository.raw('HEAD');
    await repository.tip(Buffer.from(raw.replace('\n\n', '\n\nGr\xfc\xdfe\n'), 'latin1'));
    const request = { shas: [repository.head()], trailer: 'Initiative', keys: ['ÜBER-7'] };
    await assertRefused(rewordCommits(pipedGit, repository.root, request, never), 'encoding');
    await repository.tip(raw.replace('\n\n', '\n\nTitle\0hidden\n'));
    await assertRefused(reword([repository.head()]), 'malformed');
  });

  it('to carry notes where git does not know the person, before anything has changed', async () => {
    repository.git('notes', 'add', '-m', 'A note', one);
    repository.git('config', 'user.name', '');
    const before = repository.state();
    await assertRefused(reword([one]), 'identity');
    assert.equal(repository.state(), before);
  });

  it('with what git says where git is not there', async () => {
    await assert.rejects(reword([one], new Git(() => '')), /Git is not available/);
    await assert.rejects(reword([one], pipedGit, '/'), GitError);
  });
});
