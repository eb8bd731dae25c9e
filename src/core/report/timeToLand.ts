import type { GoalCatalog } from '../catalog/goalCatalog';
import { broughtIn, initiativesOf } from './broughtIn';
import { LandingGroups, type GroupedFigure } from './landingGroups';
import type { ReportPeriod } from './reportPeriod';
import type { MeasuredWork } from './repositoryWork';

/** How long landings took, in days. */
export interface LandTimes {
  readonly count: number;
  /** The median; undefined without a landing. */
  readonly median: number | undefined;
  /** The 85th percentile. */
  readonly p85: number | undefined;
}

/** Time to land, measured where git can see it. */
export interface TimeToLand extends GroupedFigure<LandTimes> {
  /** Landings whose commits before a squash cannot be seen. */
  readonly squashed: number;
  /** Whether more than half of the landings are squashes. */
  readonly isMostlySquashed: boolean;
}

/**
 * Time to land: from the earliest authoring of any change that a first-parent commit brought in to the commit's
 * landing. A single-parent landing whose subject ends in `(#12)` is a squash and is not measured. Deployments are
 * unknown, so this is not DORA's lead time.
 */
export function timeToLand(
  works: readonly Pick<MeasuredWork, 'landings' | 'claims'>[],
  period: ReportPeriod,
  catalog: GoalCatalog,
): TimeToLand {
  const measured = new LandingGroups<number>(period, catalog);
  let squashed = 0;
  for (const { landings, claims } of works) {
    for (const [landing, rows] of broughtIn(landings)) {
      if (rows.length === 1 && rows[0] === landing && landings.facts[landing]?.isNumbered) {
        squashed += 1;
        continue;
      }
      const first = rows.reduce((least, row) => Math.min(least, landings.written[row] ?? Infinity), Infinity);
      const days = Math.max(0, (landings.landed[landing] ?? 0) - first) / 86_400;
      measured.add(landings.weeks[landing] ?? 0, initiativesOf(rows, claims), days);
    }
  }
  return { ...measured.figures(timesOf), squashed, isMostlySquashed: squashed > measured.count };
}

/** The given percentile of sorted values, by the nearest-rank method. */
export function quantile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

function timesOf(days: readonly number[]): LandTimes {
  const sorted = [...days].sort((a, b) => a - b);
  return { count: sorted.length, median: quantile(sorted, 0.5), p85: quantile(sorted, 0.85) };
}
