import type { Git } from './git';

/** Where a repository keeps its parts, as absolute paths. */
export interface RepositoryPlace {
  /** Of this worktree. */
  readonly gitDir: string;
  /** Shared by all worktrees. */
  readonly commonDir: string;
}

/** Finds a repository's folders. @throws {GitError} such as `notARepository` */
export async function placeOf(git: Git, root: string, signal?: AbortSignal): Promise<RepositoryPlace> {
  const both = ['rev-parse', '--path-format=absolute', '--absolute-git-dir', '--git-common-dir'];
  const [first, second, ...rest] = (await git.run(root, both, signal)).trimEnd().split(/\r?\n/);
  if (first !== undefined && second !== undefined && rest.length === 0) {
    return { gitDir: first, commonDir: second };
  }
  // A folder's name contains a line break.
  const ask = async (option: string): Promise<string> =>
    (await git.run(root, ['rev-parse', '--path-format=absolute', option], signal)).replace(/\r?\n$/, '');
  const [gitDir, commonDir] = await Promise.all([ask('--absolute-git-dir'), ask('--git-common-dir')]);
  return { gitDir, commonDir };
}
