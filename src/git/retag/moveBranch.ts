import * as l10n from '@vscode/l10n';
import { GitError } from '../run/gitError';
import type { HeadBranch } from '../branches/headBranch';
import { resolveCommit } from '../run/resolveCommit';
import type { Git } from '../run/git';
import { RetagError } from './retagError';
import { locked } from './rewritableBranch';

/** A ref to create or delete together with the move of the branch. */
export interface RefChange {
  readonly kind: 'create' | 'delete';
  readonly ref: string;
  /** The commit that it points to, or pointed to. */
  readonly sha: string;
}

/**
 * Moves a branch from the commit that it was seen at to another with exactly the same files, in one transaction with
 * another change. If the branch has moved meanwhile, nothing changes.
 *
 * @throws {RetagError} if the branch has moved or is locked
 */
export async function moveBranch(
  git: Git,
  root: string,
  { ref, sha: before }: HeadBranch,
  after: string,
  also: RefChange,
  reason: string,
): Promise<void> {
  const trees = await git.run(root, ['rev-parse', `${before}^{tree}`, `${after}^{tree}`]);
  const [treeBefore, treeAfter] = trees.split('\n');
  // Never expected, but index and files stay as they are, so this must hold in any case.
  if (treeBefore !== treeAfter) throw new Error(`The files of ${before} and ${after} differ.`);

  const change = `${also.kind} ${also.ref}\0${also.sha}\0`;
  const args = ['update-ref', '-m', `goal-lens: ${reason}`, '--stdin', '-z'];
  try {
    // Not abortable: git that is stopped here may leave its locks behind.
    await git.run(root, args, { input: `${change}update ${ref}\0${after}\0${before}\0` });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if ((await resolveCommit(git, root, ref)) !== before) {
      throw new RetagError(
        'branchMoved',
        l10n.t('The branch has moved meanwhile, so nothing was changed: try again.'),
      );
    }
    throw error.said.includes('.lock') ? locked() : error;
  }
}
