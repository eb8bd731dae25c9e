import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { GoalLensError } from '../../../../src/core/errors';
import { hookScript } from '../../../../src/git/hook/hookScript';
import { installHook, removeHook } from '../../../../src/git/hook/installHook';
import { HookRepository, plainGit } from './hookRepository';

const tag = '\nInitiative: SHOP-142\n';

describe('installHook and removeHook', function () {
  this.timeout(20_000);
  let repository: HookRepository;
  beforeEach(() => {
    repository = new HookRepository();
  });
  afterEach(() => repository.remove());

  const install = async (): Promise<void> => installHook(await repository.plan());
  const remove = (): ReturnType<typeof removeHook> => removeHook(plainGit, repository.root);
  /** Every hook with its mode and bytes. */
  const state = (): string[] =>
    readdirSync(repository.hooks)
      .sort()
      .map((name) => {
        const path = join(repository.hooks, name);
        const stats = lstatSync(path);
        const text = stats.isSymbolicLink() ? readlinkSync(path) : readFileSync(path, 'latin1');
        return `${name} ${stats.mode.toString(8)} ${text}`;
      });

  it('installs a hook that git runs, for the editor too, and takes it away again', async () => {
    const before = state();
    const umask = process.umask(0o077);
    await install().finally(() => process.umask(umask));
    for (const name of ['prepare-commit-msg', 'commit-msg']) {
      assert.equal(readFileSync(join(repository.hooks, name), 'utf8'), hookScript);
      assert.equal(statSync(join(repository.hooks, name)).mode & 0o777, 0o755);
    }
    assert.equal(repository.commitWith(['-m', 'Fix']), `Fix\n${tag}`);
    assert.equal(repository.commitWith([], { editor: 'echo Typed >"$1"' }), `Typed\n${tag}`);
    const { removed, leftToPerson } = await remove();
    assert.equal(removed.length, 2);
    assert.deepEqual(leftToPerson, []);
    assert.deepEqual(state(), before);
    assert.deepEqual((await remove()).removed, []);
    assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n');
  });

  it('makes the folder of hooks where there is none', async () => {
    rmSync(repository.hooks, { recursive: true });
    await install();
    assert.equal(repository.commitWith(['-m', 'Fix']), `Fix\n${tag}`);
  });

  it('runs an earlier hook first, with the same arguments, input and environment', async () => {
    const body = `printf '%s\\n' "$0" "$@" "\${LC_ALL-none}" >'${repository.root}/seen it'; echo 'Added: 1' >>"$1"`;
    repository.writeHook('prepare-commit-msg', body);
    await install();
    const message = repository.commitWith(['-m', 'Fix\n\nRefs: A-1'], { env: { LC_ALL: 'C.UTF-8' } });
    assert.equal(message, 'Fix\n\nRefs: A-1\nAdded: 1\nInitiative: SHOP-142\n');
    const path = '.git/hooks/prepare-commit-msg.before-goal-lens';
    assert.equal(repository.read('seen it'), `${path}\n.git/COMMIT_EDITMSG\nmessage\nC.UTF-8\n`);
  });

  it('honours the exit code of an earlier hook', async () => {
    repository.writeHook('prepare-commit-msg', 'echo refused >&2; exit 3');
    await install();
    const first = repository.try(['commit', '--allow-empty', '-m', 'Fix']);
    assert.equal(first.status, 1);
    assert.match(first.stderr, /refused/);
    await remove();
    repository.writeHook('prepare-commit-msg', 'exit 0');
    repository.writeHook('commit-msg', 'grep -q Typed "$1" || exit 1');
    await install();
    assert.equal(repository.try(['commit', '--allow-empty', '-m', 'Fix']).status, 1);
    assert.equal(repository.commitWith([], { editor: 'echo Typed >"$1"' }), `Typed\n${tag}`);
  });

  it('puts earlier hooks back byte for byte, with their modes, and links as links', async () => {
    const path = repository.writeHook('prepare-commit-msg', 'exit 0', 0o711);
    writeFileSync(path, Buffer.from([0x23, 0x21, 0xff, 0x0d, 0x0a, 0x00]));
    symlinkSync('../elsewhere', join(repository.hooks, 'commit-msg'));
    const before = state();
    await install();
    assert.notDeepEqual(state(), before);
    await remove();
    assert.deepEqual(state(), before);
  });

  it('does not start an earlier hook that git did not run', async () => {
    const path = repository.writeHook('prepare-commit-msg', 'exit 1', 0o644);
    await install();
    assert.equal(repository.commitWith(['-m', 'Fix']), `Fix\n${tag}`);
    await remove();
    assert.equal(statSync(path).mode & 0o777, 0o644);
  });

  it('brings an older version up to date and keeps the earlier hook', async () => {
    repository.writeHook('prepare-commit-msg', `echo 'Added: 1' >>"$1"`);
    const before = state();
    await install();
    writeFileSync(
      join(repository.hooks, 'prepare-commit-msg'),
      '#!/bin/sh\n# Goal Lens commit hook, version 0, text e3b0c44298fc1c14\n',
    );
    await install();
    assert.match(repository.commitWith(['-m', 'Fix\n\nA: 1']), /Added: 1\nInitiative: SHOP-142\n$/);
    await remove();
    assert.deepEqual(state(), before);
  });

  it('refuses a plan that is out of date or impossible', async () => {
    const plan = await repository.plan();
    repository.writeHook('commit-msg', 'exit 0');
    const before = state();
    await assert.rejects(installHook(plan), GoalLensError);
    await assert.rejects(installHook({ kind: 'impossible', message: 'No.' }), new GoalLensError('No.'));
    assert.deepEqual(state(), before);
  });

  it('never overwrites what was kept since the plan was made, and installs no half of it', async () => {
    repository.writeHook('commit-msg', 'exit 0');
    const plan = await repository.plan();
    assert.equal(plan.kind, 'chain');
    repository.writeHook('commit-msg.before-goal-lens', 'echo PRECIOUS');
    const before = state();
    await assert.rejects(installHook(plan), /before-goal-lens has changed in the meantime/);
    assert.deepEqual(state(), before);
  });

  it('leaves a hook of ours that was changed by hand', async () => {
    await install();
    writeFileSync(join(repository.hooks, 'commit-msg'), `${hookScript}echo mine\n`);
    const before = state();
    await assert.rejects(remove(), /changed by hand/);
    assert.deepEqual(state(), before);
  });

  it('writes only below .git where a tool runs the hooks, and names the lines to take out', async () => {
    repository.git('config', 'core.hooksPath', '.githooks');
    const plan = await repository.plan();
    assert.ok(plan.kind === 'manual');
    await installHook(plan);
    assert.equal(existsSync(join(repository.root, '.githooks')), false);
    assert.equal(existsSync(join(repository.hooks, 'commit-msg')), false);
    for (const { path, text } of plan.edits) {
      repository.write(path.slice(repository.root.length + 1), text);
      chmodSync(path, 0o755);
    }
    assert.equal(repository.commitWith(['-m', 'Fix']), `Fix\n${tag}`);
    const { leftToPerson } = await remove();
    assert.equal(leftToPerson.length, 2);
    assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n', 'the lines do nothing any more');
  });

  it('works from a worktree, for all of them', async () => {
    const worktree = join(repository.root, `work 'tree"`);
    repository.git('worktree', 'add', '--quiet', '-b', 'SHOP-5', worktree);
    await installHook(await repository.plan(worktree));
    assert.equal(repository.commitWith(['-m', 'Fix']), `Fix\n${tag}`);
    const inWorktree = repository.commitWith([], { cwd: worktree, editor: 'echo Typed >"$1"' });
    assert.equal(inWorktree, 'Typed\n\nInitiative: SHOP-5\n');
  });

  it('works in a submodule, with the links of the submodule', async () => {
    const inner = new HookRepository();
    try {
      repository.git(
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        inner.root,
        `a 'sub"`,
      );
    } finally {
      inner.remove();
    }
    const cwd = join(repository.root, `a 'sub"`);
    await installHook(await repository.plan(cwd));
    assert.equal(repository.try(['checkout', '--quiet', '-b', 'SHOP-5'], { cwd }).status, 0);
    assert.equal(repository.commitWith(['-m', 'Fix'], { cwd }), 'Fix\n', 'knows no project yet');
    repository.write(`.git/modules/a 'sub"/goal-lens/links`, '[project]\n\tknown = SHOP\n');
    assert.equal(repository.commitWith(['-m', 'Fix'], { cwd }), 'Fix\n\nInitiative: SHOP-5\n');
    assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n', 'the repository around it has no hook');
  });
});
