import assert from 'node:assert/strict';
import {
  branchCommitOf,
  type BranchCommit,
  type CommitKeyRules,
} from '../../../../src/git/retag/branchCommit';
import type { LoggedCommit } from '../../../../src/git/retag/readLog';

const rules: CommitKeyRules = { trailer: 'Initiative', projects: new Set(['SHOP']) };

/** What is read of a commit with this message. */
function commitOf(message: string, more: Partial<LoggedCommit> = {}, isPublished = false): BranchCommit {
  const [subject = '', ...body] = message.split('\n\n');
  const logged = {
    sha: 'a'.repeat(40),
    parents: ['b'.repeat(40)],
    authorTime: 1,
    subject,
    body: body.join('\n\n'),
    message,
    note: '',
    files: ['a.ts'],
  };
  return branchCommitOf({ ...logged, ...more }, rules, isPublished);
}

describe('a commit of a branch', () => {
  it('has what git logged, but not its note and its parents', () => {
    const { sha, authorTime, subject, body, message, files, ...rest } = commitOf('Fix\n\nText\n');
    assert.deepEqual(
      [sha, authorTime, subject, body, message, files],
      ['a'.repeat(40), 1, 'Fix', 'Text\n', 'Fix\n\nText\n', ['a.ts']],
    );
    assert.deepEqual(rest, {
      keys: [],
      isMerge: false,
      isWithoutGoal: false,
      isPublished: false,
      isExempt: false,
      isNoted: false,
    });
    assert.equal(commitOf('Fix', {}, true).isPublished, true);
  });

  it('has the goals of its message and its note', () => {
    const note = 'Initiative: SHOP-8\n';
    const { keys, isNoted } = commitOf('Fix SHOP-1\n\nInitiative: SHOP-7', { note });
    assert.deepEqual(
      keys.map(({ key, by }) => `${key} ${by}`),
      ['SHOP-7 trailer', 'SHOP-1 subject', 'SHOP-8 note'],
    );
    assert.equal(isNoted, true);
    assert.equal(commitOf('Fix', { note: 'Reviewed' }).isNoted, false);
  });

  it('says that it serves no goal, under our token alone', () => {
    assert.equal(commitOf('Fix\n\ninitiative: none (spike)').isWithoutGoal, true);
    assert.equal(commitOf('Fix\n\nInitiative: SHOP-7\nInitiative: none').isWithoutGoal, true);
    assert.equal(commitOf('Fix\n\nRefs: none').isWithoutGoal, false);
    assert.equal(commitOf('Fix\n\nInitiative: SHOP-7').isWithoutGoal, false);
  });

  it('is harmed where our trailer took its title, unless it is a merge', () => {
    const untitled = 'Initiative: SHOP-7';
    assert.equal(commitOf(untitled).harmed?.harm, 'untitled');
    const merge = commitOf(untitled, { parents: ['b', 'c'] });
    assert.deepEqual([merge.isMerge, 'harmed' in merge], [true, false]);
    assert.equal('harmed' in commitOf('Fix'), false);
  });

  it('is exempt where it says so, or has words of its own in our trailer’s place', () => {
    assert.equal(commitOf('Fix\n\nInitiative: none (spike)').isExempt, true);
    assert.equal(commitOf('Fix\n\nInitiative: so it was said').isExempt, true);
    assert.equal(commitOf('fixup! Fix').isExempt, true);
    assert.equal(commitOf('Fix\n\nInitiative: SHOP-7').isExempt, false);
    assert.equal(commitOf('Initiative: SHOP-7Second change').isExempt, false);
  });
});
