import assert from 'node:assert/strict';
import type { HistoryIndex } from '../../../../src/git/history/historyIndex';
import { HistoryFixture } from './historyFixture';

describe('HistoryIndex, with git notes', () => {
  let repository: HistoryFixture;
  let index: HistoryIndex;

  beforeEach(async () => {
    repository = new HistoryFixture();
    index = await repository.open();
  });
  afterEach(() => repository.remove());

  const updated = (...keys: string[]) => repository.updated(index, ...keys);

  it('follows notes that are added, changed and removed', async () => {
    const first = repository.commit('a.ts', '1', 'One');
    const second = repository.commit('a.ts', '2', 'SHOP-2: two');
    const note = (...args: string[]): unknown => repository.git('notes', '--ref=goals', ...args);
    assert.deepEqual(await updated('SHOP-1', 'SHOP-2'), ['SHOP-2: two']);
    note('add', '-m', 'SHOP-1', first);
    assert.deepEqual(await updated('SHOP-1'), ['One']);
    note('add', '-m', 'see SHOP-1', second);
    note('add', '-f', '-m', 'Initiative: SHOP-3', first);
    assert.deepEqual(await updated('SHOP-1'), ['SHOP-2: two']);
    assert.deepEqual(await updated('SHOP-3'), ['One']);
    assert.deepEqual(index.filesOf(new Set(['SHOP-2', 'SHOP-3'])), [{ path: 'a.ts', commits: 2 }]);
    repository.commit('a.ts', '3', 'Three');
    note('add', '-m', 'SHOP-3', 'HEAD');
    note('remove', first);
    assert.deepEqual(await updated('SHOP-3'), ['Three']);
    repository.git('update-ref', '-d', 'refs/notes/goals');
    assert.deepEqual(await updated('SHOP-1', 'SHOP-2', 'SHOP-3'), ['SHOP-2: two']);
    repository.git('notes', 'add', '-m', 'SHOP-1', first);
    assert.deepEqual(await updated('SHOP-1'), []);
  });

  it('takes no note of a commit that is not part of the history, nor of a file', async () => {
    repository.commit('a.ts', '1', 'One');
    repository.git('switch', '--quiet', '-c', 'side');
    const side = repository.commit('a.ts', '2', 'Side');
    repository.git('switch', '--quiet', 'main');
    await updated();
    repository.git('notes', '--ref=goals', 'add', '-m', 'SHOP-1', side);
    repository.git('notes', '--ref=goals', 'add', '-m', 'SHOP-1', 'HEAD:a.ts');
    assert.deepEqual(await updated('SHOP-1'), []);
    repository.git('merge', '--quiet', '--ff-only', 'side');
    assert.deepEqual(await updated('SHOP-1'), ['Side']);
  });
});
