import { initiativeOf } from './initiative';
import type { GoalCatalog } from '../catalog/goalCatalog';
import { isClosed, type Goal, type Impact, type Priority, type Rank } from '../goal/goal';

/** A value and the goal that it comes from: the goal itself, or its nearest ancestor that has one. */
export interface Inherited<T> {
  readonly value: T;
  readonly from: Goal;
}

/** When a goal is due. */
export interface Target {
  /** The last day, as an ISO date. */
  readonly date: string;
  /** The date as the tracker spells it, if that is not a day (`2026-Q4`). */
  readonly label?: string;
}

/** What blocks a goal, and what waits for it. */
export interface Dependencies {
  /** Open goals that must be done first. */
  readonly openBlockers: readonly Goal[];
  /** All goals named as blockers that a tracker has, including closed ones. */
  readonly blockedBy: readonly Goal[];
  /** Goals that wait for this one. */
  readonly blocks: readonly Goal[];
}

/** What a goal names and no tracker that is read has, by the relation. */
interface UnreadReferences {
  readonly above: readonly string[];
  readonly covered: readonly string[];
  readonly blockers: readonly string[];
  readonly waiting: readonly string[];
}

/**
 * A goal as every surface shows it: its chain; its effective priority, impact and date, and whose they are; whether it
 * is closed; and its dependencies.
 */
export class GoalView {
  /** The goals above, nearest first. */
  readonly ancestors: readonly Goal[];
  /** The other goals that it serves: further parents of the goal or of its ancestors. */
  readonly alsoServes: readonly Goal[];
  /** The goal that the work is done for: the nearest initiative at or above it. */
  readonly initiative: Goal;
  /** The goal's priority, or its nearest ancestor's. A rank of 0 is "not set" and does not count. */
  readonly priority: Inherited<Priority> | undefined;
  /**
   * The goal's impact, or its nearest ancestor's; always taken whole, so that values from different goals never mix.
   */
  readonly impact: Inherited<Impact> | undefined;
  /** The goal's due date, or its nearest ancestor's. */
  readonly target: Inherited<Target> | undefined;
  private dependenciesNow: Dependencies | undefined;

  /** Use `goalView` instead, which keeps one view per goal of a catalog. */
  constructor(
    readonly goal: Goal,
    private readonly catalog: GoalCatalog,
  ) {
    this.ancestors = catalog.ancestors(goal);
    this.initiative = initiativeOf(goal, this.ancestors);
    const chain = [goal, ...this.ancestors];
    this.alsoServes = othersAbove(chain, catalog);
    this.priority = nearest(chain, ownPriority);
    this.impact = nearest(chain, ownImpact);
    this.target = nearest(chain, ownTarget);
  }

  /** The rank of the effective priority; 0 if none is set anywhere on the chain. */
  get rank(): Rank {
    return this.priority?.value.rank ?? 0;
  }

  /** Whether work on the goal itself has ended. */
  get isClosed(): boolean {
    return isClosed(this.goal);
  }

  /** The nearest closed ancestor, if this goal is still open. */
  get closedAncestor(): Goal | undefined {
    return this.isClosed ? undefined : this.ancestors.find(isClosed);
  }

  /** The parents, children and blockers that the goal names and no tracker that is read has. */
  get unread(): UnreadReferences {
    const { goal, catalog } = this;
    const { parentKey, otherParentKeys = [], covers = [], blockedByKeys, blocksKeys } = goal;
    const isUnread = (reference: string): boolean => {
      const found = catalog.related(goal, reference);
      // A covered item that nobody has counts as the goal itself.
      return found === undefined || found === goal;
    };
    return {
      above: [...(parentKey === undefined ? [] : [parentKey]), ...otherParentKeys].filter(isUnread),
      covered: covers.filter(isUnread),
      blockers: blockedByKeys.filter(isUnread),
      waiting: blocksKeys.filter(isUnread),
    };
  }

  /** The same in one list, each once. */
  get unknownReferences(): readonly string[] {
    const { above, covered, blockers, waiting } = this.unread;
    return [...new Set([...above, ...covered, ...blockers, ...waiting])];
  }

  /** What blocks the goal, and what waits for it. */
  get dependencies(): Dependencies {
    return (this.dependenciesNow ??= dependenciesOf(this.goal, this.catalog));
  }
}

function dependenciesOf(goal: Goal, catalog: GoalCatalog): Dependencies {
  const blockedBy = catalog.relations.blockers(goal);
  return {
    openBlockers: blockedBy.filter((each) => !isClosed(each)),
    blockedBy,
    blocks: catalog.relations.blocked(goal),
  };
}

function othersAbove(chain: readonly Goal[], { relations }: GoalCatalog): Goal[] {
  const others = new Set(chain.flatMap((goal) => relations.parents(goal).slice(1)));
  return [...others].filter((goal) => !chain.includes(goal));
}

function nearest<T>(chain: readonly Goal[], read: (goal: Goal) => T | undefined): Inherited<T> | undefined {
  for (const from of chain) {
    const value = read(from);
    if (value !== undefined) return { value, from };
  }
  return undefined;
}

function ownPriority({ priority }: Goal): Priority | undefined {
  return priority && priority.rank > 0 ? priority : undefined;
}

function ownImpact({ impact }: Goal): Impact | undefined {
  return impact && Object.keys(impact).length > 0 ? impact : undefined;
}

function ownTarget({ targetDate, targetLabel }: Goal): Target | undefined {
  if (targetDate === undefined) return undefined;
  return { date: targetDate, ...(targetLabel !== undefined && { label: targetLabel }) };
}

const viewsOf = new WeakMap<GoalCatalog, Map<Goal, GoalView>>();

/** The view of a goal: the same object for as long as the catalog is the same. */
export function goalView(goal: Goal, catalog: GoalCatalog): GoalView {
  let views = viewsOf.get(catalog);
  if (!views) viewsOf.set(catalog, (views = new Map<Goal, GoalView>()));
  let view = views.get(goal);
  if (!view) views.set(goal, (view = new GoalView(goal, catalog)));
  return view;
}
