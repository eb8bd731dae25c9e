import type { GoalCatalog } from '../catalog/goalCatalog';
import { isClosed, type Goal, type Rank } from '../goal/goal';
import { goalView } from '../views/goalView';
import { compareRanked } from '../views/ranking';

/** A goal and what it waits for. */
export interface ChainLink {
  readonly goal: Goal;
  readonly rank: Rank;
  /** Ranks lower than the goal that waits for it; a goal without a priority ranks lowest. */
  readonly isLower: boolean;
  /** Urgent or waited for, with no landing on it for too long. */
  readonly isStale: boolean;
  /** Waits, through others, for itself; the rest of the circle is not repeated. */
  readonly isCycle: boolean;
  readonly waitsFor: readonly ChainLink[];
}

/** The maximum length of a chain. */
const maxDepth = 16;
/** The maximum number of links in a tree. */
const maxLinks = 200;

/**
 * The trees of open goals that wait for open goals, across all trackers, most important first. Each begins with a goal
 * that no open goal waits for; a circle, in which every goal waits, begins with its most important one.
 */
export function blockedChains(
  catalog: GoalCatalog,
  folder: string | undefined,
  isStale: (goal: Goal) => boolean,
): ChainLink[] {
  const blockers = openBlockers(catalog, folder);
  const waitedFor = new Set([...blockers.values()].flat());
  const order = (a: Goal, b: Goal): number => compareRanked(goalView(a, catalog), goalView(b, catalog));
  const waiting = [...blockers.keys()].sort(order);
  const shown = new Set<Goal>();
  const treeOf = (goal: Goal, above: readonly Goal[], rankAbove: Rank | undefined): ChainLink => {
    const { rank } = goalView(goal, catalog);
    const isCycle = above.includes(goal);
    shown.add(goal);
    const next =
      isCycle || above.length >= maxDepth || shown.size > maxLinks ? [] : (blockers.get(goal) ?? []);
    return {
      goal,
      rank,
      isLower: rankAbove !== undefined && place(rank) > place(rankAbove),
      isStale: isStale(goal),
      isCycle,
      waitsFor: [...next].sort(order).map((each) => treeOf(each, [...above, goal], rank)),
    };
  };
  const roots = waiting.filter((goal) => !waitedFor.has(goal)).map((goal) => treeOf(goal, [], undefined));
  const circles = waiting.flatMap((goal) => (shown.has(goal) ? [] : treeOf(goal, [], undefined)));
  return [...roots, ...circles];
}

/** The number of goals on the longest path down a tree. */
export function chainLength({ isCycle, waitsFor }: ChainLink): number {
  return isCycle ? 0 : 1 + Math.max(0, ...waitsFor.map(chainLength));
}

/** Every link of some trees. */
export function* linksOfChains(trees: readonly ChainLink[]): Generator<ChainLink> {
  for (const tree of trees) {
    yield tree;
    yield* linksOfChains(tree.waitsFor);
  }
}

/** What each open goal waits for, whichever of the two names the other, in other trackers too. */
function openBlockers(catalog: GoalCatalog, folder: string | undefined): Map<Goal, Goal[]> {
  const found = new Map<Goal, Set<Goal>>();
  const find = (goal: Goal, key: string): Goal | undefined =>
    catalog.related(goal, key) ?? catalog.find(key, folder);
  const add = (waiting: Goal | undefined, blocker: Goal | undefined): void => {
    if (!waiting || !blocker || waiting === blocker || isClosed(waiting) || isClosed(blocker)) return;
    found.set(waiting, (found.get(waiting) ?? new Set()).add(blocker));
  };
  for (const goal of catalog.all(folder)) {
    for (const key of goal.blockedByKeys) add(goal, find(goal, key));
    for (const key of goal.blocksKeys) add(find(goal, key), goal);
  }
  return new Map([...found].map(([goal, blockers]) => [goal, [...blockers]]));
}

function place(rank: Rank): number {
  return rank === 0 ? 5 : rank;
}
