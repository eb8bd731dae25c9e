import type { Git } from '../run/git';
import { goalNotesRef } from './goalNote';
import { unpublishedOnly } from './unpublished';

/** A commit as git logs it. */
export interface LoggedCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  /** When it was written, in epoch milliseconds. */
  readonly authorTime: number;
  readonly subject: string;
  readonly body: string;
  /** All of it, as it was committed, in UTF-8. */
  readonly message: string;
  /** The text of its goal note; empty where it has none. */
  readonly note: string;
  /** Old and new names of the files that it changed; of a merge those that differ from every parent. */
  readonly files: readonly string[];
}

/** Which commits to log. */
export interface LogRange {
  /** Commit ids, with `^` where their history is left out. */
  readonly range: readonly string[];
  /** Whether what is published is left out too. */
  readonly isUnpublishedOnly: boolean;
  readonly max: number;
}

/** Stands before each commit: no path in a repository is named so. */
const mark = '//';
const fieldCount = 7;
const format = ['', mark, '%H', '%P', '%at', '%s', '%b', '%B', '%N'].join('%x00');

/** Logs commits, newest first. @throws {GitError} where git fails */
export async function readLog(
  git: Git,
  root: string,
  { range, isUnpublishedOnly, max }: LogRange,
  signal: AbortSignal,
): Promise<LoggedCommit[]> {
  const args = ['log', '-z', '-c', '--no-renames', '--name-only', '--no-ext-diff', '--no-color'];
  const output = await git.run(
    root,
    [
      ...args,
      ...['--no-show-signature', '--encoding=UTF-8', '--no-notes', `--notes=${goalNotesRef}`],
      ...[`--max-count=${max}`, `--format=${format}`],
      ...(isUnpublishedOnly ? unpublishedOnly : []),
      '--end-of-options',
      ...range,
    ],
    signal,
  );
  return parseLog(output);
}

function parseLog(output: string): LoggedCommit[] {
  const tokens = output.split('\0');
  const commits: LoggedCommit[] = [];
  for (let at = tokens.indexOf(mark); at >= 0;) {
    const [sha = '', parents = '', time = '', subject = '', body = '', message = '', note = ''] =
      tokens.slice(at + 1, at + 1 + fieldCount);
    const next = tokens.indexOf(mark, at + 1 + fieldCount);
    const [first = '', ...rest] = tokens.slice(at + 1 + fieldCount, next < 0 ? undefined : next);
    commits.push({
      sha,
      parents: parents.split(' ').filter(Boolean),
      authorTime: Number(time) * 1000,
      subject,
      body,
      message,
      note,
      // Git sets the list of files apart from the format by a line break.
      files: [first.replace(/^\n/, ''), ...rest].filter(Boolean),
    });
    at = next;
  }
  return commits;
}
