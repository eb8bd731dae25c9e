import assert from 'node:assert/strict';
import { affectedCommits } from '../../../../src/git/retag/affectedCommits';
import { assertRefused, never } from './retagFixture';
import { failed, SaidGit } from './saidGit';

const head = { branch: 'main', ref: 'refs/heads/main', sha: 'd' };

/** What is affected in a history as git lists it, newest first, and what git says of an ancestor. */
const affected = (lines: readonly string[], chosen: readonly string[], ancestor: string | Error = '') =>
  affectedCommits(
    new SaidGit((args) => (args.includes('rev-list') ? `${lines.join('\n')}\n` : ancestor)),
    '/shop',
    head,
    new Set(chosen),
    never,
  );

describe('affectedCommits', () => {
  const history = ['d c x', 'x a', 'c b', 'b a', 'a 0'];

  it('are the chosen ones and all above them, parents first', async () => {
    assert.deepEqual(
      [...(await affected(history, ['b']))],
      [
        ['b', ['a']],
        ['c', ['b']],
        ['d', ['c', 'x']],
      ],
    );
    assert.deepEqual([...(await affected(history, ['a'])).keys()], ['a', 'b', 'c', 'x', 'd']);
    assert.deepEqual([...(await affected(history, ['d'])).keys()], ['d']);
    assert.deepEqual([...(await affected(['a'], ['a']))], [['a', []]]);
  });

  it('refuse a commit that is not on the branch, or is not there', async () => {
    for (const exitCode of [1, 128])
      await assertRefused(affected(history, ['b', 'unknown-commit'], failed(exitCode)), 'notOnBranch');
    await assert.rejects(affected(history, ['unknown-commit'], failed(129)), failed(129));
    await assert.rejects(affected(history, ['unknown-commit'], new Error('none')), /none/);
  });

  it('refuse a commit of the branch that is published', () =>
    assertRefused(affected(history, ['0']), 'published'));

  it('refuse a commit below the 20,000 newest', async () => {
    const long = (count: number): string[] => Array.from({ length: count }, (_, at) => `c${at} c${at + 1}`);
    await assertRefused(affected(long(20_000), ['c20000']), 'tooOld');
    await assertRefused(affected(long(19_999), ['c20000']), 'published');
  });

  it('name the commit that is refused by its first seven characters', async () => {
    await assert.rejects(affected(history, ['0123456789']), /Commit 0123456 is published/);
    await assert.rejects(affected(history, ['0123456789'], failed(1)), /Commit 0123456 is not on “main”/);
  });
});
