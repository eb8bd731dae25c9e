import type { Git } from '../git/run/git';
import { GitError, isGitFault } from '../git/run/gitError';

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
  const ask = (...args: string[]): Promise<string | undefined> => answerOf(git.run(folder, args, signal));
  const places = await ask('rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir');
  if (places === undefined) return undefined;
  const [root = '', commonDir = ''] = places.split('\n');
  const [branch, head] = await Promise.all([
    ask('symbolic-ref', '--quiet', '--short', 'HEAD'),
    ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'),
  ]);
  return { root, commonDir, ...(branch !== undefined && { branch }), ...(head !== undefined && { head }) };
}

/** Git's answer; undefined where git says "no", or that there is no repository. */
async function answerOf(running: Promise<string>): Promise<string | undefined> {
  try {
    return (await running).replace(/\r?\n$/, '');
  } catch (error) {
    if (isGitFault(error, 'notARepository')) return undefined;
    if (error instanceof GitError && error.exitCode === 1) return undefined;
    throw error;
  }
}
