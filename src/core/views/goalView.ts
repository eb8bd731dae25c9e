import { initiativeOf } from './initiative';
import type { GoalCatalog } from '../catalog/goalCatalog';
import { isClosed, type Goal, type Impact, type Priority, type Rank } from '../goal/goal';

/** A value and the goal that it was taken from: the goal itself, or its nearest ancestor that has one. */
export interface Inherited<T> {
  readonly value: T;
  readonly from: Goal;
}

/** When a goal is due. */
export interface Target {
  /** The last day, as an ISO date. */
  readonly date: string;
  /** As the tracker spells it where that is not a day (`2026-Q4`). */
  readonly label?: string;
}

/** What stands in a goal's way, and what waits for it. */
export interface Dependencies {
  /** Goals that are still open and must be done first. */
  readonly openBlockers: readonly Goal[];
  /** All goals named as blockers that a tracker has, closed ones too. */
  readonly blockedBy: readonly Goal[];
  /** Goals that wait for this one. */
  readonly blocks: readonly Goal[];
}

/**
 * A goal as every surface shows it: its chain, its effective priority, impact and date and whose they are,
 * whether it is over, and what depends on it.
 */
export class GoalView {
  /** The goals above, nearest first. */
  readonly ancestors: readonly Goal[];
  /** The other goals directly above it or above one of its chain: what it serves as well. */
  readonly alsoServes: readonly Goal[];
  /** The goal that the work is done for: the nearest initiative at or above it. */
  readonly initiative: Goal;
  /** The goal's priority, or its nearest ancestor's. A rank of 0 is "not set" and does not count. */
  readonly priority: Inherited<Priority> | undefined;
  /** The goal's impact, or its nearest ancestor's; taken whole, so that unlike sources are never mixed. */
  readonly impact: Inherited<Impact> | undefined;
  /** When the goal is due, or its nearest ancestor that has a date. */
  readonly target: Inherited<Target> | undefined;
  private dependenciesNow: Dependencies | undefined;

  /** To be made by `goalView`, which keeps one for each goal of a catalog. */
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

  /** The rank of the effective priority; 0 where none is set on the whole chain. */
  get rank(): Rank {
    return this.priority?.value.rank ?? 0;
  }

  /** Whether work on the goal itself is over. */
  get isClosed(): boolean {
    return isClosed(this.goal);
  }

  /** The nearest goal above that is over while this one is not. */
  get closedAncestor(): Goal | undefined {
    return this.isClosed ? undefined : this.ancestors.find(isClosed);
  }

  /** References to goals above, below or in the way of it that are in no tracker that is read. */
  get unknownReferences(): readonly string[] {
    return namedBy(this.goal).filter((reference) => !this.catalog.related(this.goal, reference));
  }

  /** What stands in the goal's way, and what waits for it. */
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

/** What a goal names as above or below it, or as what blocks it. */
function namedBy({
  parentKey,
  otherParentKeys = [],
  covers = [],
  blockedByKeys,
  blocksKeys,
}: Goal): string[] {
  const above = parentKey === undefined ? [] : [parentKey, ...otherParentKeys];
  return [...new Set([...above, ...covers, ...blockedByKeys, ...blocksKeys])];
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

/** The view of a goal: the same one for as long as the catalog is the same. */
export function goalView(goal: Goal, catalog: GoalCatalog): GoalView {
  let views = viewsOf.get(catalog);
  if (!views) viewsOf.set(catalog, (views = new Map<Goal, GoalView>()));
  let view = views.get(goal);
  if (!view) views.set(goal, (view = new GoalView(goal, catalog)));
  return view;
}
