import assert from 'node:assert/strict';
import { HistoryFixture, importCommits, subjectsOf } from './historyFixture';

describe('HistoryIndex, whatever is configured and committed', () => {
  let repository: HistoryFixture;
  const keys = new Set(['SHOP-1']);

  beforeEach(() => {
    repository = new HistoryFixture();
  });
  afterEach(() => repository.remove());

  it('is not misled by the configuration', async () => {
    repository.commit('a.ts', '1', 'SHOP-1: ä');
    const config = {
      'log.showSignature': 'true',
      'log.follow': 'true',
      'log.diffMerges': 'on',
      'log.date': 'relative',
      'log.decorate': 'full',
      'color.ui': 'always',
      'format.pretty': 'oneline',
      'format.notes': 'true',
      'notes.displayRef': 'refs/notes/*',
      'i18n.logOutputEncoding': 'latin1',
      'diff.renames': 'copies',
      'diff.noprefix': 'true',
      'diff.relative': 'true',
      'core.quotePath': 'true',
      'diff.external': 'false',
      'trailer.separators': '=',
    };
    for (const [name, value] of Object.entries(config)) repository.git('config', name, value);
    repository.git('notes', 'add', '-m', 'SHOP-9', 'HEAD');
    repository.git('notes', '--ref=goals', 'add', '-m', 'SHOP-2', 'HEAD');
    repository.commit('ü/b.ts', '1', 'Two\n\nInitiative: SHOP-1\n');
    const index = await repository.open();
    await index.update();
    assert.deepEqual(subjectsOf(index, 'SHOP-1'), ['Two', 'SHOP-1: ä']);
    assert.deepEqual(subjectsOf(index, 'SHOP-2'), ['SHOP-1: ä']);
    assert.deepEqual(subjectsOf(index, 'SHOP-9'), []);
    assert.deepEqual(
      index.filesOf(keys).map(({ path }) => path),
      ['a.ts', 'ü/b.ts'],
    );
  });

  it('reads whatever people and machines commit', async () => {
    const odd = [
      '-rf',
      '--output=x',
      'a\nb.ts',
      'a"b\\c',
      ' lead',
      'f'.repeat(40),
      '1'.repeat(40),
      '[ab]*.ts',
      ':(top)x',
    ];
    const [first = ''] = importCommits(repository.root, [
      { message: 'SHOP-1: odd names', files: [...odd, Buffer.from([0x66, 0xe9])] },
      { message: '', files: ['empty.ts'] },
      { message: Buffer.from('SHOP-1: caf\xe9\n\nInitiative: SHOP-2\n', 'latin1') },
      { message: '\n\n  SHOP-1: late start\nsecond line\r\n\r\nInitiative: SHOP-3\r\n' },
      { message: `SHOP-1: long\n\n${'word '.repeat(400_000)}\n\nInitiative: SHOP-4\n` },
      { message: `SHOP-1: ${'x'.repeat(1_000_000)}` },
    ]);
    // A file that is named as the commit that git tells of next.
    repository.git('reset', '--quiet', '--hard');
    repository.commit(first, '1', 'SHOP-5: named as a commit');
    repository.commit('SHOP-5', '1', 'SHOP-5');
    const index = await repository.open();
    await index.update();
    assert.deepEqual(
      index
        .filesOf(keys)
        .map(({ path }) => path)
        .sort(),
      [...odd, 'f\ufffd'].sort(),
    );
    assert.deepEqual(subjectsOf(index, 'SHOP-2'), ['SHOP-1: caf\ufffd']);
    assert.deepEqual(subjectsOf(index, 'SHOP-3'), ['  SHOP-1: late start second line']);
    assert.deepEqual(subjectsOf(index, 'SHOP-4'), ['SHOP-1: long']);
    assert.deepEqual(
      subjectsOf(index, 'SHOP-1')
        .map(({ length }) => length)
        .slice(0, 1),
      [256],
    );
    assert.deepEqual(
      index.filesOf(new Set(['SHOP-5'])).map(({ path }) => path),
      ['SHOP-5', first].sort(),
    );
    assert.equal(index.stats.commits, 8);
  });
});
