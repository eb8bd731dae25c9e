import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanGit } from '../../../../scripts/cleanGit.mjs';
import { BranchChoicesFile } from '../../../../src/git/links/branchChoicesFile';
import { Git } from '../../../../src/git/run/git';
import { GitRepositoryFixture } from '../../../support/gitRepository';

/** An older git knows no other form than files. */
const formats = ['files', 'reftable'].filter((format) => {
  const folder = mkdtempSync(join(tmpdir(), 'goal-lens refs '));
  const args = ['init', '--quiet', `--ref-format=${format}`, folder];
  const isKnown = format === 'files' || spawnSync('git', args, { env: cleanGit }).status === 0;
  rmSync(folder, { recursive: true });
  return isKnown;
});

for (const format of formats) {
  const options = format === 'files' ? [] : [`--ref-format=${format}`];
  describe(`links of a branch, with refs as ${format}`, function () {
    this.timeout(20_000);
    let repository: GitRepositoryFixture;
    let file: BranchChoicesFile;
    const open = (): BranchChoicesFile =>
      new BranchChoicesFile(new Git(() => 'git'), repository.root, join(repository.root, '.git'));
    /** As an editor that starts, or that hears of a change, reads them. */
    const linked = async (branch: string, from = open()): Promise<readonly string[]> => {
      await from.load();
      return from.get(branch).linked;
    };
    let clock = 1_700_000_000;
    /** Each a while after the one before. */
    const git = (...args: string[]): string => {
      clock += 10;
      const env = { ...cleanGit, GIT_COMMITTER_DATE: `${clock} +0000` };
      return execFileSync('git', args, { cwd: repository.root, encoding: 'utf8', env });
    };

    beforeEach(async () => {
      repository = new GitRepositoryFixture(...options);
      repository.commit('a', '1', 'Start');
      git('branch', 'one');
      git('branch', 'two');
      file = open();
      await file.link('one', 'SHOP-7');
      await file.reject('one', 'SHOP-9');
    });
    afterEach(() => repository.remove());

    it('follow it where it is renamed, and back', async () => {
      git('branch', '-m', 'one', 'feature/x.y');
      assert.deepEqual(await linked('feature/x.y', file), ['SHOP-7']);
      assert.deepEqual(file.get('one').linked, []);
      assert.deepEqual(file.get('feature/x.y').rejected, ['SHOP-9']);
      git('branch', '-m', 'feature/x.y', 'one');
      assert.deepEqual(await linked('one'), ['SHOP-7']);
      assert.ok(!readFileSync(file.path, 'utf8').includes('feature/x.y'));
    });

    it('follow it over another one', async () => {
      await file.link('two', 'PAY-3');
      git('branch', '-M', 'one', 'two');
      assert.deepEqual(await linked('two'), ['SHOP-7']);
      assert.deepEqual(await linked('one'), []);
    });

    it('follow it beside one that began at the same commit in the same second', async () => {
      clock -= 10;
      git('branch', 'three');
      clock -= 10;
      git('branch', 'four');
      await file.link('three', 'PAY-3');
      git('branch', '-m', 'three', 'five');
      assert.deepEqual(await linked('five'), ['PAY-3']);
      assert.deepEqual(await linked('four'), []);
    });

    it('go with it where one that began at the same commit in the same second stays', async () => {
      git('branch', 'three');
      clock -= 10;
      git('branch', 'four');
      await file.link('three', 'PAY-3');
      git('branch', '-D', 'three');
      assert.deepEqual(await linked('three', file), []);
      assert.deepEqual([await linked('four', file), await linked('four')], [[], []]);
      assert.ok(!readFileSync(file.path, 'utf8').includes('PAY-3'));
    });

    it('follow it over several renames, and not to a copy', async () => {
      git('branch', '-c', 'one', 'copy');
      assert.deepEqual(await linked('copy'), []);
      git('branch', '-m', 'one', 'three');
      git('branch', '-m', 'three', 'four');
      assert.deepEqual(await linked('four'), ['SHOP-7']);
      assert.deepEqual(await linked('copy'), []);
    });

    it('go with it', async () => {
      git('branch', '-D', 'one');
      assert.deepEqual(await linked('one'), []);
      assert.ok(!readFileSync(file.path, 'utf8').includes('SHOP-7'));
    });

    it('do not pass to a new branch of its name', async () => {
      git('branch', '-D', 'one');
      git('branch', 'one');
      assert.deepEqual(await linked('one'), []);
      assert.deepEqual(await linked('one', file), []);
    });

    it('follow the old one, where a new one takes its name', async () => {
      git('branch', '-m', 'one', 'old');
      git('branch', 'one');
      assert.deepEqual(await linked('old'), ['SHOP-7']);
      assert.deepEqual(await linked('one'), []);
    });

    it('stay with it while it grows, moves and is checked out', async () => {
      git('switch', '--quiet', 'one');
      repository.commit('b', '2', 'More');
      git('reset', '--quiet', '--hard', 'main');
      git('branch', '-f', 'two');
      assert.deepEqual(await linked('one'), ['SHOP-7']);
    });

    it('stay with it where the beginning of its reflog has expired', async () => {
      git('switch', '--quiet', 'one');
      repository.commit('b', '2', 'More');
      git('reflog', 'delete', 'refs/heads/one@{1}');
      assert.deepEqual(await linked('one'), ['SHOP-7']);
    });

    it('stay where they are without a reflog', async () => {
      git('config', 'core.logAllRefUpdates', 'false');
      git('branch', 'silent');
      await file.link('silent', 'PAY-3');
      assert.deepEqual(await linked('silent'), ['PAY-3']);
    });

    it('of a branch that has no commit yet stay with it', async () => {
      git('switch', '--quiet', '--orphan', 'unborn');
      await file.link('unborn', 'PAY-3');
      assert.deepEqual(await linked('unborn'), ['PAY-3']);
      repository.commit('c', '3', 'Born');
      assert.deepEqual(await linked('unborn'), ['PAY-3']);
      git('branch', '-m', 'unborn', 'born');
      assert.deepEqual(await linked('born'), ['PAY-3']);
    });

    it('are found under either Unicode form of a name', async () => {
      await file.link('caf\u00e9', 'PAY-3');
      assert.deepEqual(file.get('cafe\u0301').linked, ['PAY-3']);
    });

    it('are not written where nothing has changed', async () => {
      await linked('one');
      const before = readFileSync(file.path, 'utf8');
      rmSync(file.path);
      await linked('one');
      assert.throws(() => readFileSync(file.path), { code: 'ENOENT' });
      assert.ok(before.includes('created'));
    });
  });
}

