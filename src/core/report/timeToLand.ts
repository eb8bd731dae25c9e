import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal, Rank } from '../goal/goal';
import { goalView } from '../views/goalView';
import { addTo } from './addTo';
import { broughtIn, initiativesOf } from './broughtIn';
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
export interface TimeToLand {
  readonly all: LandTimes;
  /** By week of landing. */
  readonly byWeek: readonly LandTimes[];
  readonly byRank: Readonly<Partial<Record<Rank, LandTimes>>>;
  /** For initiatives with at least five measured landings. */
  readonly byGoal: ReadonlyMap<Goal, LandTimes>;
  /** Landings whose commits before a squash cannot be seen. */
  readonly squashed: number;
  /** Whether more than half of the landings are squashes. */
  readonly isMostlySquashed: boolean;
}

/** A goal with fewer landings gets no figure of its own. */
const enough = 5;

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
  const all: number[] = [];
  const byWeek = period.weeks.map((): number[] => []);
  const byRank = new Map<Rank, number[]>();
  const byGoal = new Map<Goal, number[]>();
  let squashed = 0;
  for (const { landings, claims } of works) {
    for (const [landing, rows] of broughtIn(landings)) {
      if (rows.length === 1 && rows[0] === landing && landings.facts[landing]?.isNumbered) {
        squashed += 1;
        continue;
      }
      const first = Math.min(...rows.map((row) => landings.written[row] ?? Infinity));
      const days = Math.max(0, (landings.landed[landing] ?? 0) - first) / 86_400;
      all.push(days);
      byWeek[landings.weeks[landing] ?? 0]?.push(days);
      const goals = initiativesOf(rows, claims, catalog);
      for (const goal of goals) addTo(byGoal, goal, days);
      for (const rank of new Set([...goals].map((goal) => goalView(goal, catalog).rank)))
        addTo(byRank, rank, days);
    }
  }
  return {
    all: timesOf(all),
    byWeek: byWeek.map(timesOf),
    byRank: Object.fromEntries([...byRank].map(([rank, days]) => [rank, timesOf(days)])),
    byGoal: new Map(
      [...byGoal].filter(([, days]) => days.length >= enough).map(([goal, days]) => [goal, timesOf(days)]),
    ),
    squashed,
    isMostlySquashed: squashed > all.length,
  };
}

/** The given percentile of sorted values, by the nearest-rank method. */
export function quantile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

function timesOf(days: readonly number[]): LandTimes {
  const sorted = [...days].sort((a, b) => a - b);
  return { count: sorted.length, median: quantile(sorted, 0.5), p85: quantile(sorted, 0.85) };
}
