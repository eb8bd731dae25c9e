import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import type { Log } from '../core/log';
import type { Git } from '../git/run/git';
import { GitError } from '../git/run/gitError';
import { answerOf, headIn, headQuestion, linesOf, readHead, type Head } from '../git/run/head';

/** A repository, and what is checked out in it. */
export interface Checkout {
  /** The top of the work tree. */
  readonly root: string;
  /** The git folder of this worktree. */
  readonly gitDir: string;
  /** The git folder that all worktrees share. */
  readonly commonDir: string;
  /** Absent on a detached HEAD. */
  readonly branch?: string;
  /** The commit that HEAD points at; absent before the first. */
  readonly head?: string;
}

/**
 * The repository whose work tree contains a folder; undefined if there is none, or none that git can read, for which the
 * log has the reason.
 *
 * @throws {GitError} if git is missing, gives no answer, or refuses a repository of another person
 */
export async function checkoutAt(
  git: Git,
  folder: string,
  signal?: AbortSignal,
  log?: Log,
): Promise<Checkout | undefined> {
  try {
    const found = await asked(git, folder, signal);
    // A repository's own settings can name any folder as its work tree.
    if (!found || ((await isBelow(folder, found.root)) && (await isAtHome(git, found, signal)))) return found;
    log?.warn(`${folder} is read without git: the work tree of its repository is ${found.root}.`);
  } catch (error) {
    if (!(error instanceof GitError) || error.exitCode !== cannotGoOn || isRefusal.test(error.said))
      throw error;
    log?.warn(`${folder} is read without git: ${error.message}`);
  }
  return undefined;
}

/** How git ends where a repository is broken, bare or of a later version. */
const cannotGoOn = 128;
/** What a person can allow, as git then says. */
const isRefusal = /dubious ownership/i;

async function isBelow(folder: string, root: string): Promise<boolean> {
  // Git resolves links.
  const resolved = Promise.all([realpath(root), realpath(folder)]).catch(() => []);
  const [top = root, inside = folder] = await resolved;
  const way = relative(top, inside);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether git finds the same repository from the top of the work tree, where all else is asked. */
async function isAtHome(git: Git, { root, gitDir }: Checkout, signal?: AbortSignal): Promise<boolean> {
  if (gitDir === `${root}/.git`) return true;
  return (await answerOf(git.run(root, ['rev-parse', '--absolute-git-dir'], signal))) === gitDir;
}

async function asked(git: Git, folder: string, signal?: AbortSignal): Promise<Checkout | undefined> {
  const [root, gitDir, commonDir, ...said] = await linesOf(
    git,
    folder,
    [...placeQuestion, ...headQuestion],
    signal,
  );
  const found = headIn(said);
  if (found && root !== undefined && gitDir !== undefined && commonDir !== undefined) {
    return checkout([root, gitDir, commonDir], found);
  }
  const [places, head] = await Promise.all([
    answerOf(git.run(folder, ['rev-parse', ...placeQuestion], signal)),
    readHead(git, folder, signal),
  ]);
  if (places === undefined) return undefined;
  return checkout(places.split('\n'), head);
}

const placeQuestion = ['--path-format=absolute', '--show-toplevel', '--absolute-git-dir', '--git-common-dir'];

function checkout(
  [root = '', gitDir = '', commonDir = '']: readonly string[],
  { branch, commit }: Head,
): Checkout {
  return {
    root,
    gitDir,
    commonDir,
    ...(branch !== undefined && { branch }),
    ...(commit !== undefined && { head: commit }),
  };
}
