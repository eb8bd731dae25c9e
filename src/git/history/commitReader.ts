import type { Git } from '../run/git';
import { inputLines } from '../run/inputLines';
import { readLog, type LogField } from '../run/readLog';

/** A commit as git prints it. */
export interface CommitText {
  /** The full object name, 40 or 64 hex digits. */
  readonly sha: string;
  /** When it was committed, in seconds since 1970. */
  readonly time: number;
  readonly subject: string;
  /** Without the subject; a body of more than 256 KiB loses its middle. */
  readonly body: string;
  /** Its note in `refs/notes/goals`; empty if it has none. */
  readonly note: string;
}

/** Which commits to read, and how. */
export interface CommitReading {
  /** Full object names to start from; at least one. */
  readonly from: readonly string[];
  /** Full object names whose history is left out. */
  readonly without?: readonly string[];
  /** Whether to read only the commits in `from`, not their history. */
  readonly isList?: boolean;
  /** Whether the notes ref exists; git complains if it does not. */
  readonly hasNotes: boolean;
  readonly signal?: AbortSignal | undefined;
}

const fields = ['sha', 'commitTime', 'subject', 'body'] as const satisfies readonly LogField[];

/** Reads commits in batches, newest first; a list in its own order. @throws {GitError} and the signal's reason */
export async function* readCommits(
  git: Git,
  root: string,
  { from, without = [], isList = false, hasNotes, signal }: CommitReading,
): AsyncGenerator<CommitText[]> {
  // Object names go through standard input: there may be more branches than an argument list can hold.
  const input = inputLines([...from, ...without.map((sha) => `^${sha}`)]);
  const which = [...(isList ? ['--no-walk=unsorted'] : []), '--stdin'];
  const call = { input, signal };
  if (hasNotes) {
    for await (const commits of readLog(git, root, { fields: [...fields, 'note'], which }, call)) {
      yield commits.map((commit) => textOf(commit, commit.note));
    }
  } else {
    for await (const commits of readLog(git, root, { fields, which }, call)) {
      yield commits.map((commit) => textOf(commit, ''));
    }
  }
}

function textOf(
  { sha, commitTime, subject, body }: Readonly<Record<(typeof fields)[number], string>>,
  note: string,
): CommitText {
  return { sha, time: Number(commitTime), subject, body, note };
}
