import type { CommittedLine } from '../../core/references/permalink';
import type { Git } from '../run/git';
import { isGitFault } from '../run/gitError';
import { ownFiltersOff } from '../run/ownFilters';
import type { BlamedLine } from '../blame/blameLine';

/** A line in a commit that a remote has, so that others can see it there. */
export interface PublishedLine extends CommittedLine {
  /** The address that git fetches from. */
  readonly remote: string;
}

/** A line as it is in the working tree. */
export interface WorkingLine {
  readonly root: string;
  readonly head: string | undefined;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Whether the editor has unsaved edits. */
  readonly isDirty: boolean;
  /** The commit that introduced it; undefined if it is not committed yet. */
  readonly commit: BlamedLine | undefined;
}

/**
 * The line in a commit on a remote-tracking branch: in HEAD if that is published and has the file as it is, else in the
 * commit that introduced the line; undefined if neither is published.
 *
 * @throws {GitError} and the signal's reason
 */
export async function publishedLine(
  git: Git,
  { root, head, path, line, isDirty, commit }: WorkingLine,
  signal?: AbortSignal,
): Promise<PublishedLine | undefined> {
  const isAsInHead = !isDirty && head !== undefined && (await isUnchanged(git, root, path, signal));
  const candidates: CommittedLine[] = [
    ...(isAsInHead ? [{ sha: head, path, line }] : []),
    ...(commit?.path === undefined ? [] : [{ sha: commit.sha, path: commit.path, line: commit.line }]),
  ];
  for (const each of candidates) {
    const remote = await remoteWith(git, root, each.sha, signal);
    if (remote !== undefined) return { ...each, remote };
  }
  return undefined;
}

async function isUnchanged(git: Git, root: string, path: string, signal?: AbortSignal): Promise<boolean> {
  // Git refreshes the index here, which would run a hook.
  const args = [
    '-c',
    'core.hooksPath=/dev/null',
    'diff',
    '--quiet',
    '--no-ext-diff',
    '--no-textconv',
    'HEAD',
    '--',
    path,
  ];
  const settings = await ownFiltersOff(git, root, signal);
  try {
    await git.run(root, args, { signal, settings });
    return true;
  } catch (error) {
    if (isGitFault(error, 'failed')) return false;
    throw error;
  }
}

/** The address of a remote with a branch that holds the commit. */
async function remoteWith(
  git: Git,
  root: string,
  sha: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const list = ['for-each-ref', '--count=1', '--format=%(refname)', `--contains=${sha}`, 'refs/remotes'];
  const ref = (await git.run(root, list, signal)).trim();
  if (ref === '') return undefined;
  const names = (await git.run(root, ['remote'], signal)).split('\n').filter(Boolean);
  // A remote's name may contain slashes.
  const [name] = names
    .filter((each) => ref.startsWith(`refs/remotes/${each}/`))
    .sort((a, b) => b.length - a.length);
  if (name === undefined) return undefined;
  return (await git.run(root, ['remote', 'get-url', '--', name], signal)).split('\n')[0];
}
