import assert from 'node:assert/strict';
import { FileHistory } from '../../../../src/git/history/fileHistory';
import { Git } from '../../../../src/git/run/git';
import { HistoryFixture, shopRules, subjectsOf } from './historyFixture';

describe('HistoryIndex', () => {
  let repository: HistoryFixture;
  beforeEach(() => {
    repository = new HistoryFixture();
  });
  afterEach(() => repository.remove());

  it('finds commits by trailer, subject, text and note, newest first', async () => {
    repository.commit('a.ts', '1', 'Start');
    repository.git('notes', '--ref=goals', 'add', '-m', 'Initiative: SHOP-7', 'HEAD');
    repository.commit('a.ts', '2', 'Body\n\nIt is for shop-7.\n');
    repository.commit('a.ts', '3', 'SHOP-7: subject');
    const sha = repository.commit('a.ts', '4', 'SHOP-7 too\n\nText.\n\ninitiative: SHOP-7, SHOP-8\n');
    repository.commit('b.ts', '1', 'Other SHOP-77, XSHOP-7, SHOP-7a, UTF-7');
    const index = await repository.open();
    assert.deepEqual(index.commitsOf(new Set(['SHOP-7'])), []);
    assert.equal(await index.update(), true);
    const found = index.commitsOf(new Set(['shop-7']));
    assert.deepEqual(
      found.map(({ subject, by }) => [subject, by]),
      [
        ['SHOP-7 too', 'trailer'],
        ['SHOP-7: subject', 'subject'],
        ['Body', 'body'],
        ['Start', 'note'],
      ],
    );
    assert.equal(found[0]?.sha, sha);
    assert.ok(Math.abs(found[0].time - Date.now() / 1000) < 600);
    assert.equal(await index.update(), false);
    assert.deepEqual(subjectsOf(index, 'SHOP-8', 'SHOP-77'), [
      'Other SHOP-77, XSHOP-7, SHOP-7a, UTF-7',
      'SHOP-7 too',
    ]);
    assert.deepEqual(index.commitsOf(new Set(['SHOP-7']), 1), found.slice(0, 1));
    assert.deepEqual(index.commitsOf(new Set(['SHOP-9'])), []);
    assert.equal(index.stats.commits, 5);
  });

  it('knows the commits of a file as git does, at the commit that it was read at', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: one');
    repository.commit('a.ts', '2', 'No goal');
    repository.commit('b.ts', '1', 'SHOP-9: elsewhere');
    const before = repository.commit('a.ts', '3', 'Three\n\nInitiative: SHOP-2\n');
    const index = await repository.open();
    assert.deepEqual(index.commitsTouching('a.ts', before), []);
    await index.update();
    const files = new FileHistory(new Git(() => 'git'));
    await files.read(repository.root, before, 'a.ts', new AbortController().signal);
    const expected = files.peek(repository.root, before, 'a.ts', shopRules);
    assert.deepEqual(
      index.commitsTouching('a.ts', before),
      expected?.filter(({ keys }) => keys.length > 0),
    );
    assert.equal(index.commitsTouching('a.ts', before).length, 2);
    assert.deepEqual(index.commitsTouching('c.ts', before), []);
    const after = repository.commit('a.ts', '4', 'SHOP-3: four');
    assert.deepEqual(index.commitsTouching('a.ts', after), []);
  });

  it('counts the files of a goal, most touched first', async () => {
    repository.commit('b.ts', '1', 'SHOP-1: one');
    repository.commit('z/a.ts', '1', 'SHOP-1: two');
    repository.commit('z/a.ts', '2', 'SHOP-1: three');
    repository.commit('c.ts', '1', 'No goal');
    repository.git('mv', 'b.ts', 'moved.ts');
    repository.git('commit', '--quiet', '-m', 'SHOP-1: move');
    const index = await repository.open();
    await index.update();
    const expected = [
      { path: 'b.ts', commits: 2 },
      { path: 'z/a.ts', commits: 2 },
      { path: 'moved.ts', commits: 1 },
    ];
    assert.deepEqual(index.filesOf(new Set(['SHOP-1'])), expected);
    assert.deepEqual(index.filesOf(new Set(['SHOP-1']), 1), expected.slice(0, 1));
    assert.deepEqual(index.filesOf(new Set(['SHOP-2'])), []);
  });

  it('counts no file twice for a merge, but for what the merge itself says', async () => {
    repository.commit('a.ts', '1', 'Start');
    repository.git('switch', '--quiet', '-c', 'side');
    repository.commit('side.ts', '1', 'SHOP-2: side');
    repository.git('switch', '--quiet', 'main');
    repository.commit('main.ts', '1', 'Main');
    repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge SHOP-2', 'side');
    const index = await repository.open();
    await index.update();
    assert.deepEqual(subjectsOf(index, 'SHOP-2'), ['Merge SHOP-2', 'SHOP-2: side']);
    assert.deepEqual(index.filesOf(new Set(['SHOP-2'])), [{ path: 'side.ts', commits: 1 }]);
    assert.equal(index.stats.withoutPaths, 0);
  });

  it('answers under other rules without reading the commits again', async () => {
    repository.commit('a.ts', '1', 'CART-3 and MY-CART-4\n\nRefs: checkout\n');
    const index = await repository.open();
    await index.update();
    assert.equal(index.stats.keys, 0);
    assert.equal(index.stats.withoutPaths, 0);
    index.setRules({ trailer: 'Refs', projects: new Set(['CART']) });
    assert.equal(index.commitsOf(new Set(['CHECKOUT']))[0]?.by, 'trailer');
    assert.deepEqual(subjectsOf(index, 'CART-3').length, 1);
    assert.deepEqual(subjectsOf(index, 'CART-4').length, 1);
    assert.equal(index.stats.withoutPaths, 1);
    assert.deepEqual(index.filesOf(new Set(['CART-3'])), []);
    assert.equal(await index.update(), true);
    assert.deepEqual(index.filesOf(new Set(['CART-3'])), [{ path: 'a.ts', commits: 1 }]);
    index.setRules({ trailer: 'Refs', projects: new Set(['CART', 'MY-CART']) });
    assert.deepEqual(subjectsOf(index, 'CART-4'), []);
    assert.deepEqual(subjectsOf(index, 'MY-CART-4').length, 1);
    index.setRules(shopRules);
    assert.deepEqual(subjectsOf(index, 'CART-3', 'CHECKOUT'), []);
  });

  it('knows what was read when it is opened again, before any update', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: one');
    const folder = repository.folder();
    const first = await repository.open({ folder });
    await first.update();
    const again = await repository.open({ folder });
    const keys = new Set(['SHOP-1']);
    assert.deepEqual(again.commitsOf(keys), first.commitsOf(keys));
    assert.deepEqual(again.filesOf(keys), first.filesOf(keys));
    assert.equal(await again.update(), false);
    assert.deepEqual({ ...again.stats, storeBytes: 0 }, { ...first.stats, storeBytes: 0 });
  });

  it('tells how far it is', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: one');
    repository.commit('a.ts', '2', 'two');
    const told: unknown[] = [];
    await (await repository.open()).update(undefined, (...progress) => told.push(progress));
    assert.deepEqual(told, [
      ['commits', 2],
      ['paths', 1],
    ]);
  });
});
