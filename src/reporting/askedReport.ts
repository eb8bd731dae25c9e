import type { Level } from '../core/goal/goal';
import type { ReportPeriod } from '../core/report/reportPeriod';
import { wholeWeeks } from '../core/report/reportPeriod';
import type { ReportFile } from '../teamFiles/reportFile/reportFile';
import type { ReportRequest } from '../workspace/report/readReport';

/** What a person asks of a report; the rest is what the team says, or else the usual. */
export interface AskedReport {
  readonly branch?: string | undefined;
  readonly level?: Level | undefined;
  readonly weeks?: number | undefined;
  readonly timeZone?: string | undefined;
  /** Only commits that touch this file or folder count. */
  readonly path?: string | undefined;
}

/** What counts where nobody says otherwise. */
export const reportDefaults = { weeks: 12, level: 'initiative', timeZone: 'UTC', staleDays: 14 } as const;

/**
 * What is read for a report: what a person asks goes before what the team says in its file.
 *
 * @param now epoch milliseconds
 * @param period in place of the last whole weeks
 */
export function reportRequest(
  asked: AskedReport,
  team: ReportFile,
  now: number,
  period?: ReportPeriod,
): ReportRequest {
  const timeZone = asked.timeZone ?? team.timeZone ?? reportDefaults.timeZone;
  return {
    branch: asked.branch ?? team.branch,
    period: period ?? wholeWeeks(now, asked.weeks ?? team.weeks ?? reportDefaults.weeks, timeZone),
    level: asked.level ?? team.level ?? reportDefaults.level,
    staleDays: team.staleDays ?? reportDefaults.staleDays,
    bots: team.bots ?? [],
    plan: new Map(Object.entries(team.targets ?? {})),
    path: asked.path,
    withLines: true,
    now,
  };
}
