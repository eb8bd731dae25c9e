import type { Git } from '../git/run/git';
import { answerOf, headIn, headQuestion, linesOf, readHead, type Head } from '../git/run/head';

/** A repository, and what is checked out in it. */
export interface Checkout {
  /** The top of the work tree. */
  readonly root: string;
  /** The git folder of this worktree. */
  readonly gitDir: string;
  /** The git folder that all worktrees share. */
  readonly commonDir: string;
  /** Absent on a detached HEAD. */
  readonly branch?: string;
  /** The commit that HEAD points at; absent before the first. */
  readonly head?: string;
}

/**
 * The repository that contains a folder; undefined if there is none.
 *
 * @throws {GitError} if git is missing or fails for another reason
 */
export async function checkoutAt(
  git: Git,
  folder: string,
  signal?: AbortSignal,
): Promise<Checkout | undefined> {
  const [root, gitDir, commonDir, ...said] = await linesOf(
    git,
    folder,
    [...placeQuestion, ...headQuestion],
    signal,
  );
  const found = headIn(said);
  if (found && root !== undefined && gitDir !== undefined && commonDir !== undefined) {
    return checkout([root, gitDir, commonDir], found);
  }
  const [places, head] = await Promise.all([
    answerOf(git.run(folder, ['rev-parse', ...placeQuestion], signal)),
    readHead(git, folder, signal),
  ]);
  if (places === undefined) return undefined;
  return checkout(places.split('\n'), head);
}

const placeQuestion = ['--path-format=absolute', '--show-toplevel', '--absolute-git-dir', '--git-common-dir'];

function checkout(
  [root = '', gitDir = '', commonDir = '']: readonly string[],
  { branch, commit }: Head,
): Checkout {
  return {
    root,
    gitDir,
    commonDir,
    ...(branch !== undefined && { branch }),
    ...(commit !== undefined && { head: commit }),
  };
}
