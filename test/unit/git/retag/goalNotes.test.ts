import assert from 'node:assert/strict';
import { InvalidTagError } from '../../../../src/core/message/commitTag';
import { editNote, keysOfNote } from '../../../../src/git/retag/goalNote';
import { writeGoalNotes } from '../../../../src/git/retag/goalNotes';
import { Git } from '../../../../src/git/run/git';
import { assertRefused, never, pipedGit, RetagFixture } from './retagFixture';
import { failed } from '../../../support/saidGit';

describe('goal notes', function () {
  this.timeout(30_000);
  let repository: RetagFixture;
  let one: string;
  let two: string;
  const write = (shas: readonly string[], keys: readonly string[], git = pipedGit): Promise<string[]> =>
    writeGoalNotes(git, repository.root, { shas, trailer: 'Initiative', keys }, never);
  const show = (sha: string): string => repository.git('notes', '--ref=goals', 'show', sha);
  const tip = (): string => repository.git('for-each-ref', 'refs/notes');

  before(() => {
    repository = new RetagFixture();
    one = repository.add('One');
    two = repository.add('Two');
    repository.save();
  });
  afterEach(() => repository.restore());
  after(() => repository.remove());

  it('are trailers under refs/notes/goals, and leave the commits alone', async () => {
    assert.deepEqual(await write([one, two], ['SHOP-7', 'PAY-3']), [one, two]);
    assert.equal(show(one), 'Initiative: SHOP-7\nInitiative: PAY-3\n');
    assert.equal(show(two), 'Initiative: SHOP-7\nInitiative: PAY-3\n');
    assert.equal(repository.head(), two);
    assert.equal(repository.git('rev-list', '--count', 'refs/notes/goals').trim(), '1');
    assert.equal(
      repository.git('log', '-1', '--format=%an <%ae> %B', 'refs/notes/goals'),
      'Ana <ana@shop.example> goal-lens: goals of commits\n\n',
    );
    repository.assertSound();
  });

  it('are written once', async () => {
    await write([one], ['SHOP-7']);
    const before = tip();
    assert.deepEqual(await write([one], ['shop-7']), []);
    assert.equal(tip(), before);
    assert.deepEqual(await write([one, two], ['SHOP-7']), [two]);
  });

  it('stand below what a note says already, to the byte', async () => {
    repository.git('notes', '--ref=goals', 'add', '-m', 'Why:  it was lost.\n\nReviewed-by: Bo', one);
    const blob = Buffer.from('Caf\xe9\n\n', 'latin1');
    const sha = (await pipedGit.bytes(repository.root, ['hash-object', '-w', '--stdin'], { input: blob }))
      .toString()
      .trim();
    repository.git('notes', '--ref=goals', 'add', '-C', sha, two);
    await write([one, two], ['SHOP-7']);
    assert.equal(show(one), 'Why:  it was lost.\n\nReviewed-by: Bo\nInitiative: SHOP-7\n');
    const bytes = await pipedGit.bytes(repository.root, ['notes', '--ref=goals', 'show', two]);
    assert.equal(bytes.toString('latin1'), 'Caf\xe9\n\nInitiative: SHOP-7\n');
    await write([one], ['PAY-3']);
    assert.equal(show(one), 'Why:  it was lost.\n\nReviewed-by: Bo\nInitiative: PAY-3\n');
  });

  it('keep their history', async () => {
    await write([one, two], ['SHOP-7']);
    assert.deepEqual(await write([one], ['PAY-3']), [one]);
    assert.equal(show(two), 'Initiative: SHOP-7\n');
    const before = ['--ref=refs/notes/goals', 'show', one];
    assert.equal(show(one), 'Initiative: PAY-3\n');
    repository.git('update-ref', 'refs/notes/goals', 'refs/notes/goals@{1}');
    assert.equal(repository.git('notes', ...before), 'Initiative: SHOP-7\n');
  });

  it('are found among a thousand', async () => {
    const many = await repository.addMany(Array.from({ length: 1000 }, (_, at) => `Commit ${at}\n`));
    await write(many, ['SHOP-7']);
    await write(many.slice(0, 10), ['SHOP-8']);
    assert.equal(repository.git('notes', '--ref=goals', 'list').trim().split('\n').length, 1000);
    assert.equal(show(many[9]!), 'Initiative: SHOP-8\n');
    assert.equal(show(many[10]!), 'Initiative: SHOP-7\n');
    assert.equal(show(many[999]!), 'Initiative: SHOP-7\n');
    repository.assertSound();
  });

  it('are not written over what somebody else wrote meanwhile', async () => {
    await write([one], ['SHOP-7']);
    class RacingGit extends Git {
      override bytes(...args: Parameters<Git['bytes']>): Promise<Buffer> {
        if (args[1][0] === 'fast-import')
          repository.git('notes', '--ref=goals', 'append', '-m', 'Meanwhile', one);
        return super.bytes(...args);
      }
    }
    await assertRefused(write([one], ['SHOP-8'], new RacingGit(() => 'git')), 'notesMoved');
    assert.match(show(one), /Meanwhile/);
  });

  it('are told to have changed only where they have', async () => {
    for (const error of [failed(128, 'disk full'), new Error('bug')]) {
      const failing = new (class extends Git {
        override bytes(...args: Parameters<Git['bytes']>): Promise<Buffer> {
          return args[1][0] === 'fast-import' ? Promise.reject(error) : super.bytes(...args);
        }
      })(() => 'git');
      await assert.rejects(write([one], ['SHOP-7'], failing), error);
    }
    assert.equal(tip(), '');
  });

  it('are refused for what is not a commit, and without a name', async () => {
    await assertRefused(write(['f'.repeat(40)], ['SHOP-7']), 'unknownCommit');
    await assertRefused(write([repository.head('HEAD^{tree}')], ['SHOP-7']), 'unknownCommit');
    await assertRefused(write([`${one}\nN inline x`], ['SHOP-7']), 'unknownCommit');
    await assertRefused(write([], ['SHOP-7']), 'nothingChosen');
    await assert.rejects(write([one], ['A-1\nB: 2']), InvalidTagError);
    repository.git('config', 'user.name', '');
    await assertRefused(write([one], ['SHOP-7']), 'identity');
    assert.equal(tip(), '');
  });

  it('work in SHA-256 repositories', async () => {
    const usual = repository;
    repository = new RetagFixture('--object-format=sha256');
    try {
      const commit = repository.add('One');
      await write([commit], ['SHOP-7']);
      assert.equal(show(commit), 'Initiative: SHOP-7\n');
    } finally {
      repository.remove();
      repository = usual;
    }
  });

  it('are read in every paragraph, as merged notes have several', () => {
    const merged = 'Initiative: SHOP-7\n\nWhy\n\ninitiative: PAY-3, shop-7\n';
    assert.deepEqual(keysOfNote(merged, 'Initiative'), ['SHOP-7', 'PAY-3']);
    assert.equal(editNote(merged, 'Initiative', ['PAY-3', 'SHOP-7']), merged);
    assert.equal(editNote(merged, 'Initiative', ['A-1']), '\nWhy\n\nInitiative: A-1\n');
  });
});
