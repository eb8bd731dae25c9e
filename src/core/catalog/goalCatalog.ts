import { normalizeKey } from '../goal/goalKey';
import { levels, type Goal } from '../goal/goal';
import type { TrackerState } from '../tracker/trackerState';

/** Trees deeper than this are not climbed: no tracker has them, a damaged one might. */
const maxDepth = 32;

/** Every goal of every tracker at one moment, indexed for look-up. Immutable: a change makes a new catalog. */
export class GoalCatalog {
  private readonly trackersOfKey = new Map<string, Map<string, Goal>>();
  /** The same for keys that goals had before. */
  private readonly trackersOfAlias = new Map<string, Map<string, Goal>>();
  private readonly childrenOf = new Map<string, Goal[]>();
  private goalsOfNumber: ReadonlyMap<number, readonly Goal[]> | undefined;

  constructor(readonly trackers: readonly TrackerState[]) {
    for (const tracker of trackers) {
      for (const goal of tracker.goals) {
        hold(this.trackersOfKey, goal.key, goal, tracker);
        for (const alias of goal.aliases ?? []) hold(this.trackersOfAlias, alias, goal, tracker);
        if (goal.parentKey !== undefined) {
          const parent = `${tracker.id}\n${normalizeKey(goal.parentKey)}`;
          const children = this.childrenOf.get(parent);
          if (children) children.push(goal);
          else this.childrenOf.set(parent, [goal]);
        }
      }
    }
  }

  /**
   * The goal with this key, or that had it before. Where several trackers have it, the folder's own goals file wins, then trackers that
   * belong to no folder, then the files of other folders.
   */
  find(key: string, folder?: string): Goal | undefined {
    const normal = normalizeKey(key);
    const holders = this.trackersOfKey.get(normal) ?? this.trackersOfAlias.get(normal);
    if (!holders) return undefined;
    let best: Goal | undefined;
    let bestDistance = Infinity;
    for (const tracker of this.trackers) {
      const goal = holders.get(tracker.id);
      const distance = tracker.folder === undefined ? 1 : tracker.folder === folder ? 0 : 2;
      if (goal && distance < bestDistance) [best, bestDistance] = [goal, distance];
    }
    return best;
  }

  /**
   * The goal with this number in the trackers that only number their items. Where several have it (an issue and a
   * milestone), the lowest of them in the tree; undefined where that is not one alone.
   */
  numbered(number: number): Goal | undefined {
    this.goalsOfNumber ??= goalsByNumber(this.trackers);
    const holders = this.goalsOfNumber.get(number) ?? [];
    const lowest = Math.max(...holders.map(({ level }) => levels.indexOf(level)));
    const [only, ...others] = holders.filter(({ level }) => levels.indexOf(level) === lowest);
    return others.length === 0 ? only : undefined;
  }

  /** The goal with this key, or that had it before, in the same tracker as `goal`. */
  sibling(goal: Goal, key: string): Goal | undefined {
    const [normal, { trackerId }] = [normalizeKey(key), goal];
    return this.trackersOfKey.get(normal)?.get(trackerId) ?? this.trackersOfAlias.get(normal)?.get(trackerId);
  }

  /** The chain above a goal, nearest first; a cycle in the data ends it. */
  ancestors(goal: Goal): Goal[] {
    const chain: Goal[] = [];
    const seen = new Set([normalizeKey(goal.key)]);
    let at: Goal | undefined = goal;
    while (at.parentKey !== undefined && chain.length < maxDepth) {
      at = this.sibling(at, at.parentKey);
      if (!at || seen.has(normalizeKey(at.key))) break;
      seen.add(normalizeKey(at.key));
      chain.push(at);
    }
    return chain;
  }

  /** The goals directly below a goal. */
  children(goal: Goal): readonly Goal[] {
    const [own = [], ...former] = [goal.key, ...(goal.aliases ?? [])].map(
      (key) => this.childrenOf.get(`${goal.trackerId}\n${normalizeKey(key)}`) ?? [],
    );
    return former.length === 0 ? own : [...new Set([...own, ...former.flat()])];
  }

  /** All goals below a goal, each once; a cycle in the data ends the descent. */
  descendants(goal: Goal): Goal[] {
    const found = new Set<Goal>([goal]);
    // A set goes on to what is added to it while it is gone through.
    for (const at of found) for (const child of this.children(at)) found.add(child);
    return [...found].slice(1);
  }

  /** Every goal once, in tracker order; a key that a nearer tracker has hides the farther ones. */
  all(folder?: string): Goal[] {
    return [...this.trackersOfKey.keys()].flatMap((key) => this.find(key, folder) ?? []);
  }

  /** The project parts of the known keys (`SHOP` of `SHOP-142`), in upper case. */
  projects(): ReadonlySet<string> {
    this.knownProjects ??= new Set(
      [...this.trackersOfKey.keys(), ...this.trackersOfAlias.keys()].flatMap((key) => projectOf(key) ?? []),
    );
    return this.knownProjects;
  }
  private knownProjects?: ReadonlySet<string>;
}

function hold(
  holders: Map<string, Map<string, Goal>>,
  key: string,
  goal: Goal,
  { id }: Pick<TrackerState, 'id'>,
): void {
  const normal = normalizeKey(key);
  const ofKey = holders.get(normal);
  if (ofKey) ofKey.set(id, goal);
  else holders.set(normal, new Map([[id, goal]]));
}

/** The goals of the trackers that only number their items, by number. */
function goalsByNumber(trackers: readonly TrackerState[]): ReadonlyMap<number, readonly Goal[]> {
  const found = new Map<number, Goal[]>();
  for (const goal of trackers.flatMap(({ isNumbered, goals }) => (isNumbered ? goals : []))) {
    const number = Number(/-(\d+)$/.exec(goal.key)?.[1]);
    const others = found.get(number);
    if (others) others.push(goal);
    else found.set(number, [goal]);
  }
  return found;
}

function projectOf(key: string): string | undefined {
  return /^(.+)-\d+$/.exec(key)?.[1];
}
