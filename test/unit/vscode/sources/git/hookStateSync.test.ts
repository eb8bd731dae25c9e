import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoalCatalog } from '../../../../../src/core/catalog/goalCatalog';
import { BranchChoicesFile } from '../../../../../src/git/links/branchChoicesFile';
import { Git } from '../../../../../src/git/run/git';
import { HookStateSync } from '../../../../../src/vscode/sources/git/hookStateSync';
import { signInPlace } from '../../../../../src/core/tracker/signInPlace';
import { HookPlaces } from '../../../../../src/vscode/sources/git/hookPlaces';
import { goal } from '../../../../support/builders';
import { GitRepositoryFixture } from '../../../../support/gitRepository';

type Parts = ConstructorParameters<typeof HookStateSync>;
type Repository = Parameters<HookStateSync['start']>[0];

describe('HookStateSync', () => {
  let fixture: GitRepositoryFixture;
  let file: BranchChoicesFile;
  let keys: Record<string, readonly string[]>;
  let catalog: GoalCatalog;
  let warnings: unknown[];
  let memento: Map<string, unknown>;
  let sync: HookStateSync;
  let repository: Repository;
  const git = new Git(() => 'git');

  beforeEach(() => {
    fixture = new GitRepositoryFixture();
    fixture.commit('a.txt', 'a', 'One');
    file = new BranchChoicesFile(git, fixture.root, join(fixture.root, '.git'));
    keys = {};
    warnings = [];
    memento = new Map();
    catalog = new GoalCatalog([]);
    const choices = { of: () => Promise.resolve(file), peek: () => file };
    const log = { warn: (...said: unknown[]) => warnings.push(said) };
    sync = new HookStateSync(
      ...([
        git,
        choices,
        { trailerOf: () => 'Initiative' },
        () => ({
          catalog,
          tagsOf: (_: unknown, branch: string) => keys[branch],
          sourceOf: () => ({ catalog, references: catalog.in(), written: ({ key }: { key: string }) => key }),
        }),
        new HookPlaces({
          keys: () => [...memento.keys()],
          get: <T>(key: string, otherwise?: T) => memento.get(key) ?? otherwise,
          update: (key, value) => {
            if (value === undefined) memento.delete(key);
            else memento.set(key, value);
            return Promise.resolve();
          },
        }),
        log,
      ] as unknown as Parts),
    );
    repository = {
      rootUri: { fsPath: fixture.root, toString: () => fixture.root },
      state: { HEAD: { name: 'main' } },
    } as unknown as Repository;
  });
  afterEach(() => fixture.remove());

  const tagsOf = (branch: string): string[] =>
    fixture
      .git('config', '--file', file.path, '--null', '--list')
      .split('\0')
      .filter((entry) => entry.startsWith(`branch.${branch}.tag\n`))
      .map((entry) => entry.slice(entry.indexOf('\n') + 1));
  const change = (key: string): void => {
    keys = { main: [key] };
    catalog = new GoalCatalog([]);
  };

  it('writes what is known last, however many changes overlap, and never at the same time', async () => {
    change('SHOP-0');
    await sync.start(repository);
    const updates: Promise<void>[] = [];
    for (let at = 1; at <= 30; at += 1) {
      change(`SHOP-${at}`);
      updates.push(sync.update([repository]));
      if (at % 10 === 0) await new Promise(setImmediate);
    }
    await Promise.all(updates);
    assert.deepEqual(tagsOf('main'), ['SHOP-30']);
    assert.deepEqual(warnings, []);
  });

  it('waits for links that are made meanwhile, in this window and in another', async () => {
    change('SHOP-0');
    await sync.start(repository);
    const other = new BranchChoicesFile(git, fixture.root, file.commonDir);
    const work: Promise<void>[] = [];
    for (let at = 1; at <= 6; at += 1) {
      change(`SHOP-${at}`);
      work.push(sync.update([repository]), file.link(`a${at}`, 'SHOP-1'), other.link(`b${at}`, 'SHOP-2'));
    }
    await Promise.all(work);
    await file.load();
    assert.deepEqual(tagsOf('main'), ['SHOP-6']);
    for (let at = 1; at <= 6; at += 1) {
      assert.deepEqual(file.get(`a${at}`).linked, ['SHOP-1']);
      assert.deepEqual(file.get(`b${at}`).linked, ['SHOP-2']);
    }
    assert.deepEqual(warnings, []);
  });

  it('leaves nothing of a branch that is gone to a new one of its name', async () => {
    fixture.git('branch', 'hotfix');
    keys = { main: ['SHOP-1'], hotfix: ['SHOP-2'] };
    await sync.start(repository);
    assert.deepEqual(tagsOf('hotfix'), ['SHOP-2']);
    fixture.git('branch', '-D', 'hotfix');
    change('SHOP-3');
    await sync.update([repository]);
    assert.deepEqual([tagsOf('main'), tagsOf('hotfix')], [['SHOP-3'], []]);
  });

  it('forgets what it was told of a tracker, also where the repository is no longer open', async () => {
    const known = join(fixture.root, '.git', 'goal-lens', 'known');
    const trackers = ['jira:https://shop.example', 'file:shop'].map((id) => ({
      id,
      name: id,
      phase: 'ready' as const,
      badEntries: 0,
      goals: [{ ...goal(`${id.slice(0, 1)}-1`), trackerId: id }],
    }));
    catalog = new GoalCatalog(trackers);
    await sync.start(repository);
    assert.match(readFileSync(known, 'utf8'), /J-1/);
    await sync.forget(signInPlace({ url: 'https://other.example' }));
    assert.ok(existsSync(known));
    await sync.forget(signInPlace({ url: 'https://shop.example' }));
    assert.ok(!existsSync(known));
    assert.deepEqual([...memento.keys()], []);
    // An open repository is told anew, of what is left.
    catalog = new GoalCatalog(trackers.slice(1));
    await sync.update([repository]);
    assert.doesNotMatch(readFileSync(known, 'utf8'), /J-1/);
    await sync.forget(signInPlace({ url: 'https://shop.example' }));
    assert.ok(existsSync(known));
  });

  it('forgets what it was told in every repository, whatever one of them does, and again what is left', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'goal-lens-known-'));
    const place = signInPlace({ url: 'https://shop.example' });
    try {
      for (const name of ['a', 'b', 'c']) {
        mkdirSync(join(folder, name));
        memento.set(`hookTold:${join(folder, name, 'links')}`, [place]);
        if (name === 'a') mkdirSync(join(folder, name, 'known'));
        else writeFileSync(join(folder, name, 'known'), 'SHOP-1');
      }
      await assert.rejects(sync.forget(place), { code: 'ERR_FS_EISDIR' });
      assert.deepEqual(
        ['a', 'b', 'c'].map((name) => existsSync(join(folder, name, 'known'))),
        [true, false, false],
      );
      assert.deepEqual([...memento.keys()], [`hookTold:${join(folder, 'a', 'links')}`]);
      rmdirSync(join(folder, 'a', 'known'));
      await sync.forget(place);
      assert.deepEqual([...memento.keys()], []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('writes nothing after the hook is gone', async () => {
    change('SHOP-1');
    await sync.start(repository);
    change('SHOP-2');
    await Promise.all([sync.update([repository]), sync.stop(repository), sync.update([repository])]);
    assert.equal(file.hasHook, false);
    assert.equal(fixture.git('config', '--file', file.path, '--list').includes('commit.trailer'), false);
  });
});
