import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How a file is replaced. */
export interface Replacement {
  /** The new file's mode, whatever the umask. Default: accessible to its owner only. */
  readonly mode?: number;
  /** A last look at the complete new file, under its temporary path; false leaves the old one in its place. */
  readonly beforeMove?: (temporary: string) => Promise<boolean>;
}

const tries = 5;
const pauseMs = 50;

/**
 * Writes a file beside its place and moves it there in one step, so that readers always see either the whole old file
 * or the whole new one. Creates the folder if it is missing.
 *
 * @returns whether the file is in its place; only `beforeMove` can prevent that
 * @throws the file system's errors; what was there before is then unchanged
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array | Iterable<string>,
  { mode = 0o600, beforeMove }: Replacement = {},
): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await writeFile(file, content);
      // The umask restricts the mode above.
      await file.chmod(mode);
    } finally {
      await file.close();
    }
    if (beforeMove && !(await beforeMove(temporary))) return false;
    await moveOver(temporary, path);
    return true;
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

async function moveOver(from: string, to: string): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      // On Windows, another window or a virus scanner may hold the file for a moment.
      if (left === 0 || process.platform !== 'win32') throw error;
      await delay(pauseMs);
    }
  }
}
