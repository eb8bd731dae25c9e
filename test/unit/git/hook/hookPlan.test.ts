import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Git } from '../../../../src/git/run/git';
import { planHook } from '../../../../src/git/hook/hookPlan';
import { installHook } from '../../../../src/git/hook/installHook';
import { asOrdinaryUser } from '../../../support/asOrdinaryUser';
import { HookRepository } from './hookRepository';

describe('planHook', function () {
  this.timeout(20_000);
  let repository: HookRepository;
  beforeEach(() => {
    repository = new HookRepository();
  });
  afterEach(() => repository.remove());

  it('installs where git looks for hooks, and changes nothing itself', async () => {
    const before = repository.paths();
    const { files } = await repository.planned('install');
    const names = ['prepare-commit-msg', 'commit-msg'].map((name) => join(repository.hooks, name));
    assert.deepEqual(
      files.map(({ path }) => path),
      names,
    );
    assert.deepEqual(repository.paths(), before);
    rmSync(repository.hooks, { recursive: true });
    await repository.planned('install');
  });

  it('finds the shared folder from worktrees and below the top, and the own one of a submodule', async () => {
    mkdirSync(join(repository.root, 'a b'));
    const below = await repository.planned('install', join(repository.root, 'a b'));
    assert.equal(below.files[0]?.path, join(repository.hooks, 'prepare-commit-msg'));
    const worktree = join(repository.root, 'wt');
    repository.git('worktree', 'add', '--quiet', worktree);
    const shared = await repository.planned('install', worktree);
    assert.equal(shared.files[0]?.path, join(repository.hooks, 'prepare-commit-msg'));
    const inner = new HookRepository();
    try {
      repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'sub');
      const own = await repository.planned('install', join(repository.root, 'sub'));
      assert.equal(own.files[0]?.path, join(repository.root, '.git/modules/sub/hooks/prepare-commit-msg'));
    } finally {
      inner.remove();
    }
  });

  it('chains a hook that is there, even one that git does not run or a dangling link', async () => {
    const path = repository.writeHook('commit-msg', 'exit 0', 0o644);
    const { files } = await repository.planned('chain');
    assert.deepEqual(
      files.map(({ state }) => state),
      ['absent', 'foreign'],
    );
    assert.equal(files[1]?.keptAs, `${path}.before-goal-lens`);
    rmSync(path);
    symlinkSync('nowhere', path);
    await repository.planned('chain');
    writeFileSync(`${path}.before-goal-lens`, 'x');
    assert.match(
      (await repository.planned('impossible')).message,
      /older commit-msg\.before-goal-lens .*Move it away/,
    );
  });

  it('knows its own hook: current, incomplete, older, changed by hand', async () => {
    await installHook(await repository.plan());
    const { files, ...rest } = await repository.planned('installed');
    assert.deepEqual(rest, { kind: 'installed', isCurrent: true, tool: undefined });
    const [first = '', second = ''] = files.map(({ path }) => path);
    rmSync(second);
    assert.equal((await repository.planned('installed')).isCurrent, false);
    await installHook(await repository.plan());
    assert.equal((await repository.planned('installed')).isCurrent, true);
    // The sum is of the text below the marker, here of nothing.
    writeFileSync(first, '#!/bin/sh\n# Goal Lens commit hook, version 0, text e3b0c44298fc1c14\n');
    assert.equal((await repository.planned('installed')).isCurrent, false);
    await installHook(await repository.plan());
    assert.equal((await repository.planned('installed')).isCurrent, true);
    writeFileSync(first, `${files[0]?.content ?? ''}echo mine\n`);
    assert.match((await repository.planned('impossible')).message, /changed by hand/);
  });

  it('says why it is impossible, and what to do', async () => {
    const none = await planHook(new Git(() => ''), repository.root);
    assert.deepEqual(none, {
      kind: 'impossible',
      message: 'Git is not available. Install git, then reload the window.',
    });
    assert.match(
      (await repository.planned('impossible', join(repository.root, 'nowhere'))).message,
      /is not there/,
    );
    assert.match(
      (await repository.planned('impossible', join(repository.root, '.git'))).message,
      /no work tree/,
    );
    const bare = new HookRepository();
    bare.git('clone', '--quiet', '--bare', '.', 'bare');
    assert.match((await repository.planned('impossible', join(bare.root, 'bare'))).message, /no work tree/);
    rmSync(join(bare.root, '.git'), { recursive: true });
    assert.match(
      (await repository.planned('impossible', bare.root)).message,
      /is not in a git repository\. Open/,
    );
    bare.remove();
    rmSync(repository.hooks, { recursive: true });
    writeFileSync(repository.hooks, '');
    assert.match((await repository.planned('impossible')).message, /is not a folder/);
  });

  it('says that a read-only folder cannot take the hook', async () => {
    chmodSync(repository.hooks, 0o555);
    try {
      const message = await asOrdinaryUser(
        require.resolve('./hookObstacle'),
        'hookObstacle',
        repository.root,
      );
      assert.match(String(message), /^You may not write in .*\.git\/hooks\. Ask its owner/);
    } finally {
      chmodSync(repository.hooks, 0o755);
    }
  });
});
