import { appendTo } from '../appendTo';
import { isClosed, type Goal } from '../goal/goal';
import type { TrackerState } from '../tracker/trackerState';

/** How many goals above a goal are searched for another of its parents: no tracker has more levels. */
const maxReached = 64;

/** Finds a goal by the name that another goal uses for it. */
export interface RelatedGoals {
  readonly trackers: readonly TrackerState[];
  sibling(goal: Goal, key: string): Goal | undefined;
  related(goal: Goal, reference: string): Goal | undefined;
}

/**
 * How goals relate to each other, across all trackers. Immutable: built once per catalog, in time linear in the
 * relations.
 */
export class GoalRelations {
  private readonly above = new Map<Goal, Goal[]>();
  private readonly below = new Map<Goal, Goal[]>();
  private readonly foreignBlockers = new Map<Goal, Goal[]>();
  private readonly foreignBlocked = new Map<Goal, Goal[]>();

  constructor(private readonly catalog: RelatedGoals) {
    for (const { goals } of catalog.trackers) for (const goal of goals) this.note(goal);
    const several = [...this.above].filter(([, parents]) => parents.length > 1);
    // Each once: only here, as looking through all of them at each link would take the square of their number.
    for (const [goal, parents] of several) this.above.set(goal, [...new Set(parents)]);
    for (const [goal] of several) this.above.set(goal, this.nearest(this.parents(goal)));
    for (const [goal, parents] of this.above) for (const each of parents) appendTo(this.below, each, goal);
    this.orderParents();
  }

  /** The goals directly above a goal; the first is the one whose chain is shown. */
  parents(goal: Goal): readonly Goal[] {
    return this.above.get(this.current(goal)) ?? [];
  }

  /** The goals directly below a goal. */
  children(goal: Goal): readonly Goal[] {
    return this.below.get(this.current(goal)) ?? [];
  }

  /** The goals that must be done before a goal, whichever of the two names the other. */
  blockers(goal: Goal): readonly Goal[] {
    return this.both(goal, goal.blockedByKeys, this.foreignBlockers);
  }

  /** The goals that wait for a goal, whichever of the two names the other. */
  blocked(goal: Goal): readonly Goal[] {
    return this.both(goal, goal.blocksKeys, this.foreignBlocked);
  }

  /** The current version of a goal that may have been read earlier. */
  private current(goal: Goal): Goal {
    return this.above.has(goal) || this.below.has(goal)
      ? goal
      : (this.catalog.sibling(goal, goal.key) ?? goal);
  }

  private both(goal: Goal, keys: readonly string[], foreign: ReadonlyMap<Goal, readonly Goal[]>): Goal[] {
    const own = keys.flatMap((key) => this.catalog.related(goal, key) ?? []);
    return [...new Set([...own, ...(foreign.get(this.current(goal)) ?? [])])];
  }

  private note(goal: Goal): void {
    const { parentKey, otherParentKeys = [], covers = [] } = goal;
    for (const key of parentKey === undefined ? [] : [parentKey, ...otherParentKeys]) {
      this.link(goal, this.catalog.related(goal, key));
    }
    for (const reference of covers) {
      const covered = this.catalog.related(goal, reference);
      if (covered) this.link(covered, goal);
    }
    for (const blocker of this.foreign(goal, goal.blockedByKeys))
      appendTo(this.foreignBlocked, blocker, goal);
    for (const blocked of this.foreign(goal, goal.blocksKeys)) appendTo(this.foreignBlockers, blocked, goal);
  }

  private link(goal: Goal, parent: Goal | undefined): void {
    if (parent && parent !== goal) appendTo(this.above, goal, parent);
  }

  /** Those of the goals named that another tracker has: it knows nothing of the relation. */
  private foreign(goal: Goal, keys: readonly string[]): Goal[] {
    return keys.flatMap((key) =>
      this.catalog.sibling(goal, key) ? [] : (this.catalog.related(goal, key) ?? []),
    );
  }

  /** Without those that are above another of them: an epic's initiative may be named beside the epic. */
  private nearest(parents: readonly Goal[]): Goal[] {
    const reached = new Map(parents.map((parent) => [parent, this.reachedFrom(parent)]));
    const far = new Set<Goal>();
    for (const [parent, above] of reached) {
      for (const goal of above) if (reached.get(goal)?.has(parent) === false) far.add(goal);
    }
    return parents.filter((parent) => !far.has(parent));
  }

  private reachedFrom(goal: Goal): ReadonlySet<Goal> {
    const reached = new Set<Goal>();
    const open = [goal];
    for (const at of open) {
      for (const parent of this.parents(at)) {
        // In the middle of a goal's parents too: thousands may be above one that many others share.
        if (reached.size > maxReached) return reached;
        if (!reached.has(parent)) open.push(parent);
        reached.add(parent);
      }
    }
    return reached;
  }

  /**
   * Of several goals above one, an open one with the most urgent chain is first; where those
   * are alike, the one named first.
   */
  private orderParents(): void {
    const several = [...this.above.values()].filter((parents) => parents.length > 1);
    if (several.length === 0) return;
    const ranks = this.chainRanks();
    const place = (goal: Goal): number => (isClosed(goal) ? 10 : 0) + (ranks.get(goal) ?? 5);
    for (const parents of several) parents.sort((a, b) => place(a) - place(b));
  }

  /**
   * The rank of each goal, or the best that it inherits on any of the ways up: from the most urgent goals down, so that
   * neither cycles nor many ways between two goals matter.
   */
  private chainRanks(): ReadonlyMap<Goal, number> {
    const ranks = new Map<Goal, number>();
    for (const rank of [1, 2, 3, 4]) {
      const open = [...this.below.keys()].filter(({ priority }) => priority?.rank === rank);
      for (let goal = open.pop(); goal; goal = open.pop()) {
        if (ranks.has(goal)) continue;
        ranks.set(goal, rank);
        for (const child of this.children(goal)) if ((child.priority?.rank ?? 0) === 0) open.push(child);
      }
    }
    return ranks;
  }
}
