import assert from 'node:assert/strict';
import { resolveCommit } from '../../../../src/git/run/resolveCommit';
import { failed, SaidGit } from '../../../support/saidGit';

const saying = (answer: string | Error): SaidGit => new SaidGit(() => answer);

describe('resolveCommit', () => {
  it('is a commit, or none where git says no', async () => {
    assert.equal(await resolveCommit(saying('abc\n'), '/shop', 'refs/x'), 'abc');
    assert.equal(await resolveCommit(saying(failed(1)), '/shop', 'refs/x'), undefined);
    await assert.rejects(resolveCommit(saying(failed(128)), '/shop', 'refs/x'));
  });
});
