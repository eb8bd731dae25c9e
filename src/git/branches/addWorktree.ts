import { basename, dirname, join } from 'node:path';
import type { Git } from '../run/git';

/**
 * The folder for a branch's worktree: beside the main working tree, in a folder of its worktrees, from whichever of them
 * it is made. That of a submodule stands beside the outermost project, which would otherwise have it among its files.
 *
 * @param commonDir the git folder that all worktrees share, as an absolute path
 */
export function worktreePath(commonDir: string, branch: string): string {
  const [, main = commonDir, module] =
    /^(.*?)[\\/]\.git(?:$|[\\/](?:worktrees[\\/][^\\/]+[\\/])?modules[\\/](.+)$)/.exec(commonDir) ?? [];
  const name = module === undefined ? branch : `${module}/${branch}`;
  return join(dirname(main), `${basename(main)}.worktrees`, name.replaceAll(/[\\/]/g, '-'));
}

/** Creates a branch and checks it out in a new worktree; the current one stays as it is. @throws {GitError} */
export async function addWorktree(
  git: Git,
  root: string,
  { branch, path, from }: { readonly branch: string; readonly path: string; readonly from: string },
): Promise<void> {
  await git.run(root, ['worktree', 'add', '--quiet', '--no-track', '-b', branch, '--', path, from]);
}
