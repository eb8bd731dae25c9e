import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isBelow } from '../../files/isBelow';

/**
 * Finds the real path of a file of a repository, whether it exists or not, so that links stay links. Undefined if links
 * lead out of the repository, into git's own folder or nowhere, or if a parent is no folder.
 *
 * @throws the file system's errors if the path cannot be looked at
 */
export async function agentPlace(path: string, root: string): Promise<string | undefined> {
  const top = await realpath(root);
  const missing: string[] = [];
  let at = path;
  let real = await realOf(at);
  while (real === undefined) {
    // A link to nothing: what it leads to is not ours to create.
    if (await isLink(at)) return undefined;
    missing.unshift(basename(at));
    at = dirname(at);
    real = await realOf(at);
  }
  if (missing.length > 0 && !(await lstat(real)).isDirectory()) return undefined;
  const place = join(real, ...missing);
  const parts = relative(top, place).split(sep);
  return isBelow(place, top) && !parts.some((part) => part.toLowerCase() === '.git') ? place : undefined;
}

/** Whether a path is itself a link. */
export async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}

async function realOf(path: string): Promise<string | undefined> {
  return realpath(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A link that leads to itself is a link to nothing, too.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
    throw error;
  });
}
