import assert from 'node:assert/strict';
import { carryNotes, notesToCarry } from '../../../../src/git/retag/carryNotes';
import { assertRefused, never, pipedGit, RetagFixture } from './retagFixture';
import { failed, SaidGit } from '../../../support/saidGit';

const moved = new Map([
  ['a', 'a2'],
  ['b', 'b2'],
]);
const lists: Readonly<Record<string, string>> = {
  '--ref=refs/notes/commits': 'blob1 a\nblob2 x\n',
  '--ref=refs/notes/goals': 'blob3 b\nblob4 a\n',
  '--ref=refs/notes/other': 'blob5 x\n',
};
const refs = 'refs/notes/commits\nrefs/notes/goals\nrefs/notes/other\n';

/** A git with notes in three refs, which knows the person or not. */
const noting = (person: string | Error, known = refs): SaidGit =>
  new SaidGit(([command, ref = '']) =>
    command === 'for-each-ref' ? known : command === 'notes' ? (lists[ref] ?? '') : person,
  );

describe('notesToCarry', () => {
  it('are those of commits that move, under every ref that has some', async () =>
    assert.deepEqual(
      await notesToCarry(noting('Ana'), '/shop', moved, never),
      new Map([
        ['refs/notes/commits', ['a a2\n']],
        ['refs/notes/goals', ['b b2\n', 'a a2\n']],
      ]),
    ));

  it('need a person, but only where there are some', async () => {
    const nobody = failed(128, 'fatal: empty ident name');
    await assertRefused(notesToCarry(noting(nobody), '/shop', moved, never), 'identity');
    assert.equal((await notesToCarry(noting(nobody), '/shop', new Map(), never)).size, 0);
    assert.equal((await notesToCarry(noting(nobody, ''), '/shop', moved, never)).size, 0);
  });
});

describe('carryNotes', () => {
  const copies = new Map([
    ['refs/notes/commits', ['a a2\n']],
    ['refs/notes/goals', ['b b2\n', 'a a2\n']],
  ]);

  it('copies the notes of each ref', async () => {
    const git = new SaidGit(() => '');
    assert.equal(await carryNotes(git, '/shop', copies), true);
    assert.deepEqual(
      git.asked.map(([, ref]) => ref),
      ['--ref=refs/notes/commits', '--ref=refs/notes/goals'],
    );
    assert.deepEqual(git.inputs, ['a a2\n', 'b b2\na a2\n']);
  });

  it('goes on where git fails, and says so', async () => {
    const git = new SaidGit(([, ref]) => (ref === '--ref=refs/notes/commits' ? failed(1) : ''));
    assert.equal(await carryNotes(git, '/shop', copies), false);
    assert.equal(git.inputs.length, 2);
    const bug = new Error('bug');
    await assert.rejects(carryNotes(new SaidGit(() => bug), '/shop', copies), bug);
  });

  it('has nothing to do without notes', async () =>
    assert.equal(await carryNotes(new SaidGit(() => failed(1)), '/shop', new Map()), true));
});

describe('notes of a repository', () => {
  it('follow their commits under every ref, also to a commit that was there before', async () => {
    const repository = new RetagFixture();
    try {
      const [from, to] = [repository.add('One'), repository.add('Two')];
      const carry = async (): Promise<boolean> => {
        const copies = await notesToCarry(pipedGit, repository.root, new Map([[from, to]]), never);
        return carryNotes(pipedGit, repository.root, copies);
      };
      repository.git('notes', 'add', '-m', 'A note', from);
      repository.git('notes', '--ref=review/ci', 'add', '-m', 'Passed', from);
      assert.equal(await carry(), true);
      assert.equal(repository.git('notes', 'show', to), 'A note\n');
      // After an undo, the same rewording makes the same commit, which has a note already.
      repository.git('notes', '--ref=review/ci', 'append', '-m', 'Failed', from);
      assert.equal(await carry(), true);
      assert.equal(repository.git('notes', '--ref=review/ci', 'show', to), 'Passed\n\nFailed\n');
    } finally {
      repository.remove();
    }
  });
});
