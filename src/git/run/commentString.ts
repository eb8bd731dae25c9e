import type { Git } from './git';
import { GitError } from './gitError';

/** How comments begin according to a repository's git settings; undefined if they do not say. @throws {GitError} */
export async function commentString(
  git: Git,
  root: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    const names = '^core\\.comment(char|string)$';
    const listing = await git.run(root, ['config', '--null', '--get-regexp', names], signal);
    // Of both names and all their values, the last one counts.
    const last = listing.split('\0').filter(Boolean).at(-1) ?? '';
    const feed = last.indexOf('\n');
    return feed < 0 ? undefined : last.slice(feed + 1);
  } catch (error) {
    // Git exits with 1 if there is no such setting.
    if (error instanceof GitError && error.exitCode === 1) return undefined;
    throw error;
  }
}
