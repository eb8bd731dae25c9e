import type { GoalCatalog } from '../core/catalog/goalCatalog';
import type { Goal } from '../core/goal/goal';
import { reportRecord } from '../presentation/report/reportRecord';
import type { ReportRecord } from '../presentation/report/reportSchema';
import type { ReadReport } from '../workspace/report/readReport';
import type { ReportPlace, ReportRequest } from '../workspace/report/reportRequest';

/** How a report spells goals: as in its repository, or unambiguously across several. */
export function spellingIn(places: readonly ReportPlace[], catalog: GoalCatalog): (goal: Goal) => string {
  const [only] = places;
  const references = places.length === 1 && only ? only.references : catalog.in();
  return (goal) => references.spellingOf(goal);
}

/** The facts of a report that was read. */
export function recordOf(
  read: ReadReport,
  places: readonly ReportPlace[],
  { plan, now }: ReportRequest,
  language: string,
): ReportRecord {
  return reportRecord(read.report, {
    ...read,
    trailer: places[0]?.rules.trailer ?? '',
    spell: spellingIn(places, read.catalog),
    plan,
    now,
    language,
  });
}
