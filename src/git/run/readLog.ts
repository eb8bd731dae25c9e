import { FieldSplitter } from './fieldSplitter';
import type { Git, GitCall } from './git';
import { isGitFault } from './gitError';
import { goalNotesRef } from './notesRef';

/** What a log can print about a commit, as git spells it. */
const placeholders = {
  /** The full object name, 40 or 64 hex digits. */
  sha: '%H',
  /** Object names, with spaces between them. */
  parents: '%P',
  /** The author's name, mapped by the repository's .mailmap. */
  authorName: '%aN',
  /** The author's address, mapped by the repository's .mailmap. */
  authorEmail: '%aE',
  /** The day it was written, by the author's own clock, as an ISO date. */
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
  /** Its note in `refs/notes/goals`; empty if it has none. */
  note: '%N',
} as const;

/** A field that a log can print. */
export type LogField = keyof typeof placeholders;

/** A commit in a log. A field of more than 256 KiB loses its middle. */
export type LogRecord<F extends LogField> = Readonly<Record<F, string>> & {
  /** The files that it changed, if requested. */
  readonly files: readonly string[];
};

/** What to ask a log for. */
export interface LogRequest<F extends LogField> {
  readonly fields: readonly F[];
  /** Old and new names of the files that a commit changed; for a merge, those that differ from every parent. */
  readonly withFiles?: boolean;
  /** Which commits, and how many: options, `--end-of-options`, revisions, `--` and a path. */
  readonly which: readonly string[];
}

/** Switches off everything that a configuration could add to or change in the output, including signatures. */
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
/** Precedes each commit that comes with files: no path in a repository has this name. */
const mark = '//';

/**
 * Reads a log in batches of commits, in git's order. If a partial clone lacks notes, for which git fails the whole log,
 * the commits come without them.
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
    const found = records.push(splitter.texts(chunk));
    if (found.length > 0) yield found;
  }
  const last = records.end();
  if (last) yield [last];
}

/** Builds commits from the fields that git prints one after another. */
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

  push(printed: readonly string[]): LogRecord<F>[] {
    const found: LogRecord<F>[] = [];
    for (const text of printed) {
      if (this.isOpen && this.values.length < this.fields.length) this.values.push(text);
      else if (text === mark) {
        const last = this.end();
        if (last) found.push(last);
        this.isOpen = true;
      } else {
        // Git puts a line break between the formatted fields and the list of files.
        const name = this.files.length === 0 ? text.replace(/^\n/, '') : text;
        if (name) this.files.push(name);
      }
      if (this.withFiles || this.values.length < this.fields.length) continue;
      const whole = this.end();
      if (whole) found.push(whole);
    }
    return found;
  }

  /** The open commit, if it is complete. */
  end(): LogRecord<F> | undefined {
    const { fields, values, files } = this;
    if (values.length < fields.length) return undefined;
    this.values = [];
    this.files = [];
    this.isOpen = !this.withFiles;
    // Assigned field by field: logs are long, and building from entries costs ten times as much.
    const record: Partial<Record<LogField, string>> & { files: readonly string[] } = { files };
    fields.forEach((field, at) => (record[field] = values[at] ?? ''));
    return record as LogRecord<F>;
  }
}
