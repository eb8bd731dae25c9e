import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { installHook } from '../../../../src/git/hook/installHook';
import { HookRepository } from './hookRepository';

describe('The commit hook beside husky', function () {
  this.timeout(120_000);
  let repository: HookRepository;
  before(() => {
    repository = new HookRepository();
    const run = (program: string, ...args: string[]): string =>
      execFileSync(program, args, { cwd: repository.root, encoding: 'utf8', stdio: 'pipe' });
    repository.write('package.json', '{ "name": "shop", "private": true }');
    repository.write('.gitignore', 'node_modules\n');
    run('npm', 'install', '--save-dev', '--ignore-scripts', '--no-audit', '--no-fund', 'husky@9');
    run(process.execPath, 'node_modules/husky/bin.js');
  });
  after(() => repository.remove());

  it('is the lines that the plan gives, and nothing in .git/hooks', async () => {
    assert.equal(repository.git('config', 'core.hooksPath').trim(), '.husky/_');
    const plan = await repository.plan();
    assert.ok(plan.kind === 'manual');
    assert.equal(plan.tool, 'husky');
    assert.equal(plan.thenRun, undefined);
    await installHook(plan);
    for (const { path, text, isNew } of plan.edits) {
      assert.equal(isNew, true);
      repository.write(path.slice(repository.root.length + 1), text);
    }
    assert.equal(repository.commitWith(['-m', 'Fix']), 'Fix\n\nInitiative: SHOP-142\n');
    const typed = repository.commitWith([], { editor: 'echo Typed >"$1"' });
    assert.equal(typed, 'Typed\n\nInitiative: SHOP-142\n');
    assert.equal(repository.commitWith(['-m', 'Fix'], { env: { HUSKY: '0' } }), 'Fix\n');
    const { kind } = await repository.plan();
    assert.equal(kind, 'installed');
  });

  it('works in a worktree where husky was set up as well', () => {
    repository.git('add', '.husky', 'package.json', '.gitignore');
    repository.git('commit', '--quiet', '-m', 'Set up husky');
    const worktree = join(repository.root, 'wt');
    repository.git('worktree', 'add', '--quiet', '-b', 'SHOP-5', worktree);
    assert.equal(repository.commitWith(['-m', 'Fix'], { cwd: worktree }), 'Fix\n', 'husky is not there yet');
    execFileSync(process.execPath, [join(repository.root, 'node_modules/husky/bin.js')], { cwd: worktree });
    assert.equal(repository.commitWith(['-m', 'Fix'], { cwd: worktree }), 'Fix\n\nInitiative: SHOP-5\n');
  });
});
