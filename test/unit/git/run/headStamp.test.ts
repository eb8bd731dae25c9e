import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Git } from '../../../../src/git/run/git';
import { readHead, type Head } from '../../../../src/git/run/head';
import { headStamp } from '../../../../src/git/run/headStamp';
import { placeOf } from '../../../../src/git/run/repositoryPlace';
import { isAtLeast } from './gitConditions';
import { GitWorld } from './gitWorld';

describe('headStamp', function () {
  this.timeout(120_000);
  const git = new Git(() => 'git');
  const world = new GitWorld();
  after(() => world.remove());

  interface Seen {
    readonly head: Head;
    readonly stamp: string | undefined;
  }
  const look = async (root: string): Promise<Seen> => ({
    stamp: await headStamp(await placeOf(git, root)),
    head: await readHead(git, root),
  });

  /** What moves HEAD, and what only looks as if it did. */
  const moves: readonly (readonly [string, (root: string) => readonly (readonly string[])[]])[] = [
    ['a commit', () => [['commit', '--quiet', '--allow-empty', '--message=One more']]],
    ['an amended commit', () => [['commit', '--quiet', '--amend', '--allow-empty', '--message=Other']]],
    ['a new branch at the same commit', () => [['switch', '--quiet', '--create', 'other']]],
    ['another branch', () => [['switch', '--quiet', 'main']]],
    ['a detached HEAD', () => [['switch', '--quiet', '--detach', 'main']]],
    ['another commit of a detached HEAD', () => [['switch', '--quiet', '--detach', 'other']]],
    ['a branch again', () => [['switch', '--quiet', 'other']]],
    ['packed refs', () => [['pack-refs', '--all']]],
    ['a packed branch that moves', () => [['update-ref', 'refs/heads/other', 'main']]],
    ['packed refs once more', () => [['pack-refs', '--all']]],
    [
      'a packed branch that is packed again elsewhere',
      () => [
        ['update-ref', 'refs/heads/other', 'feature/SHOP-142'],
        ['pack-refs', '--all'],
      ],
    ],
    ['a renamed branch', () => [['branch', '--move', 'other', 'renamed']]],
    ['a branch in a folder', () => [['branch', '--move', 'renamed', 'deep/er/renamed']]],
    ['a reset', () => [['reset', '--quiet', '--hard', 'HEAD~1']]],
    ['a branch without a commit', () => [['switch', '--quiet', '--orphan', 'unborn']]],
    ['its first commit', () => [['commit', '--quiet', '--allow-empty', '--message=First']]],
    ['a branch that stands for another one', () => [['symbolic-ref', 'refs/heads/alias', 'refs/heads/main']]],
    ['the alias', () => [['symbolic-ref', 'HEAD', 'refs/heads/alias']]],
    ['a commit to what it stands for', () => [['update-ref', 'refs/heads/main', 'feature/SHOP-142']]],
    ['a branch that is gone', () => [['symbolic-ref', 'HEAD', 'refs/heads/gone']]],
  ];

  const kinds: readonly (readonly [string, () => string])[] = [
    ['files', () => world.make()],
    ...(isAtLeast(45) ? [['a reftable', () => world.make('--ref-format=reftable')] as const] : []),
    [
      'files of a worktree',
      () => {
        const root = world.make();
        const tree = world.path('tree');
        world.git(root, ['switch', '--quiet', 'main']);
        world.git(root, ['worktree', 'add', '--quiet', tree, 'feature/SHOP-142']);
        world.git(root, ['switch', '--quiet', '--detach']);
        return tree;
      },
    ],
  ];

  for (const [kind, make] of kinds) {
    it(`changes whenever git says that HEAD has, with ${kind}`, async () => {
      const root = make();
      let before = await look(root);
      let told = 0;
      for (const [name, commands] of moves) {
        for (const args of commands(root)) world.git(root, args);
        const after = await look(root);
        assert.deepEqual((await look(root)).stamp, after.stamp, `${name}: nothing happened`);
        if (JSON.stringify(after.head) !== JSON.stringify(before.head)) {
          assert.ok(after.stamp === undefined || after.stamp !== before.stamp, name);
        }
        if (after.stamp !== undefined) told += 1;
        before = after;
      }
      assert.ok(told >= moves.length - 3, `git was asked ${moves.length - told} times`);
    });
  }

  it('leaves it to git where HEAD is a link, is missing or says what is not known here', async () => {
    const root = world.make();
    const place = await placeOf(git, root);
    const head = join(place.gitDir, 'HEAD');
    const text = readFileSync(head, 'utf8');
    rmSync(head);
    assert.equal(await headStamp(place), undefined);
    symlinkSync('refs/heads/main', head);
    assert.ok(existsSync(head));
    assert.equal(await headStamp(place), undefined);
    rmSync(head);
    for (const said of ['ref: refs/heads/.invalid', 'ref: refs/remotes/origin/main', 'ref: HEAD', '']) {
      writeFileSync(head, `${said}\n`);
      assert.equal(await headStamp(place), undefined, said);
    }
    writeFileSync(head, text);
    assert.notEqual(await headStamp(place), undefined);
  });
});

describe('readHead', () => {
  const world = new GitWorld();
  after(() => world.remove());

  it('asks git once where something is committed, and calls a branch by its name whatever else is called so', async () => {
    const root = world.make();
    let calls = 0;
    const git = new Git(() => {
      calls += 1;
      return 'git';
    });
    world.git(root, ['tag', 'feature/SHOP-142', 'main']);
    const commit = world.git(root, ['rev-parse', 'HEAD']).trim();
    assert.deepEqual(await readHead(git, root), { branch: 'feature/SHOP-142', commit });
    world.git(root, ['switch', '--quiet', '--detach']);
    assert.deepEqual(await readHead(git, root), { commit });
    assert.equal(calls, 2);
    // A branch that git takes for HEAD, or HEAD for it.
    world.git(root, ['switch', '--quiet', 'feature/SHOP-142']);
    world.git(root, ['update-ref', 'refs/heads/HEAD', 'main']);
    assert.deepEqual(await readHead(git, root), { branch: 'feature/SHOP-142', commit });
    world.git(root, ['update-ref', '-d', 'refs/heads/HEAD']);
    world.git(root, ['switch', '--quiet', '--orphan', 'unborn']);
    assert.deepEqual(await readHead(git, root), { branch: 'unborn' });
    assert.deepEqual(await readHead(git, world.folder), {});
  });
});
