import type { Goal } from '../core/goal/goal';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dayOf, maxWeeks, periodOf, wholeWeeks, type ReportPeriod } from '../core/report/reportPeriod';
import { reportHtml } from '../presentation/htmlReport/reportHtml';
import { reportCsv } from '../presentation/report/reportCsv';
import { reportMarkdown } from '../presentation/report/reportMarkdown';
import { reportRecord } from '../presentation/report/reportRecord';
import { reportText } from '../presentation/report/reportText';
import type { Workspace } from '../workspace/workspace';
import type { ReportLine } from './commandLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { teamSettings } from './teamSettings';
import { UsageError } from './usageError';

/** A report as it is printed, and what the process says by its exit code. */
export interface WrittenReport {
  /** Ends with a line break. */
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** Where and when a report is made. */
export interface ReportRun {
  /** The folder that `--output` is relative to. */
  readonly cwd: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const language = 'en';
const defaults = { weeks: 12, level: 'initiative', timeZone: 'UTC', staleDays: 14 } as const;

/**
 * `goal-lens report`: whether what landed follows the priorities. There is nothing to tell where nothing landed or no
 * goal is known.
 *
 * @throws {UsageError} {LandingError} {GitError}
 */
export async function reportCommand(
  workspace: Workspace,
  line: ReportLine,
  { now }: ReportRun,
): Promise<WrittenReport> {
  const { catalog, rules, references } = workspace;
  const spell = (goal: Goal): string => references.spellingOf(goal);
  const team = { ...defaults, ...(await teamSettings(workspace)) };
  const plan = new Map(Object.entries(team.targets ?? {}));
  const request = {
    branch: line.branch ?? team.branch,
    period: periodIn(
      { ...line, weeks: line.weeks ?? team.weeks, timeZone: line.timeZone ?? team.timeZone },
      now,
    ),
    level: line.level ?? team.level,
    staleDays: team.staleDays,
    bots: team.bots ?? [],
    plan,
    now,
  };
  const read = await workspace.report(request);
  if (!read) {
    return {
      text: 'There is no git repository here. Run it in one, or name its folder with -C.\n',
      exitCode: exitCodes.cannotTell,
    };
  }
  const { report } = read;
  const record = reportRecord(report, {
    ...read,
    trailer: rules.trailer,
    spell,
    catalog,
    plan,
    now,
    language,
  });
  const hasGoals = catalog.trackers.some(({ goals }) => goals.length > 0);
  const isUnreadable = !hasGoals && catalog.trackers.some(({ fault }) => fault !== undefined);
  const write = {
    text: () => `${reportText(record, language)}\n`,
    markdown: () => reportMarkdown(record, language),
    html: () => reportHtml(record, language),
    csv: () => reportCsv(report, catalog),
    json: () => `${JSON.stringify(record, undefined, 2)}\n`,
  };
  return {
    text: write[line.format](),
    exitCode: isUnreadable
      ? exitCodes.cannotTell
      : report.counted.change > 0 && hasGoals
        ? exitCodes.ok
        : exitCodes.nothing,
  };
}

/** Writes a report where the command line says. @throws {UsageError} where it cannot be written there */
export async function saveReport(text: string, output: string, cwd: string): Promise<void> {
  try {
    await writeFile(resolve(cwd, output), text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The report cannot be written to “${output}”: ${reason}. Name another file.`);
  }
}

function periodIn(
  {
    weeks,
    since,
    until,
    timeZone,
  }: Pick<ReportLine, 'since' | 'until'> & { weeks: number; timeZone: string },
  now: number,
): ReportPeriod {
  if (since === undefined) return wholeWeeks(now, weeks, timeZone);
  const last = until ?? dayOf(now, timeZone);
  if (last < since) throw new UsageError(`The period ends on ${last}, before it begins on ${since}.`);
  const period = periodOf(since, last, timeZone);
  if (period.weeks.length > maxWeeks) throw new UsageError(`The period is longer than ${maxWeeks} weeks.`);
  return period;
}
