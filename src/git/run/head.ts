import type { Git } from './git';
import { GitError, isGitFault } from './gitError';

/** What is checked out. */
export interface Head {
  /** Absent on a detached HEAD. */
  readonly branch?: string;
  /** The commit that HEAD points at; absent before the first. */
  readonly commit?: string;
}

/** The arguments for `rev-parse`: once there is a commit, a single process answers. */
export const headQuestion: readonly string[] = ['HEAD^{commit}', '--symbolic-full-name', 'HEAD'];

const branches = 'refs/heads/';

/** Reads the two lines that `rev-parse` prints; undefined if git has to be asked another way. */
export function headIn([commit, ref, ...rest]: readonly string[]): Head | undefined {
  if (commit === undefined || ref === undefined || rest.length > 0) return undefined;
  if (ref === 'HEAD') return { commit };
  return ref.startsWith(branches) ? { commit, branch: ref.slice(branches.length) } : undefined;
}

/**
 * Reads what is checked out in a repository.
 *
 * @throws {GitError} if git is missing or fails for another reason than that there is nothing to tell
 */
export async function readHead(git: Git, root: string, signal?: AbortSignal): Promise<Head> {
  const said = await linesOf(git, root, headQuestion, signal);
  return headIn(said) ?? separately(git, root, signal);
}

/** The lines that `rev-parse` prints; none if it fails, as it does before the first commit. */
export async function linesOf(
  git: Git,
  root: string,
  question: readonly string[],
  signal?: AbortSignal,
): Promise<string[]> {
  try {
    return (await git.run(root, ['rev-parse', ...question], signal)).trimEnd().split(/\r?\n/);
  } catch (error) {
    if (error instanceof GitError && error.exitCode !== undefined) return [];
    throw error;
  }
}

async function separately(git: Git, root: string, signal?: AbortSignal): Promise<Head> {
  const [ref, commit] = await Promise.all([
    answerOf(git.run(root, ['symbolic-ref', '--quiet', 'HEAD'], signal)),
    answerOf(git.run(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], signal)),
  ]);
  // Not the short name, which git lengthens if a tag has the same name.
  const branch = ref?.startsWith(branches) ? ref.slice(branches.length) : ref;
  return { ...(branch !== undefined && { branch }), ...(commit !== undefined && { commit }) };
}

/** Git's answer without the line break; undefined if git says "no" or finds no repository. */
export async function answerOf(running: Promise<string>): Promise<string | undefined> {
  try {
    return (await running).replace(/\r?\n$/, '');
  } catch (error) {
    if (isGitFault(error, 'notARepository')) return undefined;
    if (error instanceof GitError && error.exitCode === 1) return undefined;
    throw error;
  }
}
