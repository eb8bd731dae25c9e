import assert from 'node:assert/strict';
import { moveBranch } from '../../../../src/git/retag/moveBranch';
import { assertRefused, pipedGit, RetagFixture } from './retagFixture';
import { failed, SaidGit } from '../../../support/saidGit';

const head = { branch: 'main', ref: 'refs/heads/main', sha: 'before' };
const backup = { kind: 'create', ref: 'refs/goal-lens/backup/x', sha: 'before' } as const;
const move = (git: SaidGit): Promise<void> => moveBranch(git, '/shop', head, 'after', backup, 'tag');

describe('moveBranch', () => {
  const saying = (update: string | Error, tip = 'before', trees = 'tree\ntree\n'): SaidGit =>
    new SaidGit((args) => (args.includes('update-ref') ? update : args.includes('--verify') ? tip : trees));

  it('moves it and keeps the backup, both or none', async () => {
    const git = saying('');
    await move(git);
    assert.deepEqual(git.inputs, [
      'create refs/goal-lens/backup/x\0before\0update refs/heads/main\0after\0before\0',
    ]);
    assert.ok(git.asked.at(-1)?.includes('goal-lens: tag'));
  });

  it('never moves it to other files', async () => {
    const git = saying('', 'before', 'tree\nother\n');
    await assert.rejects(move(git), /The files of before and after differ/);
    assert.deepEqual(git.inputs, []);
  });

  it('is refused where the branch has moved, or something is locked', async () => {
    await assertRefused(move(saying(failed(128, 'is at elsewhere'), 'elsewhere')), 'branchMoved');
    await assertRefused(move(saying(failed(128, "Unable to create 'main.lock'"))), 'locked');
  });

  it('goes by what git has', async () => {
    const repository = new RetagFixture();
    try {
      const before = repository.add('One');
      repository.git('commit', '--quiet', '--allow-empty', '-m', 'Two');
      const after = repository.head();
      const kept = { kind: 'create', ref: 'refs/goal-lens/backup/x', sha: before } as const;
      const moveReal = () =>
        moveBranch(pipedGit, repository.root, { ...head, sha: before }, after, kept, 'tag');
      await assertRefused(moveReal(), 'branchMoved');
      assert.equal(repository.git('for-each-ref', 'refs/goal-lens'), '');
      repository.git('reset', '--quiet', '--hard', before);
      await moveReal();
      assert.deepEqual([repository.head(), repository.head(kept.ref)], [after, before]);
      assert.equal(repository.git('reflog', '-1', '--format=%gs', 'main'), 'goal-lens: tag\n');
    } finally {
      repository.remove();
    }
  });

  it('tells any other failure as it is', async () => {
    for (const error of [failed(128, 'disk full'), new Error('bug')])
      await assert.rejects(move(saying(error)), error);
    const bug = new Error('bug');
    await assert.rejects(move(saying(bug, 'elsewhere')), bug);
  });
});
