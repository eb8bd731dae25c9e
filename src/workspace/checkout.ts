import type { Git } from '../git/run/git';
import { answerOf, readHead } from '../git/run/head';

/** A repository with what is checked out in it. */
export interface Checkout {
  /** The top of the work tree. */
  readonly root: string;
  /** The git folder that all its worktrees share. */
  readonly commonDir: string;
  /** Absent on a detached HEAD. */
  readonly branch?: string;
  /** The commit that HEAD points at; absent before the first. */
  readonly head?: string;
}

/**
 * The repository that holds a folder; undefined where none does.
 *
 * @throws {GitError} where git is missing or fails for another reason
 */
export async function checkoutAt(
  git: Git,
  folder: string,
  signal?: AbortSignal,
): Promise<Checkout | undefined> {
  const args = ['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir'];
  const [places, { branch, commit }] = await Promise.all([
    answerOf(git.run(folder, args, signal)),
    readHead(git, folder, signal),
  ]);
  if (places === undefined) return undefined;
  const [root = '', commonDir = ''] = places.split('\n');
  return {
    root,
    commonDir,
    ...(branch !== undefined && { branch }),
    ...(commit !== undefined && { head: commit }),
  };
}
