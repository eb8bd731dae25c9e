import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';
import { ownFiltersOff } from '../run/ownFilters';

/** A line of a file, as it is now. */
export interface LinePlace {
  /** Relative to the repository's root, with forward slashes. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The file's text, if it differs from what is on disk. */
  readonly contents?: Uint8Array | undefined;
  /** The commit to look in, by a name that does not start with a hyphen; the working tree if left out. */
  readonly revision?: string | undefined;
}

/** The commit that introduced a line, without its author. */
export interface BlamedLine {
  readonly sha: string;
  /** The line's number in that commit, from 1. */
  readonly line: number;
  /** The file's path in that commit; undefined if git puts it in quotes. */
  readonly path?: string;
  /** When it was written, in seconds since 1970. */
  readonly time: number;
  /** Whether history is cut off at this commit, so that the line may be older. */
  readonly isCutOff: boolean;
}

/** The list of commits that blame skips, under the name that repository hosts look for. */
const ignoredRevisions = '.git-blame-ignore-revs';
/** A file that is not in HEAD, a repository without commits, or a line that no longer exists. */
const noCommit = /no such (?:path|ref)|has only \d+ lines?|bad revision|ambiguous argument/i;
const heading = /^([0-9a-f]{40,64}) (\d+) \d+/;

/**
 * The commit that introduced a line; undefined if the line is not committed yet. Honours the configured lists of
 * ignored revisions, and `.git-blame-ignore-revs` even if it is not configured.
 *
 * @throws {GitError} if git fails, and the signal's reason
 */
export async function blameLine(
  git: Git,
  root: string,
  place: LinePlace,
  signal?: AbortSignal,
): Promise<BlamedLine | undefined> {
  const ignored = (await isFile(join(root, ignoredRevisions)))
    ? [`--ignore-revs-file=${ignoredRevisions}`]
    : [];
  try {
    return await ask(git, root, place, ignored, signal);
  } catch (error) {
    if (!(error instanceof GitError) || error.fault !== 'failed') throw error;
    if (noCommit.test(error.said)) return undefined;
    // A list that git cannot read is no reason to say nothing.
    if (ignored.length === 0 || !/object name/i.test(error.said)) throw error;
    return ask(git, root, place, [], signal);
  }
}

async function ask(
  git: Git,
  root: string,
  { path, line, contents, revision }: LinePlace,
  options: readonly string[],
  signal?: AbortSignal,
): Promise<BlamedLine | undefined> {
  // `git blame` does not know `--end-of-options`.
  if (revision?.startsWith('-')) return undefined;
  const what = revision === undefined ? [] : [revision];
  const from = contents === undefined ? [] : ['--contents', '-'];
  const args = [
    // Makes git mark first commits, and those at which history is cut off.
    ...['-c', 'blame.showRoot=false'],
    'blame',
    '--porcelain',
    '--no-textconv',
    `-L${line},${line}`,
    ...options,
    ...from,
    ...what,
    '--',
    path,
  ];
  const found = parse(
    await git.run(root, args, {
      ...(contents !== undefined && { input: contents }),
      signal,
      settings: revision === undefined ? await ownFiltersOff(git, root, signal) : [],
    }),
  );
  if (!found?.isCutOff) return found;
  return { ...found, isCutOff: await isShallow(git, root, signal) };
}

async function isShallow(git: Git, root: string, signal?: AbortSignal): Promise<boolean> {
  return (await git.run(root, ['rev-parse', '--is-shallow-repository'], signal)).trim() === 'true';
}

/** A first commit counts as cut off here. */
function parse(output: string): BlamedLine | undefined {
  const lines = output.split('\n');
  const [, sha = '', line = ''] = heading.exec(lines[0] ?? '') ?? [];
  if (sha === '' || /^0+$/.test(sha)) return undefined;
  const valueOf = (name: string): string | undefined =>
    lines.find((each) => each.startsWith(`${name} `))?.slice(name.length + 1);
  const path = valueOf('filename');
  return {
    sha,
    line: Number(line),
    ...(path !== undefined && !path.startsWith('"') && { path }),
    time: Number(valueOf('author-time') ?? 0),
    isCutOff: lines.includes('boundary'),
  };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
