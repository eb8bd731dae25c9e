import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal, Rank } from '../goal/goal';
import { goalView } from '../views/goalView';
import { addTo } from './addTo';
import type { ReportPeriod } from './reportPeriod';

/** A figure of a period's landings, by when they landed and what they serve. */
export interface GroupedFigure<F> {
  readonly all: F;
  /** By the week of the landing. */
  readonly byWeek: readonly F[];
  readonly byRank: Readonly<Partial<Record<Rank, F>>>;
  /** For initiatives with at least five such landings. */
  readonly byGoal: ReadonlyMap<Goal, F>;
}

/** A goal with fewer landings gets no figure of its own. */
const enough = 5;

/** Collects what is measured of each landing, so that it can be summed up for all and for each group. */
export class LandingGroups<T> {
  private readonly all: T[] = [];
  private readonly byWeek: T[][];
  private readonly byRank = new Map<Rank, T[]>();
  private readonly byGoal = new Map<Goal, T[]>();

  constructor(
    { weeks }: ReportPeriod,
    private readonly catalog: GoalCatalog,
  ) {
    this.byWeek = weeks.map(() => []);
  }

  /** How many landings there are. */
  get count(): number {
    return this.all.length;
  }

  /**
   * Adds a landing.
   *
   * @param week its index in the period
   * @param initiatives those that it serves; it counts once for each, and once for each of their ranks
   */
  add(week: number, initiatives: ReadonlySet<Goal>, value: T): void {
    this.all.push(value);
    this.byWeek[week]?.push(value);
    const ranks = new Set<Rank>();
    for (const goal of initiatives) {
      addTo(this.byGoal, goal, value);
      ranks.add(goalView(goal, this.catalog).rank);
    }
    for (const rank of ranks) addTo(this.byRank, rank, value);
  }

  /** The figure for each group. */
  figures<F>(of: (values: readonly T[]) => F): GroupedFigure<F> {
    const goals = [...this.byGoal].filter(([, values]) => values.length >= enough);
    return {
      all: of(this.all),
      byWeek: this.byWeek.map(of),
      byRank: Object.fromEntries([...this.byRank].map(([rank, values]) => [rank, of(values)])),
      byGoal: new Map(goals.map(([goal, values]) => [goal, of(values)])),
    };
  }
}
