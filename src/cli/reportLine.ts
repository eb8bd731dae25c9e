import { parsePeriod } from '../core/goal/calendar';
import { levels, type Level } from '../core/goal/goal';
import { isTimeZone, maxWeeks } from '../core/report/reportPeriod';
import { oneOf, UsageError } from './usageError';

/** The forms in which a report is written. */
const reportFormats = ['text', 'markdown', 'csv', 'json', 'html'] as const;
/** One of them. */
type ReportFormat = (typeof reportFormats)[number];

/** What `goal-lens report` is asked for. */
export interface ReportOptions {
  readonly format: ReportFormat;
  readonly branch: string | undefined;
  readonly level: Level | undefined;
  readonly weeks: number | undefined;
  /** An ISO date. */
  readonly since: string | undefined;
  /** An ISO date. */
  readonly until: string | undefined;
  readonly timeZone: string | undefined;
  /** Where to write, in place of standard output. */
  readonly output: string | undefined;
}

/** The options of `report`, as Node reads them. */
export const reportArguments = {
  branch: { type: 'string', short: 'b' },
  level: { type: 'string' },
  weeks: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  'time-zone': { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const;

type Written = Readonly<Partial<Record<keyof typeof reportArguments, string | undefined>>>;

/** Reads the options of `report`. @throws {UsageError} */
export function reportOptions(written: Written, format = 'text'): ReportOptions {
  const { branch, since, until, output, weeks, level } = written;
  const timeZone = written['time-zone'];
  if (weeks !== undefined && (since ?? until) !== undefined) {
    throw new UsageError('--weeks and --since or --until exclude each other.');
  }
  if (until !== undefined && since === undefined) throw new UsageError('--until needs --since.');
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new UsageError(`“${timeZone}” is no time zone. Write one such as UTC or Europe/Berlin.`);
  }
  return {
    format: oneOf(format, reportFormats, '--format'),
    level: level === undefined ? undefined : oneOf(level, levels, '--level'),
    weeks: weeks === undefined ? undefined : weeksIn(weeks),
    since: since === undefined ? undefined : dayIn(since, '--since'),
    until: until === undefined ? undefined : dayIn(until, '--until'),
    ...{ branch, timeZone, output },
  };
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
