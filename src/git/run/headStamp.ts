import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileStamp } from '../../files/fileStamp';
import { regularText } from '../../files/regularText';
import type { RepositoryPlace } from './repositoryPlace';

/** More than a ref's name and its line break take, in bytes. */
const maxBytes = 64 * 1024;

/** In HEAD, says that a reftable holds the ref. */
const elsewhere = 'ref: refs/heads/.invalid';

/**
 * A stamp of what is checked out, read from git's files without starting git: while it stays the same, HEAD is at the
 * same branch and commit. Undefined if the files do not tell; then git has to be asked.
 *
 * @see {@link https://git-scm.com/docs/gitrepository-layout} for the files
 */
export async function headStamp({ gitDir, commonDir }: RepositoryPlace): Promise<string | undefined> {
  const head = await textOf(join(gitDir, 'HEAD'));
  if (head === undefined) return undefined;
  if (/^[0-9a-f]{40,64}$/.test(head)) return head;
  if (head === elsewhere) return reftableStamp(gitDir, commonDir);
  const branch = /^ref: (refs\/heads\/[^\0]+)$/.exec(head)?.[1];
  if (branch === undefined) return undefined;
  const commit = await textOf(join(commonDir, branch));
  // A branch can be a symbolic ref.
  if (commit?.startsWith('ref:')) return undefined;
  return [head, commit, await fileStamp(join(commonDir, 'packed-refs'))].join('\n');
}

/** Each worktree has its own table beside the shared one. */
async function reftableStamp(gitDir: string, commonDir: string): Promise<string | undefined> {
  const lists = [gitDir, commonDir].map((folder) => fileStamp(join(folder, 'reftable', 'tables.list')));
  const stamps = await Promise.all(lists);
  return stamps.some((stamp) => stamp !== '') ? stamps.join('\n') : undefined;
}

/** A file's text without the line break; undefined if it is missing or a symbolic link, which may point elsewhere. */
async function textOf(path: string): Promise<string | undefined> {
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => true,
  );
  return isLink ? undefined : (await regularText(path, maxBytes))?.trimEnd();
}
