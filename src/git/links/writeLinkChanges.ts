import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { fileStamp } from '../../files/fileStamp';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';
import { onceUnlocked } from './changeLinks';
import type { LinkChange } from './settleBranches';

/** What became of changes to the links file. */
export type LinkWriting =
  | 'written'
  /** Another window has changed the file since it was read. */
  | 'outdated'
  /** Somebody holds the file, or it cannot be written. */
  | 'failed';

/**
 * Makes the links file follow the branches, all in one step: half of a swap of two names would mix up their links. Git
 * changes a copy, which keeps comments, and the copy takes the file's place under git's own lock.
 *
 * @param listing what `listLinks` said of the file when the changes were found
 */
export async function writeLinkChanges(
  git: Git,
  root: string,
  path: string,
  listing: string,
  changes: readonly LinkChange[],
): Promise<LinkWriting> {
  const copy = `${path}.${randomUUID()}.tmp`;
  try {
    const before = await fileStamp(path);
    await copyFile(path, copy, constants.COPYFILE_EXCL);
    if ((await listLinks(git, root, copy)) !== listing) return 'outdated';
    for (const args of stepsOf(changes)) await git.run(root, ['config', '--file', copy, ...args]);
    return await underLock(path, async () => {
      if ((await fileStamp(path)) !== before) return 'outdated';
      await rename(copy, path);
      return 'written';
    });
  } catch (error) {
    if (error instanceof GitError || (error instanceof Error && 'syscall' in error)) return 'failed';
    throw error;
  } finally {
    await rm(copy, { force: true }).catch(() => undefined);
  }
}

/** Lists the links file. @throws {GitError} if it is missing or damaged */
export function listLinks(git: Git, root: string, path: string): Promise<string> {
  return git.run(root, ['config', '--file', path, '--null', '--list']);
}

/** The arguments of `git config` for each step. */
function stepsOf(changes: readonly LinkChange[]): string[][] {
  const renames = changes.filter((each) => each.kind === 'rename');
  return [
    ...changes.flatMap((each) =>
      each.kind === 'remove' ? [['--remove-section', `branch.${each.branch}`]] : [],
    ),
    // A target may be the name of one that is yet to be renamed; no branch has a name that begins with a slash.
    ...renames.map(({ from }, at) => ['--rename-section', `branch.${from}`, `branch./${at}`]),
    ...renames.map(({ to }, at) => ['--rename-section', `branch./${at}`, `branch.${to}`]),
    ...changes.flatMap((each) =>
      each.kind === 'mark' ? [['--replace-all', `branch.${each.branch}.created`, each.created]] : [],
    ),
  ];
}

/** Works while git and other windows wait. @throws the file system's errors, also if the file stays locked */
async function underLock(path: string, work: () => Promise<LinkWriting>): Promise<LinkWriting> {
  const lock = `${path}.lock`;
  await onceUnlocked(
    lock,
    (error) => error instanceof Error && 'code' in error && error.code === 'EEXIST',
    async () => (await open(lock, 'wx')).close(),
  );
  try {
    return await work();
  } finally {
    await rm(lock, { force: true }).catch(() => undefined);
  }
}
