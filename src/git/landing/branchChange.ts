import type { CheckedCommit } from '../../core/check/checkCommits';
import { branchBase } from '../branches/branchBase';
import { headBranch } from '../branches/headBranch';
import type { Git } from '../run/git';
import { readChangeRange } from './changeRange';

/**
 * The commits of the current branch that its base does not have, oldest first; none on the base itself.
 *
 * @throws {BranchError} on a detached HEAD and on a branch without commits
 * @throws {LandingError} if a shallow clone cuts them off
 * @throws {GitError} and the signal's reason
 */
export async function readBranchChange(
  git: Git,
  root: string,
  signal: AbortSignal,
): Promise<readonly CheckedCommit[]> {
  const head = await headBranch(git, root, signal);
  const base = await branchBase(git, root, head, signal);
  if (!base) return [];
  const range = { base: base.sha, head: head.sha, bots: [] };
  return (await readChangeRange(git, root, range, signal)).commits;
}
