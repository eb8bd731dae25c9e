import * as l10n from '@vscode/l10n';
import type { Git } from '../run/git';
import { answerOf } from '../run/head';
import { RetagError } from './retagError';

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
 * @throws {RetagError} on a detached HEAD and on a branch without commits
 */
export async function headBranch(git: Git, root: string, signal: AbortSignal): Promise<HeadBranch> {
  const ref = await answerOf(git.run(root, ['symbolic-ref', '--quiet', 'HEAD'], signal));
  if (!ref?.startsWith(branchPrefix)) {
    throw new RetagError(
      'detachedHead',
      l10n.t('No branch is checked out here: switch to a branch, then try again.'),
    );
  }
  const sha = await resolveCommit(git, root, ref, signal);
  if (!sha) {
    throw new RetagError('noCommits', l10n.t('This branch has no commits yet: make one, then try again.'));
  }
  return { branch: ref.slice(branchPrefix.length), ref, sha };
}

/** The commit that a full ref name points to; undefined if there is none. */
export function resolveCommit(
  git: Git,
  root: string,
  ref: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  return answerOf(git.run(root, args, signal));
}
