import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanGit } from '../../../../scripts/cleanGit.mjs';
import { BranchChoicesFile } from '../../../../src/git/links/branchChoicesFile';
import { Git } from '../../../../src/git/run/git';
import { GitRepositoryFixture } from '../../../support/gitRepository';

/** Counts what it starts. */
class CountedGit extends Git {
  started = 0;

  override run(...[folder, args, call]: Parameters<Git['run']>): Promise<string> {
    this.started += 1;
    return super.run(folder, args, call);
  }
}

describe('links of renamed branches', function () {
  this.timeout(60_000);
  let repository: GitRepositoryFixture;
  let file: BranchChoicesFile;
  const inGit = (...parts: string[]): string => join(repository.root, '.git', ...parts);
  const open = (git = new Git(() => 'git'), commonDir = inGit()): BranchChoicesFile =>
    new BranchChoicesFile(git, repository.root, commonDir);
  const day = 24 * 60 * 60;
  const gitAt = (time: number, ...args: string[]): string => {
    const env = { ...cleanGit, GIT_COMMITTER_DATE: `${time} +0000` };
    return execFileSync('git', args, { cwd: repository.root, encoding: 'utf8', env });
  };
  const now = Math.floor(Date.now() / 1000);
  const linksOf = async (...branches: string[]): Promise<(readonly string[])[]> => {
    const from = open();
    await from.load();
    return branches.map((branch) => from.get(branch).linked);
  };

  beforeEach(() => {
    repository = new GitRepositoryFixture();
    repository.commit('a', '1', 'Start');
    file = open();
  });
  afterEach(() => repository.remove());

  describe('whose beginning has expired', () => {
    const expire = (): void => {
      repository.git('reflog', 'expire', '--expire=90.days.ago', '--all');
      assert.ok(!readFileSync(inGit('logs/refs/heads/feat'), 'utf8').includes('Created from'));
    };

    beforeEach(() => {
      gitAt(now - 120 * day, 'branch', 'feat');
      repository.git('switch', '--quiet', 'feat');
      repository.commit('b', '2', 'More');
    });

    for (const isSeen of [true, false]) {
      it(`follow it, where that was ${isSeen ? '' : 'not '}seen before the rename`, async () => {
        await file.link('feat', 'SHOP-7');
        await file.reject('feat', 'SHOP-9');
        expire();
        if (isSeen) await file.load();
        repository.git('branch', '-m', 'feat', 'feat-2');
        await file.load();
        assert.deepEqual(file.get('feat-2'), { linked: ['SHOP-7'], rejected: ['SHOP-9'] });
        assert.deepEqual(await linksOf('feat-2', 'feat'), [['SHOP-7'], []]);
      });
    }

    it('follow it, where they were made later', async () => {
      expire();
      await file.link('feat', 'SHOP-7');
      repository.git('branch', '-m', 'feat', 'feat-1');
      repository.git('branch', '-m', 'feat-1', 'feat-2');
      gitAt(now + 3600, 'branch', 'feat');
      assert.deepEqual(await linksOf('feat-2', 'feat'), [['SHOP-7'], []]);
      assert.deepEqual(await linksOf('feat-2', 'feat'), [['SHOP-7'], []]);
    });

    it('do not pass to it from a later branch that had its former name', async () => {
      repository.git('branch', '-m', 'feat', 'feat-2');
      gitAt(now + 3600, 'branch', 'feat');
      await file.link('feat', 'SHOP-7');
      repository.git('reflog', 'expire', '--expire=90.days.ago', '--all');
      repository.git('branch', '-D', 'feat');
      assert.deepEqual(await linksOf('feat-2', 'feat'), [[], []]);
      assert.ok(!readFileSync(file.path, 'utf8').includes('SHOP-7'));
    });

    it('follow it beside its copy', async () => {
      await file.link('feat', 'SHOP-7');
      expire();
      repository.git('branch', '-m', 'feat', 'feat-2');
      repository.git('branch', '-c', 'feat-2', 'a-copy');
      assert.deepEqual(await linksOf('feat-2', 'a-copy'), [['SHOP-7'], []]);
    });

    for (const isSeen of [true, false]) {
      it(`are not mixed up where another one takes its name, the expiry ${isSeen ? '' : 'not '}being seen`, async () => {
        gitAt(now - 110 * day, 'branch', 'next', 'main');
        repository.git('switch', '--quiet', 'next');
        repository.commit('c', '3', 'Next');
        await file.link('feat', 'SHOP-7');
        await file.link('next', 'PAY-3');
        expire();
        if (isSeen) await file.load();
        repository.git('branch', '-m', 'feat', 'old');
        repository.git('branch', '-m', 'next', 'feat');
        for (let look = 0; look < 2; look += 1)
          assert.deepEqual(await linksOf('old', 'feat', 'next'), [['SHOP-7'], ['PAY-3'], []]);
      });
    }

    it('stay with it, once renamed, while more expires', async () => {
      gitAt(now - 100 * day, 'branch', '-m', 'feat', 'feat-2');
      gitAt(now - 100 * day, 'branch', '-m', 'feat-2', 'feat');
      await file.link('feat', 'SHOP-7');
      repository.git('reflog', 'expire', '--expire=110.days.ago', '--all');
      assert.deepEqual(await linksOf('feat'), [['SHOP-7']]);
      expire();
      assert.deepEqual(await linksOf('feat'), [['SHOP-7']]);
      const before = readFileSync(file.path, 'utf8');
      assert.deepEqual(await linksOf('feat'), [['SHOP-7']]);
      assert.equal(readFileSync(file.path, 'utf8'), before);
    });

    it('follow it, where its reflog has grown long', async () => {
      await file.link('feat', 'SHOP-7');
      expire();
      const log = inGit('logs/refs/heads/feat');
      const [line = ''] = readFileSync(log, 'utf8').split('\n');
      writeFileSync(log, `${line}\n`.repeat(10_000));
      repository.git('branch', '-m', 'feat', 'feat-2');
      assert.deepEqual(await linksOf('feat-2'), [['SHOP-7']]);
    });
  });

  const renames = {
    'a chain': [
      [
        ['b', 'c'],
        ['a', 'b'],
      ],
      { b: 'A-1', c: 'B-1' },
    ],
    'a swap': [
      [
        ['a', 't'],
        ['b', 'a'],
        ['t', 'b'],
      ],
      { a: 'B-1', b: 'A-1' },
    ],
  } as const;
  for (const [what, [steps, after]] of Object.entries(renames)) {
    for (const order of ['ab', 'ba']) {
      it(`are not mixed up by ${what} seen at one look, linked in the order ${order}`, async () => {
        gitAt(now - 20, 'branch', 'a');
        gitAt(now - 10, 'branch', 'b');
        for (const branch of order) await file.link(branch, `${branch.toUpperCase()}-1`);
        writeFileSync(file.path, `# by hand\n${readFileSync(file.path, 'utf8')}`);
        for (const [from, to] of steps) repository.git('branch', '-m', from, to);
        await file.load();
        const branches = ['a', 'b', 'c', 't'];
        const expected = branches.map((branch) =>
          Object.entries(after).flatMap(([n, k]) => (n === branch ? [k] : [])),
        );
        assert.deepEqual(
          branches.map((branch) => file.get(branch).linked),
          expected,
        );
        assert.deepEqual(await linksOf(...branches), expected);
        const text = readFileSync(file.path, 'utf8');
        assert.ok(text.startsWith('# by hand\n'));
        assert.equal(text.match(/^\[/gm)?.length, 2);
        assert.deepEqual(await linksOf(...branches), expected);
      });
    }
  }

  it('are right where two windows see a swap at the same time', async () => {
    gitAt(now - 20, 'branch', 'a');
    gitAt(now - 10, 'branch', 'b');
    await file.link('a', 'A-1');
    await file.link('b', 'B-1');
    for (const [from, to] of renames['a swap'][0]) repository.git('branch', '-m', from, to);
    const windows = [file, open(), open()];
    await Promise.all(windows.map((each) => each.load()));
    for (const each of windows)
      assert.deepEqual([each.get('a').linked, each.get('b').linked], [['B-1'], ['A-1']]);
    assert.deepEqual(await linksOf('a', 'b'), [['B-1'], ['A-1']]);
  });

  it('cost as many processes with many branches of the same second as with few', async () => {
    const costs: number[] = [];
    for (const count of [5, 60]) {
      const prefix = `of-${count}`;
      for (let at = 0; at < count; at += 1) gitAt(now, 'branch', `${prefix}/${at}`);
      const gone = [0, 1, 2].map((at) => `${prefix}/${at}`);
      for (const branch of gone) await file.link(branch, 'SHOP-7');
      repository.git('branch', '-D', ...gone);
      const git = new CountedGit(() => 'git');
      const window = open(git);
      await window.load();
      for (const branch of gone) assert.deepEqual(window.get(branch).linked, []);
      costs.push(git.started);
    }
    assert.equal(costs[1], costs[0]);
    assert.ok(Math.max(...costs) <= 8, `${costs.join()} processes`);
  });

  it('are asked of git with one process where reflogs are no files', async () => {
    // As a folder of reftables looks to us; git itself reads the same branches.
    const folder = mkdtempSync(join(tmpdir(), 'goal-lens reftable '));
    try {
      mkdirSync(join(folder, 'reftable'));
      const inTables = (git?: Git): BranchChoicesFile => open(git, folder);
      const costs: number[] = [];
      for (const count of [5, 40]) {
        for (let at = 0; at < count; at += 1) gitAt(now, 'branch', `of-${count}/${at}`);
        gitAt(now, 'branch', 'old');
        gitAt(now, 'branch', 'gone');
        const before = inTables();
        await before.link('old', 'SHOP-7');
        await before.link('gone', 'SHOP-9');
        repository.git('branch', '-D', 'gone');
        repository.git('branch', '-m', 'old', `new-${count}`);
        const git = new CountedGit(() => 'git');
        const window = inTables(git);
        await window.load();
        assert.deepEqual(window.get(`new-${count}`).linked, ['SHOP-7']);
        assert.deepEqual(window.get('gone').linked, []);
        costs.push(git.started);
        repository.git('branch', '-D', `new-${count}`);
        await inTables().load();
      }
      assert.equal(costs[1], costs[0]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('stay while git lists no branch at all', async () => {
    repository.git('branch', 'one');
    await file.link('one', 'SHOP-7');
    for (const name of ['refs/heads', 'logs']) renameSync(inGit(name), inGit(`${name}.away`));
    mkdirSync(inGit('refs/heads'));
    assert.deepEqual(await linksOf('one'), [['SHOP-7']]);
    rmSync(inGit('refs/heads'), { recursive: true });
    for (const name of ['refs/heads', 'logs']) renameSync(inGit(`${name}.away`), inGit(name));
    assert.deepEqual(await linksOf('one'), [['SHOP-7']]);
  });

  it('follow the only branch, where git was asked for the branches amid its rename', async () => {
    await file.link('main', 'SHOP-7');
    const [ref, log, moved] = [
      inGit('refs/heads/main'),
      inGit('logs/refs/heads/main'),
      inGit('logs/refs/.tmp-renamed-log'),
    ] as const;
    const before = readFileSync(ref);
    renameSync(log, moved);
    rmSync(ref);
    const loading = file.load();
    await sleep(100);
    renameSync(moved, log);
    writeFileSync(ref, before);
    repository.git('branch', '-m', 'main', 'trunk');
    await loading;
    assert.deepEqual(file.get('trunk').linked, ['SHOP-7']);
  });

  it('stay, and leave nothing beside the file, where the file is locked', async () => {
    repository.git('branch', 'one');
    await file.link('one', 'SHOP-7');
    repository.git('branch', '-m', 'one', 'two');
    writeFileSync(`${file.path}.lock`, '');
    await file.load();
    assert.deepEqual(file.get('two').linked, ['SHOP-7']);
    assert.ok(existsSync(`${file.path}.lock`));
    rmSync(`${file.path}.lock`);
    assert.deepEqual(await linksOf('two'), [['SHOP-7']]);
  });
});
