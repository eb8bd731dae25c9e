import assert from 'node:assert/strict';
import { rewordCommits, type Reworded } from '../../../../src/git/retag/rewordCommits';
import { undoReword } from '../../../../src/git/retag/undoReword';
import { assertRefused, never, pipedGit, RetagFixture } from './retagFixture';

describe('undoReword', function () {
  this.timeout(30_000);
  let repository: RetagFixture;
  let reworded: Reworded;
  const undo = (ref = reworded.backupRef): Promise<string> =>
    undoReword(pipedGit, repository.root, ref, never);
  const reword = async (key: string): Promise<Reworded> => {
    const request = { shas: [repository.head('HEAD~2')], trailer: 'Initiative', keys: [key] };
    return (await rewordCommits(pipedGit, repository.root, request, never))!;
  };

  before(() => {
    repository = new RetagFixture();
    for (const message of ['One', 'Two', 'Three']) repository.add(message);
    repository.save();
  });
  beforeEach(async () => {
    reworded = await reword('SHOP-7');
  });
  afterEach(() => repository.restore());
  after(() => repository.remove());

  it('puts the branch back and deletes the backup', async () => {
    repository.write('file1.txt', 'changed\n');
    assert.equal(await undo(), reworded.before);
    assert.equal(repository.head(), reworded.before);
    assert.equal(repository.git('for-each-ref', 'refs/goal-lens'), '');
    assert.equal(repository.git('status', '--porcelain'), ' M file1.txt\n');
    assert.equal(repository.git('reflog', '-1', '--format=%gs'), 'goal-lens: undo tagging commits\n');
  });

  it('takes along what was noted on the reworded commits since, under every ref', async () => {
    const oldTip = reworded.before;
    repository.git('notes', 'add', '-m', 'Reviewed');
    repository.git('notes', '--ref=deploys', 'add', '-m', 'Live', 'HEAD~1');
    await undo();
    assert.equal(repository.head(), oldTip);
    assert.equal(repository.git('notes', 'show'), 'Reviewed\n');
    assert.equal(repository.git('notes', '--ref=deploys', 'show', 'HEAD~1'), 'Live\n');
  });

  it('writes no note again that is there', async () => {
    await undo();
    repository.git('notes', 'add', '-m', 'Reviewed');
    reworded = await reword('SHOP-7');
    const notes = repository.head('refs/notes/commits');
    await undo();
    assert.equal(repository.head('refs/notes/commits'), notes);
  });

  it('goes back over several rewordings at once', async () => {
    await reword('SHOP-8');
    assert.equal(await undo(), reworded.before);
  });

  it('comes to an end where rewording went back and forth', async () => {
    await reword('SHOP-8');
    assert.equal((await reword('SHOP-7')).after, reworded.after);
    repository.add('Four');
    await assertRefused(undo(), 'movedOn');
  });

  it('refuses where the branch has other changes since', async () => {
    repository.add('Four');
    await assertRefused(undo(), 'movedOn');
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    const date = '--date=2020-01-01T00:00:00Z';
    repository.git('commit', '--quiet', '--amend', date, '-m', 'Other words');
    await assertRefused(undo(), 'movedOn');
    assert.equal(repository.head(reworded.backupRef), reworded.before);
  });

  it('keeps an amend with the very dates of the reworded commit', async () => {
    const [date = ''] = repository.git('log', '-1', '--format=%cd', '--date=raw').trim().split('\n');
    const raw = await repository.raw('HEAD');
    const amended = await repository.tip(raw.replace(/\n\nThree\n/, '\n\nThree, in better words\n'));
    assert.equal(repository.git('log', '-1', '--format=%cd', '--date=raw').trim(), date);
    await assertRefused(undo(), 'movedOn');
    assert.equal(repository.head(), amended);
    assert.equal(repository.head(reworded.backupRef), reworded.before);
  });

  it('refuses where a tag holds a reworded commit', async () => {
    repository.git('tag', 'v1', 'HEAD~1');
    await assertRefused(undo(), 'published');
  });

  it('refuses a second time, other refs and other branches', async () => {
    await assertRefused(undo('refs/heads/main'), 'noBackup');
    await assertRefused(undo('refs/goal-lens/backup/main/gone'), 'noBackup');
    repository.git('switch', '--quiet', '--create', 'other');
    await assertRefused(undo(), 'noBackup');
    repository.git('switch', '--quiet', 'main');
    await undo();
    await assertRefused(undo(), 'noBackup');
  });

  it('refuses where the reworded commits are published', async () => {
    repository.publish('HEAD~1');
    await assertRefused(undo(), 'published');
  });
});
