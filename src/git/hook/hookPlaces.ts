import { realpath, stat } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join, resolve } from 'node:path';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';

/** Where the hooks of a repository are. */
export interface HookPlaces {
  /** The top of the work tree. */
  readonly root: string;
  /** The git folder that all worktrees share; a submodule has its own. */
  readonly commonDir: string;
  /** Where git looks for hooks, whether or not the folder exists. */
  readonly hooksDir: string;
  /** `core.hooksPath` as written, if it leads somewhere other than the usual folder. */
  readonly hooksPath: string | undefined;
  /** Whether git runs no hooks here at all. */
  readonly isOff: boolean;
  /** Whether the hooks folder is in the work tree, and so gets committed. */
  readonly isInWorkTree: boolean;
}

/** Finds where the hooks of a folder's repository are; a string is one sentence that says why there are none. */
export async function findHookPlaces(git: Git, folder: string): Promise<HookPlaces | string> {
  const ask = async (...args: string[]): Promise<string> =>
    (await git.run(folder, args)).replace(/\r?\n$/, '');
  try {
    await stat(folder);
  } catch {
    return `The folder ${folder} is not there. Open the repository's folder, then try again.`;
  }
  try {
    const path = (name: string): Promise<string> => ask('rev-parse', '--path-format=absolute', name);
    const commonDir = await path('--git-common-dir');
    if ((await ask('rev-parse', '--is-inside-work-tree')) !== 'true') {
      return 'This repository has no work tree, so nobody commits here. Set up the hook where people commit.';
    }
    const root = await path('--show-toplevel');
    const hooksPath = await ask('-C', root, 'config', '--get', 'core.hooksPath').catch(() => undefined);
    // Git cannot say where an empty path leads.
    const hooksDir =
      hooksPath === ''
        ? join(commonDir, 'hooks')
        : resolve(await ask('-C', root, 'rev-parse', '--path-format=absolute', '--git-path', 'hooks'));
    const [realRoot, realHooks, realCommon] = await Promise.all([root, hooksDir, commonDir].map(real));
    const isUsual = hooksDir === resolve(commonDir, 'hooks') || realHooks === join(realCommon ?? '', 'hooks');
    return {
      root,
      commonDir,
      hooksDir,
      hooksPath: isUsual ? undefined : hooksPath,
      isOff: hooksPath !== undefined && (await leadsNowhere(hooksPath, hooksDir)),
      isInWorkTree: isBelow(realHooks ?? '', realRoot ?? '') && !isBelow(realHooks ?? '', realCommon ?? ''),
    };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return error.message;
  }
}

/** An empty path or a device, usually `/dev/null`, is how people switch hooks off. */
async function leadsNowhere(hooksPath: string, hooksDir: string): Promise<boolean> {
  if (hooksPath === '' || hooksPath === devNull) return true;
  return stat(hooksDir).then(
    (found) => !found.isDirectory() && !found.isFile(),
    () => false,
  );
}

/** The path with its symbolic links resolved, as far as it exists. */
async function real(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(join(folder, '/'));
}
