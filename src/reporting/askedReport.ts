import type { Level } from '../core/goal/goal';
import type { ReportPeriod } from '../core/report/reportPeriod';
import { wholeWeeks } from '../core/report/reportPeriod';
import type { ReportFile } from '../teamFiles/reportFile/reportFile';
import type { ReportRequest } from '../workspace/report/reportRequest';

/** What a person asks of a report; the team's settings or the defaults supply the rest. */
export interface AskedReport {
  readonly branch?: string | undefined;
  readonly level?: Level | undefined;
  readonly weeks?: number | undefined;
  readonly timeZone?: string | undefined;
  /** Count only commits that touch this file or folder. */
  readonly path?: string | undefined;
}

/** The defaults, if neither the person nor the team says otherwise. */
export const reportDefaults = { weeks: 12, level: 'initiative', timeZone: 'UTC', staleDays: 14 } as const;

/**
 * What to read for a report; a person's wishes override the team's file.
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
