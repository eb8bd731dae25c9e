import assert from 'node:assert/strict';
import { affectedCommits } from '../../../../src/git/retag/affectedCommits';
import { assertRefused, never, pipedGit, restoredRepository } from './retagFixture';
import { failed, SaidGit } from '../../../support/saidGit';

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

describe('affectedCommits of a repository', () => {
  const repository = restoredRepository();
  const affectedIn = async (...chosen: string[]): Promise<string[]> => {
    const branch = { branch: 'main', ref: 'refs/heads/main', sha: repository.head() };
    return [...(await affectedCommits(pipedGit, repository.root, branch, new Set(chosen), never)).keys()];
  };
  it('leave out what a tag or a remote has, and what another branch has alone', async () => {
    const start = repository.head();
    repository.git('tag', 'v1');
    const one = repository.add('One');
    repository.git('update-ref', 'refs/remotes/fork/topic', one);
    const [two, three] = [repository.add('Two'), repository.add('Three')];
    assert.deepEqual(await affectedIn(two), [two, three]);
    for (const sha of [start, one]) await assertRefused(affectedIn(sha), 'published');
    repository.git('reset', '--quiet', '--hard', two);
    for (const sha of [three, 'f'.repeat(40)]) await assertRefused(affectedIn(sha), 'notOnBranch');
  });

  it('go by what commits are made of, whatever replaces them', async () => {
    const [start, one, two] = [repository.head(), repository.add('One'), repository.add('Two')];
    repository.git('replace', '--graft', two, start);
    assert.deepEqual(await affectedIn(one), [one, two]);
  });

  it('come parents first, whatever the clocks of their authors said', async () => {
    const tree = repository.head('HEAD^{tree}');
    const at = (time: number, ...parents: string[]): Promise<string> => {
      const person = `Ana <ana@shop.example> ${time} +0000`;
      const lines = [
        ...parents.map((parent) => `parent ${parent}`),
        `author ${person}`,
        `committer ${person}`,
      ];
      return repository.tip(`tree ${tree}\n${lines.join('\n')}\n\nAt ${time}\n`);
    };
    const late = await at(9000, repository.head());
    const side = await at(5, late);
    const sideEnd = await at(6, side);
    const main = await at(10, late);
    const merge = await at(11, main, sideEnd);
    const found = await affectedIn(late);
    assert.deepEqual(found.toSorted(), [late, side, sideEnd, main, merge].sort());
    assert.equal(found[0], late);
    assert.ok(found.indexOf(side) < found.indexOf(sideEnd));
    assert.equal(found.at(-1), merge);
  });
});
