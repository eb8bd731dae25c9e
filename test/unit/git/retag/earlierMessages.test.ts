import assert from 'node:assert/strict';
import type { BranchCommit } from '../../../../src/git/retag/branchCommit';
import { withEarlier } from '../../../../src/git/retag/earlierMessages';
import { never, pipedGit, RetagFixture } from './retagFixture';
import { failed, SaidGit } from '../../../support/saidGit';

const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
const amend = 'commit (amend): Fix';

function commit(sha: string, harm?: 'untitled' | 'glued'): BranchCommit {
  const harmed = { harm } as unknown as NonNullable<BranchCommit['harmed']>;
  return { sha, ...(harm && { harmed }) } as BranchCommit;
}

/** The reflog as git prints it: newest first, each step with the commit, how it came, and its message. */
const reflog = (...steps: (readonly [sha: string, how: string, message: string])[]): SaidGit =>
  new SaidGit(() => `${steps.flat().join('\0')}\0`);

async function earlierIn(git: SaidGit, ...commits: readonly BranchCommit[]): Promise<unknown[]> {
  const found = await withEarlier(git, '/shop', commits, rules, never);
  assert.deepEqual(
    found.map(({ sha }) => sha),
    commits.map(({ sha }) => sha),
  );
  return found.map(({ earlier }) => earlier);
}

describe('what a commit said before it was amended', () => {
  const lost = 'Initiative: SHOP-7';

  it('is the newest message with a title, back through amends', async () => {
    const git = reflog(
      ['x', 'commit: Later', 'Later'],
      ['c', amend, lost],
      ['b', amend, lost],
      ['b0', amend, ' \n'],
      ['a', 'commit: Fix', 'Fix totals'],
      ['0', 'commit: Start', 'Start'],
    );
    assert.deepEqual(await earlierIn(git, commit('x'), commit('c', 'untitled')), [undefined, 'Fix totals']);
  });

  it('is unknown beyond the commit that was amended', async () => {
    const git = reflog(['b', amend, lost], ['a', 'commit: x', lost], ['0', 'commit: Start', 'Start']);
    assert.deepEqual(await earlierIn(git, commit('b', 'untitled')), [undefined]);
    assert.deepEqual(await earlierIn(reflog(['b', amend, lost]), commit('b', 'untitled')), [undefined]);
  });

  it('is unknown of a commit that was made in another way', async () => {
    const git = reflog(['b', 'rebase (pick): x', lost], ['a', 'commit: Fix', 'Fix totals']);
    assert.deepEqual(await earlierIn(git, commit('b', 'untitled'), commit('c', 'untitled')), [
      undefined,
      undefined,
    ]);
  });

  it('is that before its own amend, whatever was amended or checked out later', async () => {
    const git = reflog(
      ['d', amend, lost],
      ['c', 'commit: Other', 'Other'],
      ['b', 'checkout: moving from side to main', lost],
      ['side', 'checkout: moving from main to side', 'Side'],
      ['b', amend, lost],
      ['a', 'commit: Fix', 'Fix totals'],
    );
    assert.deepEqual(await earlierIn(git, commit('d', 'untitled'), commit('b', 'untitled')), [
      'Other',
      'Fix totals',
    ]);
  });

  it('is looked for only where a commit lost its title', async () => {
    const git = reflog();
    assert.deepEqual(await earlierIn(git, commit('a'), commit('b', 'glued')), [undefined, undefined]);
    assert.deepEqual(git.asked, []);
  });

  it('is unknown where there is no reflog, but an abort and a bug are told', async () => {
    const commits = [commit('a', 'untitled')];
    assert.deepEqual(await earlierIn(new SaidGit(() => failed(128)), ...commits), [undefined]);
    const bug = new Error('bug');
    await assert.rejects(withEarlier(new SaidGit(() => bug), '/shop', commits, rules, never), bug);
    const aborted = AbortSignal.abort();
    await assert.rejects(withEarlier(new SaidGit(() => failed(128)), '/shop', commits, rules, aborted));
  });
});

describe('what a reflog says', () => {
  it('is the message with a title, whatever a person configured', async () => {
    const repository = new RetagFixture();
    try {
      repository.add('Büro öffnen\n\nWhy\n');
      repository.git('commit', '--quiet', '--amend', '-m', 'Initiative: SHOP-7');
      const sha = repository.head();
      repository.git('notes', 'add', '-m', 'A note', sha);
      repository.git('config', 'i18n.logOutputEncoding', 'ISO-8859-1');
      repository.git('config', 'color.ui', 'always');
      const found = await withEarlier(pipedGit, repository.root, [commit(sha, 'untitled')], rules, never);
      assert.deepEqual(
        found.map(({ earlier }) => earlier),
        ['Büro öffnen\n\nWhy\n'],
      );
    } finally {
      repository.remove();
    }
  });
});
