import { FieldSplitter } from './fieldSplitter';
import type { Git, GitCall } from './git';
import { isGitFault } from './gitError';
import { goalNotesRef } from './notesRef';

/** What a log can tell of a commit, as git spells it. */
const placeholders = {
  /** The full object name, 40 or 64 hex digits. */
  sha: '%H',
  /** Object names, with spaces between them. */
  parents: '%P',
  /** Whose work it is, by the repository's .mailmap. */
  authorName: '%aN',
  /** The author's address, by the repository's .mailmap. */
  authorEmail: '%aE',
  /** The day on which it was written, by the author's own clock, as an ISO date. */
  authorDay: '%as',
  /** When it was written, in seconds since 1970. */
  authorTime: '%at',
  /** When it was committed, in seconds since 1970. */
  commitTime: '%ct',
  subject: '%s',
  /** Without the subject. */
  body: '%b',
  /** Subject and body, as they were committed. */
  message: '%B',
  /** Its note of `refs/notes/goals`; empty without one. */
  note: '%N',
} as const;

/** The name of something that a log can tell of a commit. */
export type LogField = keyof typeof placeholders;

/** A commit of a log. The middle of a field of more than 256 KiB is left out. */
export type LogRecord<F extends LogField> = Readonly<Record<F, string>> & {
  /** The names of the files that it changed, where they are asked for. */
  readonly files: readonly string[];
};

/** What is asked of a log. */
export interface LogRequest<F extends LogField> {
  readonly fields: readonly F[];
  /** Old and new names of the files that a commit changed; of a merge those that differ from every parent. */
  readonly withFiles?: boolean;
  /** Which commits, and how many: options, `--end-of-options`, revisions, `--` and a path. */
  readonly which: readonly string[];
}

/** Whatever a configuration could add to the output or change in it is switched off, signatures among it. */
const switches = [
  '-z',
  '--no-color',
  '--no-show-signature',
  '--no-mailmap',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--encoding=UTF-8',
  '--no-notes',
];
const withFileNames = ['--name-only', '-c', '--no-renames'];
/** Stands before each commit that comes with files: no path in a repository is named so. */
const mark = '//';

/**
 * Reads a log in batches of commits, in git's order. A partial clone may lack notes, which git takes for a fault of the
 * whole log: then the commits come without them.
 *
 * @throws {GitError} and the signal's reason
 */
export async function* readLog<F extends LogField>(
  git: Git,
  folder: string,
  request: LogRequest<F>,
  call?: GitCall | AbortSignal,
): AsyncGenerator<LogRecord<F>[]> {
  const withNotes = request.fields.some((field) => field === 'note');
  let count = 0;
  try {
    for await (const commits of readOnce(git, folder, request, withNotes, call)) {
      yield commits;
      count += commits.length;
    }
    return;
  } catch (error) {
    if (!withNotes || !isGitFault(error, 'failed')) throw error;
  }
  for await (const commits of readOnce(git, folder, request, false, call)) {
    const rest = commits.slice(count);
    count -= commits.length - rest.length;
    if (rest.length > 0) yield rest;
  }
}

async function* readOnce<F extends LogField>(
  git: Git,
  folder: string,
  { fields, withFiles = false, which }: LogRequest<F>,
  withNotes: boolean,
  call?: GitCall | AbortSignal,
): AsyncGenerator<LogRecord<F>[]> {
  const args = [
    'log',
    ...switches,
    ...(withNotes ? [`--notes=${goalNotesRef}`] : []),
    ...(withFiles ? withFileNames : ['--no-patch']),
    `--format=tformat:${[...(withFiles ? ['', mark] : []), ...fields.map((field) => placeholders[field])].join('%x00')}`,
    ...which,
  ];
  const splitter = new FieldSplitter();
  const records = new RecordReader(fields, withFiles);
  for await (const chunk of git.stream(folder, args, call)) {
    const found = records.push(splitter.push(chunk));
    if (found.length > 0) yield found;
  }
  const last = records.end();
  if (last) yield [last];
}

/** Makes commits of the fields that git prints one after the other. */
class RecordReader<F extends LogField> {
  private values: string[] = [];
  private files: string[] = [];
  private isOpen: boolean;

  constructor(
    private readonly fields: readonly F[],
    private readonly withFiles: boolean,
  ) {
    this.isOpen = !withFiles;
  }

  push(printed: readonly Buffer[]): LogRecord<F>[] {
    const found: LogRecord<F>[] = [];
    for (const bytes of printed) {
      const text = bytes.toString();
      if (this.isOpen && this.values.length < this.fields.length) this.values.push(text);
      else if (text === mark) {
        const last = this.end();
        if (last) found.push(last);
        this.isOpen = true;
      } else {
        // Git sets the list of files apart from the format by a line break.
        const name = this.files.length === 0 ? text.replace(/^\n/, '') : text;
        if (name) this.files.push(name);
      }
      if (this.withFiles || this.values.length < this.fields.length) continue;
      const whole = this.end();
      if (whole) found.push(whole);
    }
    return found;
  }

  /** The commit that is open, where it is whole. */
  end(): LogRecord<F> | undefined {
    const { fields, values, files } = this;
    if (values.length < fields.length) return undefined;
    this.values = [];
    this.files = [];
    this.isOpen = !this.withFiles;
    // Written field by field: logs are long, and what is made of entries costs ten times as much.
    const record: Partial<Record<LogField, string>> & { files: readonly string[] } = { files };
    fields.forEach((field, at) => (record[field] = values[at] ?? ''));
    return record as LogRecord<F>;
  }
}
