import { setTimeout as delay } from 'node:timers/promises';
import type { Git } from '../run/git';
import { isGitFault } from '../run/gitError';

const tries = 20;
const pauseMs = 50;

/**
 * Changes a links file with `git config`, waiting for another window that is just changing it.
 *
 * @throws {GitError} where git fails, or the file stays locked for a second
 */
export async function changeLinks(
  git: Git,
  folder: string,
  path: string,
  args: readonly string[],
): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await git.run(folder, ['config', '--file', path, ...args]);
      return;
    } catch (error) {
      const isLocked = isGitFault(error, 'failed') && error.said.includes('could not lock config file');
      if (!isLocked || left === 0) throw error;
      await delay(pauseMs);
    }
  }
}
