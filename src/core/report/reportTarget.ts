import type { GoalCatalog } from '../catalog/goalCatalog';
import type { RepositoryHome } from '../catalog/repositoryHome';
import { levels, type Goal, type Level, type Rank } from '../goal/goal';
import { normalizeKey } from '../goal/goalKey';
import { goalView } from '../views/goalView';

/** What effort goes to: a goal, for its initiative; a key that no tracker has; or no goal. */
export type ReportTarget =
  | {
      readonly kind: 'goal';
      readonly id: string;
      readonly bucket: string;
      readonly goal: Goal;
      readonly initiative: Goal;
    }
  | { readonly kind: 'unknown'; readonly id: string; readonly bucket: string; readonly key: string }
  | { readonly kind: 'none'; readonly id: string; readonly bucket: string };

/** Work that serves no goal. */
export const noGoal: ReportTarget = { kind: 'none', id: '\uffff', bucket: '\uffff' };

/** All keys that no tracker has share one bucket. */
const unknownBucket = '\ufffe';

/** The targets of one catalog, each made once: `id` orders and compares them, `bucket` is their initiative's. */
export class ReportTargets {
  private readonly known = new Map<string, ReportTarget>();

  constructor(
    private readonly catalog: GoalCatalog,
    /** The repository's home, which decides what spellings mean. */
    private readonly home?: RepositoryHome,
  ) {}

  /** The target that a key stands for. */
  of(key: string): ReportTarget {
    const name = normalizeKey(key);
    let target = this.known.get(name);
    if (!target) this.known.set(name, (target = this.make(name)));
    return target;
  }

  /** The targets that several keys stand for, each once, without goals that are above another of them. */
  ofAll(keys: readonly string[]): ReportTarget[] {
    const targets = [...new Set(keys.map((key) => this.of(key)))];
    if (targets.length < 2) return targets;
    const above = new Set(
      targets.flatMap((each) => (each.kind === 'goal' ? goalView(each.goal, this.catalog).ancestors : [])),
    );
    return targets.filter((each) => each.kind !== 'goal' || !above.has(each.goal));
  }

  private make(key: string): ReportTarget {
    const goal = this.catalog.in(this.home).find(key);
    if (!goal) return { kind: 'unknown', id: `${unknownBucket}${key}`, bucket: unknownBucket, key };
    const { initiative } = goalView(goal, this.catalog);
    return { kind: 'goal', id: idOf(goal), bucket: idOf(initiative), goal, initiative };
  }
}

/** The goal that stands for a goal at a level: the nearest of that level at or above it, else the one closest to it. */
export function goalAtLevel(goal: Goal, level: Level, catalog: GoalCatalog): Goal {
  const chain = [goal, ...goalView(goal, catalog).ancestors];
  const depth = levels.indexOf(level);
  return (
    chain.find((each) => each.level === level) ??
    chain.findLast((each) => levels.indexOf(each.level) > depth) ??
    goal
  );
}

/** The rank that a target has today; 0 if it is not a goal. */
export function rankOf(target: ReportTarget, catalog: GoalCatalog): Rank {
  return target.kind === 'goal' ? goalView(target.goal, catalog).rank : 0;
}

function idOf({ key, trackerId }: Goal): string {
  return `${normalizeKey(key)}\n${trackerId}`;
}
