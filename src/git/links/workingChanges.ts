import type { Git } from '../run/git';
import { ownFiltersOff } from '../run/ownFilters';

/** A file that differs from the last commit. */
export interface WorkingChange {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** Whether some of the difference is staged. */
  readonly isStaged: boolean;
}

/**
 * The files of a work tree that differ from the last commit, including new ones but not ignored ones.
 * @throws {GitError}
 */
export async function workingChanges(git: Git, root: string, signal?: AbortSignal): Promise<WorkingChange[]> {
  const options = [
    '--porcelain=v1',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--ignore-submodules=dirty',
  ];
  const settings = await ownFiltersOff(git, root, signal);
  const output = await git.run(root, ['status', ...options], { signal, settings });
  return output
    .split('\0')
    .filter((entry) => entry.length > 3)
    .map((entry) => ({ path: entry.slice(3), isStaged: !/^[ ?]/.test(entry) }));
}
