import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal, Level, Rank } from '../goal/goal';
import { goalView } from '../views/goalView';
import { compareRanked } from '../views/ranking';
import { addTo } from './addTo';
import { changesOf, effortOf, shareOf, type Tally, type TallyEntry } from './tally';
import { goalAtLevel, rankOf, type ReportTarget } from './reportTarget';

/** The subject of an effort row: a goal, all keys that no tracker has, or no goal. */
type EffortSubject = { readonly kind: 'goal'; readonly goal: Goal } | { readonly kind: 'unknown' | 'none' };

/** The effort of a period for one goal and all goals below it. */
export interface EffortRow {
  readonly subject: EffortSubject;
  readonly rank: Rank;
  /** Person-days, in `dayUnits`. */
  readonly effort: number;
  /** Changes, in `dayUnits`. */
  readonly changes: number;
  /** Σ person-days of the row / Σ person-days of all, 0 to 1. */
  readonly share: number;
  /** The smallest and largest share across the two ways of weighing: by person-days and by changes. */
  readonly range: { readonly low: number; readonly high: number };
}

/** If a share's range is wider than this, it depends on how one counts. */
export const wideRange = 0.1;

/**
 * Effort by goal at a level: Σ person-days of a goal and everything below it. Goals come in the product's order of
 * importance, then keys that no tracker has, then work without a goal. The rows sum to the whole.
 */
export function effortByGoal(tally: Tally, level: Level, catalog: GoalCatalog): EffortRow[] {
  const goals = new Map<Goal, TallyEntry[]>();
  const others = new Map<'unknown' | 'none', TallyEntry[]>();
  for (const entry of tally) {
    const { target } = entry;
    if (target.kind === 'goal') addTo(goals, goalAtLevel(target.goal, level, catalog), entry);
    else addTo(others, target.kind, entry);
  }
  const [effort, changes] = [effortOf(tally), changesOf(tally)];
  const rowOf = (subject: EffortSubject, rank: Rank, entries: Tally): EffortRow => {
    const [own, ownChanges] = [effortOf(entries), changesOf(entries)];
    const shares = [shareOf(own, effort), shareOf(ownChanges, changes)];
    return {
      subject,
      rank,
      effort: own,
      changes: ownChanges,
      share: shareOf(own, effort),
      range: { low: Math.min(...shares), high: Math.max(...shares) },
    };
  };
  const ranked = [...goals].sort(([a], [b]) => compareRanked(goalView(a, catalog), goalView(b, catalog)));
  return [
    ...ranked.map(([goal, entries]) => rowOf({ kind: 'goal', goal }, goalView(goal, catalog).rank, entries)),
    ...(['unknown', 'none'] as const).flatMap((kind) => {
      const entries = others.get(kind);
      return entries ? rowOf({ kind }, 0, entries) : [];
    }),
  ];
}

/** The groups in which effort is listed by rank: P1 to P4, goals without a priority, unknown keys, or no goal. */
export const rankGroups = ['1', '2', '3', '4', 'notSet', 'unknown', 'none'] as const;
/** One of these groups. */
export type RankGroup = (typeof rankGroups)[number];

/** Effort by today's priority: Σ person-days of the goals with that effective rank. */
export function effortByRank(tally: Tally, catalog: GoalCatalog): Record<RankGroup, number> {
  const sums: Record<RankGroup, number> = { 1: 0, 2: 0, 3: 0, 4: 0, notSet: 0, unknown: 0, none: 0 };
  for (const { target, effort } of tally) {
    sums[groupOf(target, catalog)] += effort;
  }
  return sums;
}

/** The group in which a target is listed. */
export function groupOf(target: ReportTarget, catalog: GoalCatalog): RankGroup {
  if (target.kind !== 'goal') return target.kind;
  const rank = rankOf(target, catalog);
  return rank === 0 ? 'notSet' : `${rank}`;
}

/**
 * How effort is spread: the number of initiatives with effort, and the number of equal ones with the same spread, 1 / Σ
 * p² over the shares p of linked effort.
 */
export function focusOf(tally: Tally): { readonly initiatives: number; readonly focus: number } {
  const efforts = new Map<string, number>();
  for (const { target, effort } of tally) {
    if (target.kind !== 'goal' || effort === 0) continue;
    efforts.set(target.bucket, (efforts.get(target.bucket) ?? 0) + effort);
  }
  const linked = [...efforts.values()].reduce((sum, effort) => sum + effort, 0);
  const squares = [...efforts.values()].reduce((sum, effort) => sum + shareOf(effort, linked) ** 2, 0);
  return { initiatives: efforts.size, focus: squares === 0 ? 0 : 1 / squares };
}
