import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes the files of a folder whose names match; a missing folder has none.
 *
 * @throws the file system's errors, once all that can go is gone
 */
export async function removeFiles(folder: string, isGone: (name: string) => boolean): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Where a file stands in the folder's way, there is nothing of ours either.
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  });
  const removals = names.filter(isGone).map((name) => rm(join(folder, name), { force: true }));
  for (const removal of await Promise.allSettled(removals)) {
    if (removal.status === 'rejected') throw removal.reason;
  }
}
