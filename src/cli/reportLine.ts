import { parsePeriod } from '../core/goal/calendar';
import type { Level } from '../core/goal/goal';
import { isTimeZone, maxWeeks } from '../core/report/reportPeriod';
import { reportFormats, type ReportFormat } from '../reporting/reportFormats';
import { oneOf, UsageError } from './usageError';

/** The options of `goal-lens report`. */
export interface ReportOptions {
  /** Parquet is for machines, and only available on the command line. */
  readonly format: ReportFormat | 'parquet';
  readonly branch: string | undefined;
  readonly level: Level | undefined;
  readonly weeks: number | undefined;
  /** An ISO date. */
  readonly since: string | undefined;
  /** An ISO date. */
  readonly until: string | undefined;
  readonly timeZone: string | undefined;
  /** Count only commits that touch this file or folder. */
  readonly path: string | undefined;
  /** The repositories to add up, instead of the folder's own. */
  readonly repositories: readonly string[];
  /** The file to write to instead of standard output. */
  readonly output: string | undefined;
}

/** The options of `report`, in the form Node.js parses. */
export const reportArguments = {
  branch: { type: 'string', short: 'b' },
  level: { type: 'string' },
  weeks: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  'time-zone': { type: 'string' },
  path: { type: 'string' },
  repo: { type: 'string', multiple: true },
  output: { type: 'string', short: 'o' },
} as const;

type Written = Readonly<
  Partial<Record<Exclude<keyof typeof reportArguments, 'repo'>, string | undefined>>
> & {
  readonly repo?: readonly string[] | undefined;
};

/** Repeated here because the list in core would load all shared code before a client is welcomed. */
const levels = { objective: true, initiative: true, epic: true, item: true } satisfies Record<Level, true>;

/** Parses the options of `report`. @throws {UsageError} */
export function reportOptions(written: Written, format = 'text'): ReportOptions {
  refuseContradictions(written);
  const { branch, since, until, output, weeks, level, repo = [], path } = written;
  const timeZone = written['time-zone'];
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new UsageError(`“${timeZone}” is no time zone. Write one such as UTC or Europe/Berlin.`);
  }
  return {
    format: fileFormat(oneOf(format, [...reportFormats, 'parquet'], '--format'), output),
    level: level === undefined ? undefined : oneOf(level, Object.keys(levels) as Level[], '--level'),
    weeks: weeks === undefined ? undefined : weeksIn(weeks),
    since: since === undefined ? undefined : dayIn(since, '--since'),
    until: until === undefined ? undefined : dayIn(until, '--until'),
    path: path === undefined ? undefined : pathIn(path),
    repositories: repo,
    branch,
    timeZone,
    output,
  };
}

/** Checks that a format suits its output: Parquet is no text for a terminal. @throws {UsageError} */
export function fileFormat<T extends string>(format: T, output: string | undefined): T {
  if (format !== 'parquet' || (output !== undefined && output !== '-')) return format;
  throw new UsageError('--format parquet writes bytes, not text: name a file with -o.');
}

function refuseContradictions({ weeks, since, until, path, repo = [] }: Written): void {
  if (weeks !== undefined && (since ?? until) !== undefined) {
    throw new UsageError('--weeks and --since or --until exclude each other.');
  }
  if (until !== undefined && since === undefined) throw new UsageError('--until needs --since.');
  if (path !== undefined && repo.length > 1) throw new UsageError('--path needs a single repository.');
}

function weeksIn(text: string): number {
  const weeks = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (weeks >= 1 && weeks <= maxWeeks) return weeks;
  throw new UsageError(`“${text}” is not possible for --weeks. Write a number from 1 to ${maxWeeks}.`);
}

function dayIn(text: string, option: string): string {
  const period = parsePeriod(text);
  if (period && period.label === undefined) return text;
  throw new UsageError(`“${text}” is not possible for ${option}. Write a day such as 2026-11-22.`);
}

/** A path as git spells it. */
function pathIn(text: string): string | undefined {
  const names = text.split(/[\\/]/).filter((name) => name !== '' && name !== '.');
  if (names.includes('..')) {
    throw new UsageError(
      `“${text}” is not possible for --path. Write a path below the top of the repository.`,
    );
  }
  return names.join('/') || undefined;
}
