import type { Git } from './git';
import { GitError } from './gitError';

/** What git is told to begin comments with, in a repository; undefined where nothing is said. @throws {GitError} */
export async function commentString(
  git: Git,
  root: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    const names = '^core\\.comment(char|string)$';
    const listing = await git.run(root, ['config', '--null', '--get-regexp', names], signal);
    // Of the two names, and of several values, the last one holds.
    const last = listing.split('\0').filter(Boolean).at(-1) ?? '';
    const feed = last.indexOf('\n');
    return feed < 0 ? undefined : last.slice(feed + 1);
  } catch (error) {
    // Git says 1 where there is no such setting.
    if (error instanceof GitError && error.exitCode === 1) return undefined;
    throw error;
  }
}
