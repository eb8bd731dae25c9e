import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Git } from '../../../../src/git/run/git';
import { isGitFault, type GitFault } from '../../../../src/git/run/gitError';
import { HistoryFixture, importCommits, subjectsOf } from './historyFixture';

describe('HistoryIndex, when something is in its way', () => {
  let repository: HistoryFixture;
  const is = (fault: GitFault) => (error: unknown) => isGitFault(error, fault);

  beforeEach(() => {
    repository = new HistoryFixture();
  });
  afterEach(() => repository.remove());

  it('says what is missing', async () => {
    await assert.rejects(repository.open({ git: new Git(() => '') }), is('missing'));
    await assert.rejects(repository.open({ git: new Git(() => '/no/such/git') }), is('missing'));
    await assert.rejects(repository.openAt(repository.folder()), is('notARepository'));
    await assert.rejects(repository.openAt(join(repository.root, 'gone')), is('notARepository'));
    const index = await repository.open();
    rmSync(repository.root, { recursive: true });
    await assert.rejects(index.update(), is('notARepository'));
  });

  it('says what git says, and keeps what it had', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: one');
    const index = await repository.open();
    await index.update();
    const two = repository.commit('a.ts', '2', 'SHOP-1: two');
    repository.commit('a.ts', '3', 'SHOP-1: three');
    const object = join(repository.root, '.git', 'objects', two.slice(0, 2), two.slice(2));
    const bytes = readFileSync(object);
    chmodSync(object, 0o600);
    writeFileSync(object, 'damaged');
    await assert.rejects(index.update(), is('failed'));
    assert.deepEqual(subjectsOf(index, 'SHOP-1'), ['SHOP-1: one']);
    writeFileSync(object, bytes);
    await index.update();
    assert.equal(subjectsOf(index, 'SHOP-1').length, 3);
  });

  it('does nothing when it was stopped before', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: one');
    const index = await repository.open();
    await assert.rejects(index.update(AbortSignal.abort()), { name: 'AbortError' });
    assert.equal(index.stats.readAt, 0);
    assert.equal(await index.update(), true);
  });

  it('leaves the store and the answers as they were when it is stopped', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: one');
    const folder = repository.folder();
    const index = await repository.open({ folder });
    await index.update();
    const [name = ''] = readdirSync(folder);
    const before = readFileSync(join(folder, name));
    importCommits(
      repository.root,
      Array.from({ length: 3000 }, (_, at) => ({ message: `SHOP-1: ${at}` })),
    );
    const abort = new AbortController();
    const reason = new Error('enough');
    const stopped = index.update(abort.signal, () => abort.abort(reason));
    await assert.rejects(stopped, (error) => error === reason);
    assert.deepEqual(readdirSync(folder), [name]);
    assert.deepEqual(readFileSync(join(folder, name)), before);
    assert.deepEqual(subjectsOf(index, 'SHOP-1'), ['SHOP-1: one']);
    await index.update();
    assert.equal(subjectsOf(index, 'SHOP-1').length, 3000);
  });

  it('keeps the commits when it is stopped at their paths', async () => {
    importCommits(
      repository.root,
      Array.from({ length: 1500 }, (_, at) => ({ message: `SHOP-1: ${at}`, files: [`${at}.ts`] })),
    );
    const folder = repository.folder();
    const abort = new AbortController();
    const index = await repository.open({ folder });
    await assert.rejects(
      index.update(abort.signal, (phase) => {
        if (phase === 'paths') abort.abort();
      }),
      { name: 'AbortError' },
    );
    const again = await repository.open({ folder });
    assert.equal(subjectsOf(again, 'SHOP-1').length, 1500);
    assert.equal(again.stats.withoutPaths, 1500);
    await again.update();
    assert.equal(again.filesOf(new Set(['SHOP-1'])).length, 1500);
  });

  it('shares a run between calls, and stops it only when all have left', async () => {
    importCommits(
      repository.root,
      Array.from({ length: 500 }, () => ({ message: 'SHOP-1' })),
    );
    const index = await repository.open();
    const abort = new AbortController();
    let told = 0;
    const leaving = index.update(abort.signal);
    const staying = index.update(undefined, () => {
      told += 1;
      abort.abort();
    });
    await assert.rejects(leaving, { name: 'AbortError' });
    assert.equal(await staying, true);
    assert.ok(told > 0);
    assert.equal(subjectsOf(index, 'SHOP-1').length, 500);
  });

  it('sees in a later call what was committed while a run was under way', async () => {
    importCommits(
      repository.root,
      Array.from({ length: 500 }, () => ({ message: 'SHOP-1' })),
    );
    const index = await repository.open();
    let later: Promise<boolean> | undefined;
    await index.update(undefined, (phase) => {
      if (later || phase !== 'paths') return;
      repository.git('commit', '--quiet', '--allow-empty', '-m', 'SHOP-1: later');
      later = index.update();
    });
    assert.equal(await later, true);
    assert.equal(subjectsOf(index, 'SHOP-1').length, 501);
  });
});
