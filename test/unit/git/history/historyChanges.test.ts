import assert from 'node:assert/strict';
import type { HistoryIndex } from '../../../../src/git/history/historyIndex';
import { HistoryFixture, importCommits, subjectsOf } from './historyFixture';

describe('HistoryIndex, when history changes', () => {
  let repository: HistoryFixture;
  let index: HistoryIndex;

  beforeEach(async () => {
    repository = new HistoryFixture();
    index = await repository.open();
  });
  afterEach(() => repository.remove());

  const updated = (...keys: string[]) => repository.updated(index, ...keys);

  it('has nothing before the first commit and then the first commit', async () => {
    assert.deepEqual(await updated('SHOP-1'), []);
    repository.commit('a.ts', '1', 'SHOP-1: one');
    assert.deepEqual(await updated('SHOP-1'), ['SHOP-1: one']);
    repository.git('checkout', '--quiet', '--orphan', 'unborn');
    assert.deepEqual(await updated('SHOP-1'), []);
  });

  it('reads only new commits', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: one');
    await index.update();
    repository.commit('a.ts', '2', 'SHOP-1: two');
    repository.commit('a.ts', '3', 'three');
    const told: unknown[] = [];
    await index.update(undefined, (...progress) => told.push(progress));
    assert.deepEqual(told, [
      ['commits', 2],
      ['paths', 1],
    ]);
    assert.deepEqual(await updated('SHOP-1'), ['SHOP-1: two', 'SHOP-1: one']);
  });

  it('follows an amend, a reset and a rebase', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: base');
    repository.commit('a.ts', '2', 'SHOP-1: wrong');
    await updated('SHOP-1');
    repository.git('commit', '--quiet', '--amend', '-m', 'SHOP-2: right');
    assert.deepEqual(await updated('SHOP-1', 'SHOP-2'), ['SHOP-2: right', 'SHOP-1: base']);
    repository.git('switch', '--quiet', '-c', 'topic', 'HEAD~1');
    for (let at = 0; at < 12; at += 1) repository.commit('topic.ts', String(at), `SHOP-3: topic ${at}`);
    assert.equal((await updated('SHOP-1', 'SHOP-2', 'SHOP-3')).length, 13);
    repository.git('rebase', '--quiet', 'main');
    assert.equal((await updated('SHOP-1', 'SHOP-2', 'SHOP-3')).length, 14);
    assert.equal(index.stats.commits, 14);
    repository.git('reset', '--quiet', '--hard', 'main~1');
    assert.deepEqual(await updated('SHOP-1', 'SHOP-2', 'SHOP-3'), ['SHOP-1: base']);
    assert.equal(index.stats.commits, 1);
  });

  it('follows HEAD through a rebase that stops and is taken back', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: base');
    repository.git('switch', '--quiet', '-c', 'topic');
    repository.commit('b.ts', '1', 'SHOP-2: fine');
    repository.commit('a.ts', 'topic', 'SHOP-2: conflict');
    repository.git('switch', '--quiet', 'main');
    repository.commit('a.ts', 'main', 'SHOP-1: main');
    repository.git('switch', '--quiet', 'topic');
    assert.equal((await updated('SHOP-1', 'SHOP-2')).length, 3);
    assert.throws(() => repository.git('rebase', '--quiet', 'main'));
    assert.deepEqual(await updated('SHOP-1', 'SHOP-2'), ['SHOP-2: fine', 'SHOP-1: main', 'SHOP-1: base']);
    repository.git('rebase', '--abort');
    assert.deepEqual(await updated('SHOP-2'), ['SHOP-2: conflict', 'SHOP-2: fine']);
  });

  it('reads anew where the old tips were cleaned away', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: base');
    repository.commit('a.ts', '2', 'SHOP-1: gone');
    await updated('SHOP-1');
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    repository.commit('a.ts', '3', 'SHOP-1: instead');
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '--quiet', '--prune=now');
    assert.deepEqual(await updated('SHOP-1'), ['SHOP-1: instead', 'SHOP-1: base']);
  });

  it('follows all local branches, their deletion, and a detached HEAD', async () => {
    const base = repository.commit('a.ts', '1', 'SHOP-1: base');
    // Git refuses a branch that starts with a dash only at the command line.
    const side = `refs/heads/--all="$(x)";é`;
    repository.git('symbolic-ref', 'HEAD', side);
    repository.git('update-ref', side, base);
    repository.commit('b.ts', '1', 'SHOP-1: side');
    repository.git('symbolic-ref', 'HEAD', 'refs/heads/main');
    repository.git('reset', '--quiet', '--hard');
    const folder = repository.folder();
    const all = await repository.open({ folder, scope: 'localBranches' });
    await all.update();
    // Git's order of two tips of one second is any.
    assert.deepEqual(subjectsOf(all, 'SHOP-1').sort(), ['SHOP-1: base', 'SHOP-1: side']);
    const head = await repository.open({ folder });
    await head.update();
    assert.deepEqual(subjectsOf(head, 'SHOP-1'), ['SHOP-1: base']);
    repository.git('update-ref', '-d', side);
    await all.update();
    assert.deepEqual(subjectsOf(all, 'SHOP-1'), ['SHOP-1: base']);
    repository.git('switch', '--quiet', '--detach', base);
    repository.commit('c.ts', '1', 'SHOP-1: detached');
    await all.update();
    await head.update();
    assert.deepEqual(subjectsOf(all, 'SHOP-1').sort(), ['SHOP-1: base', 'SHOP-1: detached']);
    assert.deepEqual(subjectsOf(head, 'SHOP-1'), ['SHOP-1: detached', 'SHOP-1: base']);
  });

  it('reads the rest where a branch points to a commit that is missing', async () => {
    const kept = repository.commit('a.ts', '1', 'SHOP-1: kept');
    repository.write('.git/refs/heads/broken', `${'1'.repeat(40)}\n`);
    const all = await repository.open({ scope: 'localBranches' });
    await all.update();
    assert.deepEqual(
      all.commitsOf(new Set(['SHOP-1'])).map(({ sha }) => sha),
      [kept],
    );
    assert.equal(await all.update(), false);
  });

  it('follows replaced objects and grafts', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: one');
    const second = repository.commit('a.ts', '2', 'SHOP-1: two');
    const third = repository.commit('a.ts', '3', 'Three');
    assert.equal((await updated('SHOP-1')).length, 2);
    repository.git('replace', '--graft', third);
    assert.deepEqual(await updated('SHOP-1'), []);
    repository.git('replace', '-d', third);
    assert.equal((await updated('SHOP-1')).length, 2);
    repository.write('.git/info/grafts', `${second}\n`);
    assert.deepEqual(await updated('SHOP-1'), ['SHOP-1: two']);
  });

  it('drops no commit of the history where clocks were wrong', async () => {
    // Git looks a few commits past the last one that is younger: here many claim to be older than what they build on.
    const time = 1_600_000_000;
    importCommits(repository.root, [
      { message: 'SHOP-1: root', time },
      { message: 'SHOP-1: kept', time: time + 10 },
      ...Array.from({ length: 40 }, (_, at) => ({ message: `skewed ${at}`, time: at * 100 })),
    ]);
    repository.git('branch', 'old', 'main~40');
    repository.git('switch', '--quiet', 'old');
    assert.deepEqual(await updated('SHOP-1'), ['SHOP-1: kept', 'SHOP-1: root']);
    // The trap that this is about; without it the test would show nothing.
    assert.notEqual(repository.git('rev-list', 'old', '^main'), '');
    repository.git('switch', '--quiet', '--discard-changes', 'main');
    assert.deepEqual(await updated('SHOP-1'), ['SHOP-1: kept', 'SHOP-1: root']);
    repository.git('switch', '--quiet', 'old');
    assert.deepEqual(await updated('SHOP-1'), ['SHOP-1: kept', 'SHOP-1: root']);
  });
});
