import { rm, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Git } from '../run/git';
import { isGitFault } from '../run/gitError';

const tries = 20;
const pauseMs = 50;
/** Git locks a small file for milliseconds: a lock this old was left by a git that was killed. */
const leftAfterMs = 60_000;

/**
 * Changes a links file with `git config`, waiting if another window is changing it. Removes a lock that a killed git
 * left behind: only we write the file, and nobody would know what to delete.
 *
 * @throws {GitError} if git fails, or the file stays locked for a second
 */
export async function changeLinks(
  git: Git,
  folder: string,
  path: string,
  args: readonly string[],
): Promise<void> {
  await onceUnlocked(
    `${path}.lock`,
    (error) => isGitFault(error, 'failed') && error.said.includes('could not lock config file'),
    () => git.run(folder, ['config', '--file', path, ...args]),
  );
}

/**
 * Does what a lock may refuse, again and again for a second, until it does not.
 *
 * @param isLocked whether an error says that the lock is held
 * @throws what `work` throws
 */
export async function onceUnlocked<T>(
  lock: string,
  isLocked: (error: unknown) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error) || left === 0) throw error;
      if (await isLeftBehind(lock)) await rm(lock, { force: true });
      else await delay(pauseMs);
    }
  }
}

/** Whether a lock was left by a git that was killed; a time in the future comes from a wrong clock. */
async function isLeftBehind(lock: string): Promise<boolean> {
  const found = await stat(lock).catch(() => undefined);
  return found !== undefined && Math.abs(Date.now() - found.mtimeMs) > leftAfterMs;
}
