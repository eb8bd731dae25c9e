import type { Git } from './git';
import { GitError, isGitFault } from './gitError';

/** What is checked out. */
export interface Head {
  /** Absent on a detached HEAD. */
  readonly branch?: string;
  /** The commit that HEAD points at; absent before the first. */
  readonly commit?: string;
}

/**
 * Reads what is checked out in a repository.
 *
 * @throws {GitError} where git is missing or fails for another reason than that there is nothing to tell
 */
export async function readHead(git: Git, root: string, signal?: AbortSignal): Promise<Head> {
  const [branch, commit] = await Promise.all([
    answerOf(git.run(root, ['symbolic-ref', '--quiet', '--short', 'HEAD'], signal)),
    answerOf(git.run(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], signal)),
  ]);
  return { ...(branch !== undefined && { branch }), ...(commit !== undefined && { commit }) };
}

/** Git's answer without the line break; undefined where git says "no", or that there is no repository. */
export async function answerOf(running: Promise<string>): Promise<string | undefined> {
  try {
    return (await running).replace(/\r?\n$/, '');
  } catch (error) {
    if (isGitFault(error, 'notARepository')) return undefined;
    if (error instanceof GitError && error.exitCode === 1) return undefined;
    throw error;
  }
}
