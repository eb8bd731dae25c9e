import type { Git } from './git';

/** Where a repository keeps its parts; absolute paths. */
export interface RepositoryPlace {
  /** Of this worktree. */
  readonly gitDir: string;
  /** Shared by all worktrees. */
  readonly commonDir: string;
}

/** Finds a repository's folders. @throws {GitError} `notARepository` among others */
export async function placeOf(git: Git, root: string, signal?: AbortSignal): Promise<RepositoryPlace> {
  const ask = async (option: string): Promise<string> =>
    (await git.run(root, ['rev-parse', '--path-format=absolute', option], signal)).replace(/\r?\n$/, '');
  const [gitDir, commonDir] = await Promise.all([ask('--absolute-git-dir'), ask('--git-common-dir')]);
  return { gitDir, commonDir };
}
