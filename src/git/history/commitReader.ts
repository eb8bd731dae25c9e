import { FieldSplitter } from './fieldSplitter';
import type { GitStream } from '../run/gitStream';

/** The notes that are read as evidence. */
export const notesRef = 'refs/notes/goals';

/** A commit as git prints it. */
export interface CommitText {
  /** The full object name, 40 or 64 hex digits. */
  readonly sha: string;
  /** When it was committed, in seconds since 1970. */
  readonly time: number;
  readonly subject: string;
  /** Without the subject; the middle of a body of more than 256 KiB is left out. */
  readonly body: string;
  /** Its note of `refs/notes/goals`; empty without one. */
  readonly note: string;
}

/** Which commits are read, and how. */
export interface CommitReading {
  /** Full object names to start from; at least one. */
  readonly from: readonly string[];
  /** Full object names whose history is left out. */
  readonly without?: readonly string[];
  /** Whether only the commits in `from` are read, not their history. */
  readonly isList?: boolean;
  /** Whether the notes ref is there; git complains of one that is not. */
  readonly hasNotes: boolean;
  readonly signal?: AbortSignal | undefined;
}

// What a configuration could add to the output is switched off, signatures among it.
const options = ['-z', '--no-color', '--no-patch', '--no-show-signature', '--no-mailmap', '--encoding=UTF-8'];
const fields = ['%H', '%ct', '%s', '%b'];

/** The commits in batches, newest first; a list in its own order. @throws {HistoryError} as `GitStream.read` */
export async function* readCommits(git: GitStream, reading: CommitReading): AsyncGenerator<CommitText[]> {
  const { from, without = [], isList = false, hasNotes, signal } = reading;
  const shown = hasNotes ? [...fields, '%N'] : fields;
  const args = [
    'log',
    ...options,
    ...(hasNotes ? ['--no-notes', `--notes=${notesRef}`] : ['--no-notes']),
    ...(isList ? ['--no-walk=unsorted'] : []),
    `--format=tformat:${shown.join('%x00')}`,
    '--stdin',
  ];
  // Only object names are passed, on standard input: there may be more branches than an argument list can hold.
  const input = [...from, ...without.map((sha) => `^${sha}`)];
  const splitter = new FieldSplitter();
  let waiting: Buffer[] = [];
  for await (const chunk of git.read(args, { input, signal })) {
    waiting = waiting.concat(splitter.push(chunk));
    const whole = waiting.length - (waiting.length % shown.length);
    const commits: CommitText[] = [];
    for (let at = 0; at < whole; at += shown.length) {
      const [sha = '', time = '', subject = '', body = '', note = ''] = waiting
        .slice(at, at + shown.length)
        .map((field) => field.toString());
      commits.push({ sha, time: Number(time), subject, body, note });
    }
    waiting = waiting.slice(whole);
    if (commits.length > 0) yield commits;
  }
}
