import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidTagError } from '../../../../src/core/message/commitTag';
import { Git } from '../../../../src/git/run/git';
import { rewordCommits, type Reworded } from '../../../../src/git/retag/rewordCommits';
import { never, pipedGit, RetagFixture } from './retagFixture';

const shape = '--format=%T %an %ae %ad %cn %ce %cd';

describe('rewordCommits', function () {
  this.timeout(30_000);
  let repository: RetagFixture;
  const reword = (...shas: string[]): Promise<Reworded | undefined> =>
    rewordCommits(pipedGit, repository.root, { shas, trailer: 'Initiative', keys: ['SHOP-7'] }, never);
  const log = (...args: string[]): string => repository.git('log', '--date=raw', ...args);

  before(() => {
    repository = new RetagFixture();
    repository.add('Start');
    repository.publish();
    repository.git('switch', '--quiet', '--create', 'feature/cart');
    repository.save();
  });
  afterEach(() => repository.restore());
  after(() => repository.remove());

  it('tags the chosen commits and keeps everything else', async () => {
    const one = repository.add('One\n\nBody.\n');
    const two = repository.add('Two\n\nSigned-off-by: Ana <ana@shop.example>\n');
    const three = repository.add('Three');
    repository.write('file1.txt', 'changed\n');
    repository.write('staged.txt', 'staged\n');
    repository.git('add', 'staged.txt');
    const before = { shapes: log(shape), files: repository.fileState() };

    const reworded = await reword(one, three);
    assert.ok(reworded);
    assert.equal(repository.head(), reworded.after);
    assert.equal(repository.head(reworded.backupRef), three);
    assert.match(
      reworded.backupRef,
      /^refs\/goal-lens\/backup\/feature\/cart\/2\d{3}-\d\d-\d\dT[\d-]+Z-to-[0-9a-f]{16}$/,
    );
    assert.deepEqual([...reworded.commits.keys()], [one, two, three]);
    assert.deepEqual(log('--reverse', '--format=%(trailers:only,separator=%x2C)').trim().split('\n'), [
      'Initiative: SHOP-7',
      'Signed-off-by: Ana <ana@shop.example>',
      'Initiative: SHOP-7',
    ]);
    assert.equal(log(shape), before.shapes);
    assert.equal(repository.fileState(), before.files);
    assert.equal(await repository.message('HEAD~2'), 'One\n\nBody.\n\nInitiative: SHOP-7\n');
    const reflog = repository.git('reflog', '-1', '--format=%gs', 'HEAD');
    assert.equal(reflog.trim(), 'goal-lens: tag commits with Initiative');
    repository.assertSound();
  });

  it('leaves the index file alone, to the byte', async () => {
    const one = repository.add('One');
    const before = readFileSync(join(repository.root, '.git/index'));
    await reword(one);
    assert.deepEqual(readFileSync(join(repository.root, '.git/index')), before);
    assert.equal(repository.git('status', '--porcelain'), '');
  });

  it('does nothing where the commits carry the trailer already', async () => {
    const one = repository.add('One\n\nInitiative: SHOP-7\n');
    const before = repository.state();
    assert.equal(await reword(one), undefined);
    assert.equal(repository.state(), before);
  });

  it('replaces an earlier key, and takes the trailer out for no keys', async () => {
    const one = repository.add('One\n\nInitiative: OLD-1\n');
    const reworded = await reword(one);
    assert.equal(repository.trailers('HEAD'), 'Initiative: SHOP-7');
    const request = { shas: [reworded!.after], trailer: 'Initiative', keys: [] };
    await rewordCommits(pipedGit, repository.root, request, never);
    assert.equal(repository.trailers('HEAD'), '');
  });

  it('keeps what stands under our token and is no reference of ours', async () => {
    const sha = repository.commit('a.txt', '1', 'Fix\n\nInitiative: SHOP-1, OTHER-2');
    const isOurs = (reference: string): boolean => reference.startsWith('SHOP-');
    const request = { shas: [sha], trailer: 'Initiative', keys: ['SHOP-7'], isOurs };
    await rewordCommits(pipedGit, repository.root, request, never);
    assert.equal(log('-1', '--format=%B').trim(), 'Fix\n\nInitiative: SHOP-7\nInitiative: OTHER-2');
  });

  it('keeps merges and moves both of their sides', async () => {
    const one = repository.add('One');
    repository.git('switch', '--quiet', '--create', 'side', 'main');
    const side = repository.add('Side');
    repository.git('switch', '--quiet', 'feature/cart');
    repository.add('Two');
    repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge side', 'side');
    const before = log('--topo-order', shape);
    const reworded = await reword(one, side);
    assert.equal(log('--topo-order', shape), before);
    const parents = log('-1', '--format=%P').trim().split(' ');
    assert.equal(parents.length, 2);
    assert.equal(parents[1], reworded?.commits.get(side));
    assert.deepEqual(reworded?.heldBy, ['refs/heads/side']);
    repository.assertSound();
  });

  it('names the branches that hold a rewritten commit, and neither those below it nor other refs', async () => {
    repository.add('Below');
    repository.git('branch', 'below');
    repository.git('checkout', '--quiet', '-b', 'side');
    const chosen = repository.add('Chosen');
    repository.git('branch', 'holder');
    const above = repository.add('Above');
    repository.git('branch', 'above');
    repository.git('update-ref', 'refs/other/kept', above);
    repository.git('checkout', '--quiet', 'below');
    repository.git('checkout', '--quiet', '-b', 'merged');
    repository.add('Beside');
    repository.git('branch', 'beside');
    repository.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
    repository.git('branch', '--quiet', '-D', 'side');
    const reworded = await rewordCommits(
      pipedGit,
      repository.root,
      { shas: [chosen], trailer: 'Initiative', keys: ['SHOP-7'] },
      never,
    );
    assert.deepEqual(reworded?.heldBy, ['refs/heads/above', 'refs/heads/holder']);
    assert.equal(reworded.commits.size, 3);
    repository.assertSound();
  });

  it('tags a root commit and a merge itself', async () => {
    repository.git('remote', 'remove', 'origin');
    const root = repository.head();
    repository.git('switch', '--quiet', '--create', 'side');
    repository.add('Side');
    repository.git('switch', '--quiet', 'feature/cart');
    repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge side', 'side');
    const reworded = await reword(root, repository.head());
    assert.equal(reworded?.commits.size, 3);
    assert.equal(repository.trailers('HEAD'), 'Initiative: SHOP-7');
    assert.equal(repository.trailers('HEAD^1'), 'Initiative: SHOP-7');
    assert.equal(repository.head('HEAD^2~1'), repository.head('HEAD^1'));
    repository.assertSound();
  });

  it('carries the notes of every notes ref', async () => {
    const one = repository.add('One');
    const two = repository.add('Two');
    repository.git('notes', 'add', '-m', 'A note', one);
    repository.git('notes', '--ref=review/ci', 'add', '-m', 'Passed', two);
    repository.git('notes', '--ref=review/ci', 'add', '-m', 'Other', repository.head('main'));
    await reword(one);
    assert.equal(repository.git('notes', 'show', 'HEAD~1'), 'A note\n');
    assert.equal(repository.git('notes', '--ref=review/ci', 'show', 'HEAD'), 'Passed\n');
    assert.equal(repository.git('notes', '--ref=review/ci', 'show', 'main'), 'Other\n');
    assert.equal(repository.git('notes', 'show', one), 'A note\n');
  });

  it('keeps other headers and an encoding byte for byte', async () => {
    const tree = repository.head('HEAD^{tree}');
    const person = 'J\xfcrgen <j@shop.example> 1700000000 +0530';
    const headers = [
      `tree ${tree}`,
      `parent ${repository.head()}`,
      `author ${person}`,
      `committer ${person}`,
      'encoding ISO-8859-1',
      'HG:extra one',
      ' two',
    ].join('\n');
    const one = await repository.tip(Buffer.from(`${headers}\n\nGr\xfc\xdfe\n\nCa\xa0fe\x85\n`, 'latin1'));
    await reword(one);
    assert.equal(
      await repository.raw('HEAD'),
      `${headers}\n\nGr\xfc\xdfe\n\nCa\xa0fe\x85\n\nInitiative: SHOP-7\n`,
    );
    assert.equal(repository.trailers('HEAD'), 'Initiative: SHOP-7');
    assert.equal(log('-1', '--format=%s', '--encoding=UTF-8').trim(), 'Grüße');
  });

  it('takes hostile messages as text', async () => {
    const messages = [
      'Title',
      'Title\n\n$(touch pwned) `id` && rm -rf / \\',
      '-m\n\n--amend\n',
      '\n\n\nLate title\n\n\n\nBody\n\n\n',
      'Title\r\n\r\nBody\r\n',
      'Title\n\n# not a comment\n\n---\n a | 1 +\n',
      'Initiative: looks like a tag',
      'fixup! Title\n\nCloses #12\n',
      '日本語 😀\n\nCo-authored-by: Łukasz <l@shop.example>\n',
      'Title\n\nparent 0123456789012345678901234567890123456789\n\ngpgsig nothing\n',
    ];
    const shas = messages.map((message) => repository.add(message));
    await reword(...shas);
    const tips = log('--reverse', '--format=%H', `-${messages.length}`).trim().split('\n');
    for (const [at, message] of messages.entries()) {
      const after = await repository.message(tips[at]!);
      assert.ok(after.startsWith(message.trimEnd().split('\n')[0]!), after);
      assert.match(repository.trailers(tips[at]!), /^Initiative: SHOP-7$/m, JSON.stringify(after));
    }
    repository.assertSound();
  });

  it('refuses a key that is not safe in a trailer', async () => {
    const one = repository.add('One');
    const request = { shas: [one], trailer: 'Initiative', keys: ['A-1\nSigned-off-by: Eve'] };
    await assert.rejects(rewordCommits(pipedGit, repository.root, request, never), InvalidTagError);
    assert.equal(repository.head(), one);
  });

  it('works in SHA-256 repositories', async () => {
    const usual = repository;
    repository = new RetagFixture('--object-format=sha256');
    try {
      const one = repository.add('One');
      repository.add('Two');
      repository.git('notes', 'add', '-m', 'A note', one);
      const reworded = await reword(one);
      assert.equal(reworded?.after.length, 64);
      assert.equal(repository.trailers('HEAD~1'), 'Initiative: SHOP-7');
      assert.equal(repository.git('notes', 'show', 'HEAD~1'), 'A note\n');
      repository.assertSound();
    } finally {
      repository.remove();
      repository = usual;
    }
  });

  it('rewrites what a branch is made of, not its replacements', async () => {
    const one = repository.add('One');
    const two = repository.add('Two');
    const other = repository.git('commit-tree', '-m', 'Replacement', `${one}^{tree}`).trim();
    repository.git('replace', one, other);
    await reword(two);
    assert.equal(repository.git('--no-replace-objects', 'rev-parse', 'HEAD~1').trim(), one);
  });

  it('stops when it is told to, at every step, without a trace', async () => {
    const one = repository.add('One');
    const before = repository.state();
    const request = { shas: [one], trailer: 'Initiative', keys: ['SHOP-7'] };
    for (let step = 0; repository.head() === one; step += 1) {
      const abort = new AbortController();
      let left = step;
      const git = new (class extends Git {
        override run(...args: Parameters<Git['run']>): Promise<string> {
          if (left-- === 0) abort.abort();
          return super.run(...args);
        }
      })(() => 'git');
      const running = rewordCommits(git, repository.root, request, abort.signal);
      const outcome = await running.catch((error: unknown) => error);
      if (outcome instanceof Error) {
        assert.equal(outcome.name, 'AbortError');
        assert.equal(repository.state(), before);
      }
      assert.ok(step < 30);
    }
    repository.assertSound();
  });

  it('tags 100 commits at once', async () => {
    const shas = await repository.addMany(Array.from({ length: 100 }, (_, at) => `Commit ${at}\n`));
    const reworded = await reword(...shas);
    assert.equal(reworded?.commits.size, 100);
    assert.equal(log('--format=%(trailers)').match(/Initiative: SHOP-7/g)?.length, 100);
  });
});
