import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locked, rewritableBranch } from '../../../../src/git/retag/rewritableBranch';
import { assertRefused, never, pipedGit, RetagFixture } from './retagFixture';
import { failed, SaidGit } from '../../../support/saidGit';

const ref = 'refs/heads/feature/cart';
const head = { branch: 'feature/cart', ref, sha: 'abc' };

describe('rewritableBranch', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens git '));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Git as it answers for the folder, with these refs beside the branch and these lines about worktrees. */
  const git = (
    pseudoRefs: readonly string[] = [],
    worktrees = `branch ${ref}\n`,
    isBare = 'false',
  ): SaidGit =>
    new SaidGit((args) => {
      if (args.includes('--absolute-git-dir')) return `${isBare}\n${folder}\n`;
      if (args.includes('--git-common-dir')) return `${folder}\n`;
      if (args.includes('symbolic-ref')) return `${ref}\n`;
      if (args.includes('worktree')) return worktrees;
      const asked = args.at(-1)?.replace('^{commit}', '') ?? '';
      return asked === ref || pseudoRefs.includes(asked) ? 'abc\n' : failed(1);
    });
  const read = (asked: SaidGit) => rewritableBranch(asked, '/shop', never);

  it('is the branch that is checked out', async () => {
    assert.deepEqual(await read(git()), head);
    const others = 'worktree /a\nbranch refs/heads/main\n\nworktree /b\nbranch refs/heads/feature/cart-2\n';
    assert.deepEqual(await read(git([], `branch ${ref}\n${others}`)), head);
  });

  for (const [file, operation] of [
    ['rebase-merge/', 'rebase'],
    ['rebase-apply/', 'rebase'],
    ['MERGE_HEAD', 'merge'],
    ['CHERRY_PICK_HEAD', 'cherry-pick'],
    ['REVERT_HEAD', 'revert'],
    ['sequencer/', 'cherry-pick'],
    ['BISECT_LOG', 'bisect'],
  ] as const) {
    it(`is refused during a ${operation} (${file})`, async () => {
      if (file.endsWith('/')) mkdirSync(join(folder, file));
      else writeFileSync(join(folder, file), 'abc\n');
      await assertRefused(read(git()), 'operation');
      await assert.rejects(read(git()), new RegExp(`A ${operation} is in progress`));
    });
  }

  it('is refused where no file shows the operation, but git does', async () => {
    await assert.rejects(read(git(['CHERRY_PICK_HEAD'])), /A cherry-pick is in progress/);
    await assert.rejects(read(git(['REVERT_HEAD'])), /A revert is in progress/);
  });

  it('is refused while the index is locked, and says what to do', async () => {
    writeFileSync(join(folder, 'index.lock'), '');
    await assertRefused(read(git()), 'locked');
    assert.match(locked().message, /wait for it, then try again/);
  });

  it('is refused while another worktree rebases it, and not another branch', async () => {
    for (const kind of ['rebase-merge', 'rebase-apply']) {
      const other = join(folder, 'worktrees/other', kind);
      mkdirSync(other, { recursive: true });
      writeFileSync(join(other, 'head-name'), 'refs/heads/feature\n');
      assert.deepEqual(await read(git()), head);
      writeFileSync(join(other, 'head-name'), `${ref}\n`);
      await assertRefused(read(git()), 'otherWorktree');
      await assert.rejects(
        read(git()),
        /“feature\/cart” is being rebased in another worktree: finish or abort/,
      );
      rmSync(other, { recursive: true });
    }
  });

  it('is refused in a second worktree of the branch, and names the branch', async () => {
    const twice = git([], `branch ${ref}\n\nbranch ${ref}\n`);
    await assertRefused(read(twice), 'otherWorktree');
    await assert.rejects(read(twice), /“feature\/cart” is checked out in another worktree/);
  });

  it('is refused where there are no files', async () => {
    const bare = git([], '', 'true');
    await assertRefused(read(bare), 'bare');
    await assert.rejects(read(bare), /open a clone that has files/);
  });

  it('is read from git itself', async () => {
    const repository = new RetagFixture();
    try {
      const sha = repository.add('One');
      const real = (root = repository.root) => rewritableBranch(pipedGit, root, never);
      assert.deepEqual(await real(), { branch: 'main', ref: 'refs/heads/main', sha });
      repository.git('worktree', 'add', '--quiet', '--force', join(repository.root, 'second'), 'main');
      await assertRefused(real(), 'otherWorktree');
      repository.git('config', 'core.bare', 'true');
      await assertRefused(real(join(repository.root, '.git')), 'bare');
    } finally {
      repository.remove();
    }
  });
});
