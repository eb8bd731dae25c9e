import * as l10n from '@vscode/l10n';
import type { Git } from '../run/git';
import { answerOf } from '../run/head';
import { resolveCommit } from '../run/resolveCommit';
import { BranchError } from './branchError';

/** The branch that is checked out, and its tip. */
export interface HeadBranch {
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly ref: string;
  readonly sha: string;
}

const branchPrefix = 'refs/heads/';

/**
 * Reads which branch is checked out.
 *
 * @throws {BranchError} on a detached HEAD and on a branch without commits
 */
export async function headBranch(git: Git, root: string, signal: AbortSignal): Promise<HeadBranch> {
  const ref = await answerOf(git.run(root, ['symbolic-ref', '--quiet', 'HEAD'], signal));
  if (!ref?.startsWith(branchPrefix)) {
    throw new BranchError(
      'detachedHead',
      l10n.t('No branch is checked out here: switch to a branch, then try again.'),
    );
  }
  const sha = await resolveCommit(git, root, ref, signal);
  if (!sha) {
    throw new BranchError('noCommits', l10n.t('This branch has no commits yet: make one, then try again.'));
  }
  return { branch: ref.slice(branchPrefix.length), ref, sha };
}
