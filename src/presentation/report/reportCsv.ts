import type { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { Level } from '../../core/goal/goal';
import type { AlignmentReport } from '../../core/report/alignmentReport';
import { dayUnits } from '../../core/report/dayUnits';
import { goalAtLevel, rankOf, type ReportTarget } from '../../core/report/reportTarget';
import type { TallyEntry } from '../../core/report/tally';
import { shareOf } from '../../core/report/tally';
import { rounded } from './figures';

/** The columns of `--format csv`. */
const columns = ['week', 'level', 'key', 'rank', 'evidence', 'person_days', 'share', 'changes'] as const;

/**
 * A report as one tidy table: a row for each combination of week, goal of the report's level, and evidence. Person-days
 * are empty if fewer than three people are behind a week; its shares are then rounded.
 */
export function reportCsv(report: AlignmentReport, catalog: GoalCatalog): string {
  const isSmall = report.crowd.isSmall || report.crowd.hasSmallWeek;
  const effortOfWeek = new Map(report.weeks.map(({ week, effort }) => [week.name, effort]));
  const lines = groups(report, catalog).map(({ week, target, evidence, effort, changes }) => [
    week,
    levelOf(target, report.level),
    keyOf(target),
    String(rankOf(target, catalog)),
    evidence,
    isSmall ? '' : String(rounded(effort / dayUnits)),
    String(rounded(shareOf(effort, effortOfWeek.get(week) ?? 0), isSmall ? 2 : 6)),
    String(rounded(changes / dayUnits)),
  ]);
  return [columns, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** A cell that no spreadsheet mistakes for a formula. */
function csvCell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function groups({ tally, level }: AlignmentReport, catalog: GoalCatalog): TallyEntry[] {
  const sums = new Map<string, TallyEntry>();
  for (const entry of tally) {
    const target = atLevel(entry.target, level, catalog);
    const key = [entry.week, entry.evidence, target.id].join('\n');
    const sum = sums.get(key);
    sums.set(key, {
      ...entry,
      target,
      effort: (sum?.effort ?? 0) + entry.effort,
      changes: (sum?.changes ?? 0) + entry.changes,
    });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

function atLevel(target: ReportTarget, level: Level, catalog: GoalCatalog): ReportTarget {
  if (target.kind !== 'goal') return target;
  const goal = goalAtLevel(target.goal, level, catalog);
  return { ...target, goal, id: `${goal.key}\n${goal.trackerId}` };
}

function levelOf(target: ReportTarget, level: Level): string {
  return target.kind === 'goal' ? target.goal.level : level;
}

function keyOf(target: ReportTarget): string {
  return target.kind === 'goal' ? target.goal.key : target.kind === 'unknown' ? target.key : '';
}
