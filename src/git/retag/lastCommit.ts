import type { Git } from '../run/git';
import { branchCommitOf, type BranchCommit, type CommitKeyRules } from './branchCommit';
import { withEarlier } from './earlierMessages';
import { headBranch } from '../branches/headBranch';
import { readLog } from './readLog';
import { unpublishedOnly } from './unpublished';

/** The tip of the current branch. */
export interface LastCommit {
  readonly branch: string;
  readonly commit: BranchCommit;
  /** When it was committed in this worktree, in epoch milliseconds; absent if it got here in another way. */
  readonly madeAt?: number;
}

/**
 * Reads the tip of the current branch.
 *
 * @throws {BranchError} on a detached HEAD and on a branch without commits
 * @throws {GitError} if git fails; an abort rejects with the signal's reason
 */
export async function lastCommit(
  git: Git,
  root: string,
  rules: CommitKeyRules,
  signal: AbortSignal,
): Promise<LastCommit | undefined> {
  const head = await headBranch(git, root, signal);
  const newest = ['rev-list', '--max-count=1', ...unpublishedOnly, '--end-of-options', head.sha];
  const [[logged], unpublished, madeAt] = await Promise.all([
    readLog(git, root, { range: [head.sha], isUnpublishedOnly: false, max: 1 }, signal),
    git.run(root, newest, signal),
    timeOfCommit(git, root, head.sha, signal),
  ]);
  if (!logged) return undefined;
  const described = branchCommitOf(logged, rules, unpublished.trim() !== head.sha);
  const [commit = described] = await withEarlier(git, root, [described], rules, signal);
  return { branch: head.branch, commit, ...(madeAt !== undefined && { madeAt }) };
}

/** When HEAD came to this commit, if it did so by committing. */
async function timeOfCommit(
  git: Git,
  root: string,
  sha: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const args = ['log', '-g', '-1', '--date=unix', '--format=%H %gd %gs'];
  const answer = await git.run(root, [...args, '--end-of-options', 'HEAD'], signal);
  const [, at, time] = /^([0-9a-f]+) [^ ]*@\{(\d+)\} commit(?: \((?:amend|initial)\))?: /.exec(answer) ?? [];
  return at === sha ? Number(time) * 1000 : undefined;
}
