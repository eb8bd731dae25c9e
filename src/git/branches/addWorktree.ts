import { basename, dirname, join } from 'node:path';
import type { Git } from '../run/git';

/** The folder for a branch's worktree: beside the repository, in a folder of its worktrees. */
export function worktreePath(root: string, branch: string): string {
  return join(dirname(root), `${basename(root)}.worktrees`, branch.replaceAll('/', '-'));
}

/** Creates a branch and checks it out in a new worktree; the current one stays as it is. @throws {GitError} */
export async function addWorktree(
  git: Git,
  root: string,
  { branch, path, from }: { readonly branch: string; readonly path: string; readonly from: string },
): Promise<void> {
  await git.run(root, ['worktree', 'add', '--quiet', '--no-track', '-b', branch, '--', path, from]);
}
