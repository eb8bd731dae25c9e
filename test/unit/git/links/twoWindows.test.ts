import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeHookState } from '../../../../src/git/hook/hookState';
import { BranchChoicesFile } from '../../../../src/git/links/branchChoicesFile';
import { Git } from '../../../../src/git/run/git';
import { GitRepositoryFixture } from '../../../support/gitRepository';

const git = new Git(() => 'git');

describe('Two windows on one links file', function () {
  this.timeout(60_000);
  let repository: GitRepositoryFixture;
  const open = (): BranchChoicesFile =>
    new BranchChoicesFile(git, repository.root, join(repository.root, '.git'));

  beforeEach(() => {
    repository = new GitRepositoryFixture();
    repository.commit('a.txt', 'a', 'One');
    for (const branch of ['one', 'two', 'gone', 'old']) repository.git('branch', branch);
  });
  afterEach(() => repository.remove());

  it('lose no link, no rejection and no tag of each other, whatever overlaps', async () => {
    const windows = [open(), open()] as const;
    const count = 8;
    const numbers = Array.from({ length: count }, (_, at) => at);
    await Promise.all([
      ...numbers.map((at) => windows[0].link('one', `SHOP-${at}`)),
      ...numbers.map((at) => windows[1].link('one', `PAY-${at}`)),
      ...numbers.map((at) => windows[1].reject('two', `SHOP-${at}`)),
      (async () => {
        for (const at of numbers) {
          const tags = new Map([['two', [`SHOP-${at}`]]]);
          await writeHookState(git, windows[0].path, { trailer: 'Initiative', projects: ['SHOP'], tags });
        }
      })(),
    ]);
    const third = open();
    await third.load();
    const all = numbers.flatMap((at) => [`SHOP-${at}`, `PAY-${at}`]);
    assert.deepEqual([...third.get('one').linked].sort(), all.sort());
    assert.deepEqual(
      third.get('two').rejected,
      numbers.map((at) => `SHOP-${at}`),
    );
    const tag = repository.git('config', '--file', third.path, '--get-all', 'branch.two.tag');
    assert.equal(tag, `SHOP-${count - 1}\n`);
  });

  it('are not in each other’s way where one makes the file, or it goes, while the other looks for it', async () => {
    let calls = 0;
    class SlowWindow extends Git {
      override async run(...[folder, args, call]: Parameters<Git['run']>): Promise<string> {
        if (args.includes('--list')) {
          calls += 1;
          rmSync(slow.path);
        }
        return super.run(folder, args, call);
      }
    }
    const slow = new BranchChoicesFile(
      new SlowWindow(() => 'git'),
      repository.root,
      join(repository.root, '.git'),
    );
    const looking = slow.load();
    await open().link('one', 'SHOP-7');
    await looking;
    assert.deepEqual(slow.get('one').linked, []);
    await slow.load();
    assert.equal(calls, 1);
    assert.deepEqual(slow.get('one').linked, []);
  });

  it('agree where branches are renamed and deleted while both look', async () => {
    const windows = [open(), open()];
    for (const branch of ['one', 'gone', 'old']) await windows[0]?.link(branch, 'SHOP-7');
    await Promise.all(windows.map((window) => window.load()));
    repository.git('branch', '--quiet', '-D', 'gone');
    repository.git('branch', '--move', 'old', 'new');
    await Promise.all(windows.map((window) => window.load()));
    repository.git('branch', 'gone');
    const third = open();
    await third.load();
    for (const window of [...windows, third]) {
      await window.load();
      assert.deepEqual(window.get('one').linked, ['SHOP-7']);
      assert.deepEqual(window.get('new').linked, ['SHOP-7']);
      assert.deepEqual(window.get('gone').linked, []);
    }
  });
});
