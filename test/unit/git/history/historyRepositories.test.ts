import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HistoryFixture, subjectsOf } from './historyFixture';

describe('HistoryIndex, in every kind of repository', () => {
  let repository: HistoryFixture;
  const keys = new Set(['SHOP-1']);

  beforeEach(() => {
    repository = new HistoryFixture();
  });
  afterEach(() => repository.remove());

  it('reads a bare repository and a folder below the root', async () => {
    repository.commit('deep/a.ts', '1', 'SHOP-1: one');
    const bare = join(repository.folder(), 'bare.git');
    repository.git('clone', '--quiet', '--bare', '.', bare);
    for (const root of [bare, join(repository.root, 'deep')]) {
      const index = await repository.openAt(root);
      await index.update();
      assert.deepEqual(subjectsOf(index, 'SHOP-1'), ['SHOP-1: one']);
      assert.deepEqual(index.filesOf(keys), [{ path: 'deep/a.ts', commits: 1 }]);
    }
  });

  it('reads a SHA-256 repository', async () => {
    const long = repository.another('--object-format=sha256');
    const sha = long.commit('a.ts', '1', 'SHOP-1: one');
    const folder = repository.folder();
    const index = await repository.openAt(long.root, { folder });
    await index.update();
    long.commit('a.ts', '2', 'SHOP-1: two');
    await index.update();
    long.git('notes', '--ref=goals', 'add', '-m', 'SHOP-2', sha);
    await index.update();
    const again = await repository.openAt(long.root, { folder });
    assert.deepEqual(subjectsOf(again, 'SHOP-1'), ['SHOP-1: two', 'SHOP-1: one']);
    assert.equal(again.commitsOf(new Set(['SHOP-2']))[0]?.sha, sha);
    assert.deepEqual(again.filesOf(keys), [{ path: 'a.ts', commits: 2 }]);
  });

  it('reads a shallow clone, deepened and whole again', async () => {
    for (let at = 0; at < 6; at += 1) repository.commit(`file${at}.ts`, '1', `SHOP-1: ${at}`);
    const clone = join(repository.folder(), 'shallow');
    const origin = pathToFileURL(repository.root).href;
    repository.git('clone', '--quiet', '--depth=2', origin, clone);
    const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: clone, stdio: 'pipe' });
    const index = await repository.openAt(clone);
    await index.update();
    assert.deepEqual(subjectsOf(index, 'SHOP-1'), ['SHOP-1: 5', 'SHOP-1: 4']);
    // The commit at the border did not make all the files that are there.
    assert.deepEqual(index.filesOf(keys), [{ path: 'file5.ts', commits: 1 }]);
    git('fetch', '--quiet', '--deepen=2');
    await index.update();
    assert.equal(subjectsOf(index, 'SHOP-1').length, 4);
    assert.equal(index.filesOf(keys).length, 3);
    git('fetch', '--quiet', '--unshallow');
    await index.update();
    assert.equal(subjectsOf(index, 'SHOP-1').length, 6);
    assert.equal(index.filesOf(keys).length, 6);
    assert.equal(index.stats.commits, 6);
  });

  it('asks no server for the trees that a partial clone lacks', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: one');
    repository.commit('a.ts', '2', 'SHOP-1: two');
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = join(repository.folder(), 'partial');
    const origin = pathToFileURL(repository.root).href;
    repository.git('clone', '--quiet', '--bare', '--filter=tree:0', origin, clone);
    const missing = (): string =>
      execFileSync('git', ['rev-list', '--objects', '--all', '--missing=print'], {
        cwd: clone,
        encoding: 'utf8',
      });
    const before = missing();
    assert.match(before, /^\?/m);
    const index = await repository.openAt(clone);
    await index.update();
    assert.equal(subjectsOf(index, 'SHOP-1').length, 2);
    assert.deepEqual(index.filesOf(keys), []);
    assert.equal(index.stats.withoutPaths, 2);
    assert.equal(missing(), before);
  });

  it('takes a submodule for a repository of its own', async () => {
    const inner = repository.another();
    inner.commit('inner.ts', '1', 'SHOP-1: inner');
    repository.commit('outer.ts', '1', 'SHOP-1: outer');
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'part');
    repository.git('commit', '--quiet', '-m', 'SHOP-1: add part');
    const folder = repository.folder();
    const outer = await repository.open({ folder });
    const part = await repository.openAt(join(repository.root, 'part'), { folder });
    await Promise.all([outer.update(), part.update()]);
    assert.deepEqual(subjectsOf(outer, 'SHOP-1'), ['SHOP-1: add part', 'SHOP-1: outer']);
    assert.deepEqual(subjectsOf(part, 'SHOP-1'), ['SHOP-1: inner']);
    assert.ok(outer.filesOf(keys).some(({ path }) => path === 'part'));
  });

  it('keeps the checked-out history of each worktree, and shares that of all branches', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: base');
    const other = join(realpathSync.native(repository.folder()), 'other');
    repository.git('worktree', 'add', '--quiet', '-b', 'other', other);
    repository.git('-C', other, 'commit', '--quiet', '--allow-empty', '-m', 'SHOP-1: other');
    const folder = repository.folder();
    const [here, there] = [await repository.open({ folder }), await repository.openAt(other, { folder })];
    await here.update();
    await there.update();
    assert.equal(await (await repository.open({ folder })).update(), false);
    assert.deepEqual(subjectsOf(here, 'SHOP-1'), ['SHOP-1: base']);
    assert.deepEqual(subjectsOf(there, 'SHOP-1'), ['SHOP-1: other', 'SHOP-1: base']);
    const all = await repository.open({ folder, scope: 'localBranches' });
    await all.update();
    const shared = await repository.openAt(other, { folder, scope: 'localBranches' });
    // Git's order of two tips of one second is any.
    assert.deepEqual(subjectsOf(shared, 'SHOP-1').sort().reverse(), ['SHOP-1: other', 'SHOP-1: base']);
    assert.equal(await shared.update(), false);
  });
});