describe('links of a branch whose ref git cannot read', () => {
  let repository: GitRepositoryFixture;
  let file: BranchChoicesFile;
  const open = (): BranchChoicesFile =>
    new BranchChoicesFile(new Git(() => 'git'), repository.root, join(repository.root, '.git'));
  const inGit = (...parts: string[]): string => join(repository.root, '.git', ...parts);
  const linked = async (branch: string): Promise<readonly string[]> => {
    const from = open();
    await from.load();
    return from.get(branch).linked;
  };

  beforeEach(async () => {
    repository = new GitRepositoryFixture();
    repository.commit('a', '1', 'Start');
    repository.git('branch', 'team/one');
    file = open();
    await file.link('team/one', 'SHOP-7');
  });
  afterEach(() => repository.remove());

  for (const [what, content] of [
    ['empty', ''],
    ['all zeros', `${'0'.repeat(40)}\n`],
    ['garbage', 'garbage\n'],
  ] as const) {
    for (const isLogged of [true, false]) {
      it(`stay with it: ${what}, ${isLogged ? 'with' : 'without'} a reflog`, async () => {
        const ref = inGit('refs', 'heads', 'team', 'one');
        const before = readFileSync(ref);
        if (!isLogged) rmSync(inGit('logs'), { recursive: true });
        writeFileSync(ref, content);
        assert.deepEqual(await linked('team/one'), ['SHOP-7'], 'shown all along');
        writeFileSync(ref, before);
        assert.deepEqual(await linked('team/one'), ['SHOP-7']);
      });
    }
  }

  it('stay with it where only its reflog is left', async () => {
    const ref = inGit('refs', 'heads', 'team', 'one');
    const before = readFileSync(ref);
    rmSync(ref);
    assert.deepEqual(await linked('team/one'), ['SHOP-7']);
    writeFileSync(ref, before);
    assert.deepEqual(await linked('team/one'), ['SHOP-7']);
  });

  it('go with it where another branch has its name as a folder', async () => {
    repository.git('branch', 'two');
    await file.link('two', 'PAY-3');
    repository.git('branch', '-D', 'two');
    repository.git('branch', 'two/three');
    assert.deepEqual(await linked('two'), []);
    assert.ok(!readFileSync(file.path, 'utf8').includes('PAY-3'));
  });

  it('go where another branch has left its reflog under its name', async () => {
    const log = inGit('logs', 'refs', 'heads', 'team', 'one');
    const ref = inGit('refs', 'heads', 'team', 'one');
    writeFileSync(log, readFileSync(log, 'utf8').replace(/ \d{9,} /, ' 1600000000 '));
    writeFileSync(ref, '');
    assert.deepEqual(await linked('team/one'), []);
  });

  it('follow it where it was renamed while git was asked for the branches', async () => {
    const ref = inGit('refs', 'heads', 'team', 'one');
    const log = inGit('logs', 'refs', 'heads', 'team', 'one');
    const moved = inGit('logs', 'refs', '.tmp-renamed-log');
    const before = readFileSync(ref);
    // As git leaves them amid a rename.
    renameSync(log, moved);
    rmSync(ref);
    const loading = file.load();
    await sleep(50);
    renameSync(moved, log);
    writeFileSync(ref, before);
    repository.git('branch', '-m', 'team/one', 'three');
    await loading;
    assert.deepEqual(file.get('three').linked, ['SHOP-7']);
    assert.deepEqual(await linked('three'), ['SHOP-7']);
  });
});
