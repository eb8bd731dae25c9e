import type { Git } from '../run/git';
import { readLog as readRecords } from '../run/readLog';
import { unpublishedOnly } from './unpublished';

/** A commit as git logs it. */
export interface LoggedCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  /** When it was written, in epoch milliseconds. */
  readonly authorTime: number;
  readonly subject: string;
  readonly body: string;
  /** The whole message as committed, in UTF-8. */
  readonly message: string;
  /** Its goal note; empty if it has none. */
  readonly note: string;
  /** Old and new names of the files that it changed; for a merge, those that differ from every parent. */
  readonly files: readonly string[];
}

/** Which commits to log. */
export interface LogRange {
  /** Commit ids; `^` leaves out a commit's history. */
  readonly range: readonly string[];
  /** Whether published commits are left out too. */
  readonly isUnpublishedOnly: boolean;
  readonly max: number;
}

const fields = ['sha', 'parents', 'authorTime', 'subject', 'body', 'message', 'note'] as const;

/** Logs commits, newest first. @throws {GitError} if git fails; an abort rejects with the signal's reason */
export async function readLog(
  git: Git,
  root: string,
  { range, isUnpublishedOnly, max }: LogRange,
  signal: AbortSignal,
): Promise<LoggedCommit[]> {
  const which = [
    `--max-count=${max}`,
    ...(isUnpublishedOnly ? unpublishedOnly : []),
    '--end-of-options',
    ...range,
  ];
  const commits: LoggedCommit[] = [];
  for await (const batch of readRecords(git, root, { fields, withFiles: true, which }, signal)) {
    for (const { parents, authorTime, ...commit } of batch) {
      commits.push({
        ...commit,
        parents: parents.split(' ').filter(Boolean),
        authorTime: Number(authorTime) * 1000,
      });
    }
  }
  return commits;
}
