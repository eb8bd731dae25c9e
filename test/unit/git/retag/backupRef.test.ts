import assert from 'node:assert/strict';
import { backupRefOf, movesOf, readBackupRef } from '../../../../src/git/retag/backupRef';
import { never, pipedGit, RetagFixture } from './retagFixture';
import { SaidGit } from '../../../support/saidGit';

const after = '0123456789abcdef0123456789abcdef01234567';

describe('the name of a backup', () => {
  it('says which branch it keeps, when, and where the branch went', () => {
    const ref = backupRefOf('feature/cart', after, new Date('2026-11-22T10:11:12.345Z'));
    assert.equal(ref, 'refs/goal-lens/backup/feature/cart/2026-11-22T10-11-12-345Z-to-0123456789abcdef');
    assert.deepEqual(readBackupRef(ref), { branch: 'feature/cart', after: '0123456789abcdef' });
  });

  it('is none of another ref', () => {
    for (const ref of [
      'refs/heads/main',
      'refs/goal-lens/backup/main',
      'refs/goal-lens/backup/x-to-01',
      'refs/goal-lens/backup/main/2026-to-',
      'refs/goal-lens/backup/main/2026-to-main',
      'x/refs/goal-lens/backup/main/2026-to-01',
    ])
      assert.equal(readBackupRef(ref), undefined, ref);
  });
});

describe('the moves of a branch', () => {
  it('are all that its backups tell, and nothing of a branch below it', async () => {
    const prefix = 'refs/goal-lens/backup';
    const git = new SaidGit(() =>
      [
        `aaa ${prefix}/cart/1-to-01`,
        `bbb ${prefix}/cart/2-to-02`,
        `aaa ${prefix}/cart/3-to-03`,
        `ccc ${prefix}/cart/retry/4-to-04`,
        `ddd ${prefix}/cart/other`,
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      await movesOf(git, '/shop', 'cart', never),
      new Map([
        ['aaa', ['01', '03']],
        ['bbb', ['02']],
      ]),
    );
    assert.equal(git.asked[0]?.at(-1), `${prefix}/cart`);
  });

  it('are read from git', async () => {
    const repository = new RetagFixture();
    try {
      const [before, now] = [repository.add('One'), new Date()];
      for (const branch of ['cart', 'cart/retry'])
        repository.git('update-ref', backupRefOf(branch, after, now), before);
      const moves = await movesOf(pipedGit, repository.root, 'cart', never);
      assert.deepEqual([...moves], [[before, [after.slice(0, 16)]]]);
    } finally {
      repository.remove();
    }
  });
});
