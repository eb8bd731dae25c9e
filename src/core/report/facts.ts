import type { GoalCatalog } from '../catalog/goalCatalog';
import type { Level, Rank } from '../goal/goal';
import type { AlignmentReport } from './alignmentReport';
import { compareIds, type Evidence } from './attribution';
import { goalAtLevel, rankOf, type ReportTarget } from './reportTarget';

/** One repository's work in one week for one goal, by one kind of evidence: the parts that all figures sum. */
export interface Fact {
  /** Identifies the repository among all others. */
  readonly repository: string;
  /** An ISO week. */
  readonly week: string;
  readonly kind: ReportTarget['kind'];
  /** The goal's key, or a key that no tracker has; empty for no goal. */
  readonly key: string;
  readonly title: string;
  readonly level: Level;
  readonly rank: Rank;
  readonly evidence: Evidence;
  /** Person-days, in `dayUnits`; null if fewer than three people are behind any week of the repository. */
  readonly effort: number | null;
  /** Changes, in `dayUnits`. */
  readonly changes: number;
}

/**
 * The facts of a report, by repository, in their order.
 *
 * @param identities the identity of each of its repositories
 */
export function factsOf(
  report: AlignmentReport,
  catalog: GoalCatalog,
  identities: readonly string[],
): Fact[] {
  const { level } = report;
  const facts = report.works.flatMap(({ name, tally, landings: { crowd } }, at) => {
    const repository = identities[at] ?? name;
    const isSmall = crowd.isSmall || crowd.hasSmallWeek;
    return tally.map(({ week, target, evidence, effort, changes }): Fact => {
      const goal = target.kind === 'goal' ? goalAtLevel(target.goal, level, catalog) : undefined;
      const at = goal && target.kind === 'goal' ? { ...target, goal } : target;
      return {
        repository,
        week,
        kind: target.kind,
        evidence,
        changes,
        key: goal?.key ?? (target.kind === 'unknown' ? target.key : ''),
        title: goal?.title ?? '',
        level: goal?.level ?? level,
        rank: rankOf(at, catalog),
        effort: isSmall ? null : effort,
      };
    });
  });
  return summedFacts(facts);
}

/** Merges the facts of many repositories; order and grouping do not affect the result. */
export function mergeFacts(all: readonly (readonly Fact[])[]): Fact[] {
  return summedFacts(all.flat());
}

/** The weeks of a repository that occur in more than one list of facts, and so would count twice. */
export function countedTwice(all: readonly (readonly Fact[])[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const facts of all) {
    const own = new Set(facts.map(({ repository, week }) => `${repository}, ${week}`));
    for (const each of own) (seen.has(each) ? twice : seen).add(each);
  }
  return [...twice].sort(compareIds);
}

/** Merges facts with the same identity; a value withheld in a part is withheld in the sum. */
function summedFacts(facts: readonly Fact[]): Fact[] {
  const sums = new Map<string, Fact>();
  for (const fact of facts) {
    const name = nameOf(fact);
    const sum = sums.get(name);
    if (!sum) sums.set(name, fact);
    else {
      const effort = sum.effort === null || fact.effort === null ? null : sum.effort + fact.effort;
      // Titles may differ if one changed between two reports.
      const title = compareIds(sum.title, fact.title) <= 0 ? sum.title : fact.title;
      sums.set(name, { ...sum, title, effort, changes: sum.changes + fact.changes });
    }
  }
  return [...sums].sort(([a], [b]) => compareIds(a, b)).map(([, fact]) => fact);
}

function nameOf({ repository, week, kind, key, level, rank, evidence }: Fact): string {
  return JSON.stringify([repository, week, kind, key, level, rank, evidence]);
}
