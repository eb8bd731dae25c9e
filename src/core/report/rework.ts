import type { GoalCatalog } from '../catalog/goalCatalog';
import { broughtIn, initiativesOf } from './broughtIn';
import { LandingGroups, type GroupedFigure } from './landingGroups';
import { reworkDays, type LandedLines } from './lineReplay';
import type { ReportPeriod } from './reportPeriod';
import type { MeasuredWork } from './repositoryWork';

/** How many lines landed, and how many of them were soon rewritten. */
export interface ReworkShare extends LandedLines {
  readonly landings: number;
}

/** How much of what landed was rewritten within three weeks. */
export interface Rework extends GroupedFigure<ReworkShare> {
  /** Landings too recent to judge: their lines may still be rewritten. */
  readonly tooYoung: number;
  /** How many weeks at the end of the period have only such landings. */
  readonly youngWeeks: number;
}

/** The most landings whose lines are read: git needs a few milliseconds for each. */
export const mostMeasured = 1000;

/**
 * Rework: lines that landed and that another landing removed within 21 days / lines that landed, over the period's
 * landings that are at least 21 days old. Undefined if the lines of any repository were not read.
 *
 * @param now epoch seconds
 */
export function rework(
  works: readonly Pick<MeasuredWork, 'landings' | 'claims' | 'lines'>[],
  period: ReportPeriod,
  catalog: GoalCatalog,
  now: number,
): Rework | undefined {
  const measured = new LandingGroups<LandedLines>(period, catalog);
  const oldest = now - reworkDays * 86_400;
  let tooYoung = 0;
  for (const { landings, claims, lines } of works) {
    if (!lines) return undefined;
    for (const [landing, rows] of broughtIn(landings)) {
      const landed = lines.get(landing);
      if (!landed) continue;
      if ((landings.landed[landing] ?? 0) > oldest) tooYoung += 1;
      else measured.add(landings.weeks[landing] ?? 0, initiativesOf(rows, claims), landed);
    }
  }
  return {
    ...measured.figures(sumOf),
    tooYoung,
    youngWeeks: period.weeks.filter(({ start }) => start > oldest).length,
  };
}

function sumOf(landed: readonly LandedLines[]): ReworkShare {
  return {
    landings: landed.length,
    lines: landed.reduce((sum, { lines }) => sum + lines, 0),
    rewritten: landed.reduce((sum, { rewritten }) => sum + rewritten, 0),
  };
}
