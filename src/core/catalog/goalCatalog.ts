import { normalizeKey } from '../goal/goalKey';
import type { Goal } from '../goal/goal';
import { isKey } from '../references/goalKeys';
import { CodeLinkIndex } from './codeLinkIndex';
import { GoalNames } from './goalNames';
import { GoalRelations } from './goalRelations';
import { NumberIndex } from './numberIndex';
import { anywhere, type RepositoryHome } from './repositoryHome';
import { RepositoryReferences } from './repositoryReferences';
import type { TrackerState } from '../tracker/trackerState';

/** Climbing stops at this depth: no tracker has deeper trees, but damaged data might. */
const maxDepth = 32;

/** Every goal of every tracker at one moment, indexed for lookup. Immutable: a change makes a new catalog. */
export class GoalCatalog {
  private readonly trackersOfKey = new Map<string, Map<string, Goal>>();
  /** The names of goals besides their keys. */
  readonly names: GoalNames;
  private readonly homes = new WeakMap<RepositoryHome, RepositoryReferences>();
  private otherKeys: ReadonlyMap<string, Map<string, Goal>> | undefined;
  private readonly homeOf = new Map<string, RepositoryHome>();
  private numberIndex: NumberIndex | undefined;
  private codeLinks: CodeLinkIndex | undefined;
  private relationIndex: GoalRelations | undefined;

  constructor(readonly trackers: readonly TrackerState[]) {
    this.names = new GoalNames(trackers);
    for (const tracker of trackers) {
      for (const goal of tracker.goals) {
        const key = normalizeKey(goal.key);
        const holders = this.trackersOfKey.get(key) ?? new Map<string, Goal>();
        this.trackersOfKey.set(key, holders.set(tracker.id, goal));
      }
    }
  }

  /**
   * The goal that has this key, or else the one that is named by it: it had the key before it moved, or its source lists
   * it. If several trackers have the key, the folder's own goals file wins, then trackers that belong to no folder, then
   * other folders' files.
   */
  find(key: string, folder?: string): Goal | undefined {
    const id = normalizeKey(key);
    return this.nearest(this.trackersOfKey.get(id), folder) ?? this.nearest(this.otherwise().get(id), folder);
  }

  /** What spellings mean in a repository; without one, what they mean anywhere. */
  in(home: RepositoryHome = anywhere): RepositoryReferences {
    let references = this.homes.get(home);
    if (!references) this.homes.set(home, (references = new RepositoryReferences(this, home)));
    return references;
  }

  /** The goals that numbers and addresses name. */
  get numbers(): NumberIndex {
    return (this.numberIndex ??= new NumberIndex(this.trackers, this.names));
  }

  /** What trackers say about code. */
  get code(): CodeLinkIndex {
    return (this.codeLinks ??= new CodeLinkIndex(this.trackers));
  }

  /** The goal in the same tracker as `goal` that has this key, or else is named by it. */
  sibling(goal: Goal, key: string): Goal | undefined {
    const [id, { trackerId }] = [normalizeKey(key), goal];
    return this.trackersOfKey.get(id)?.get(trackerId) ?? this.otherwise().get(id)?.get(trackerId);
  }

  /**
   * The goal that another goal names as its parent, as covered by it, or as its blocker: in the same tracker, else in
   * any. A tracker that only numbers its items means its own items, as another tracker may use the same keys for
   * something else.
   */
  related(goal: Goal, reference: string): Goal | undefined {
    const own = this.sibling(goal, reference);
    if (own) return own;
    let home = this.homeOf.get(goal.trackerId);
    if (!home) {
      const tracker = this.trackers.find(({ id }) => id === goal.trackerId);
      if (!tracker || tracker.references) return undefined;
      home = { remotes: [], ...(tracker.folder !== undefined && { folder: tracker.folder }) };
      this.homeOf.set(goal.trackerId, home);
    }
    return this.in(home).find(reference);
  }

  /** What is above and below each goal, and what it waits for. */
  get relations(): GoalRelations {
    return (this.relationIndex ??= new GoalRelations(this));
  }

  /**
   * The chain above a goal, nearest first, through the most urgent of several parents; it stops at a cycle or after 32
   * goals.
   */
  ancestors(goal: Goal): Goal[] {
    const chain = new Set([goal]);
    let [at] = this.relations.parents(goal);
    while (at && !chain.has(at) && chain.size <= maxDepth) {
      chain.add(at);
      [at] = this.relations.parents(at);
    }
    return [...chain].slice(1);
  }

  /** The goals directly below a goal. */
  children(goal: Goal): readonly Goal[] {
    return this.relations.children(goal);
  }

  /** All goals below a goal, each once; cycles in the data are harmless. */
  descendants(goal: Goal): Goal[] {
    const found = new Set<Goal>([goal]);
    // Iterating over a set also visits what is added to it on the way.
    for (const at of found) for (const child of this.children(at)) found.add(child);
    return [...found].slice(1);
  }

  /** Every goal once, in tracker order; where trackers share a key, only the nearest one's goal is included. */
  all(folder?: string): Goal[] {
    return [...this.trackersOfKey.keys()].flatMap((key) => this.find(key, folder) ?? []);
  }

  /** The project parts of the known keys (`SHOP` of `SHOP-142`), in upper case. */
  projects(): ReadonlySet<string> {
    this.knownProjects ??= new Set(
      [...this.trackersOfKey.keys(), ...this.otherwise().keys()].flatMap((key) => projectOf(key) ?? []),
    );
    return this.knownProjects;
  }
  private knownProjects?: ReadonlySet<string>;

  /** The projects among them that no goal has or had in its key: only the very keys that goals list count there. */
  listedProjects(): ReadonlySet<string> {
    return (this.onlyListed ??= new Set(
      [...this.otherwise().keys()].flatMap((key) => (this.names.isHeld(key) ? [] : (projectOf(key) ?? []))),
    ));
  }
  private onlyListed?: ReadonlySet<string>;

  /**
   * The projects that occur only in keys we made up, for trackers that number their items: no tracker shows such keys.
   */
  inventedProjects(): ReadonlySet<string> {
    return (this.madeUp ??= madeUpProjects(this.trackers));
  }
  private madeUp?: ReadonlySet<string>;

  private nearest(holders: ReadonlyMap<string, Goal> | undefined, folder?: string): Goal | undefined {
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

  /** The goals by the keys among their other names. */
  private otherwise(): ReadonlyMap<string, Map<string, Goal>> {
    if (this.otherKeys) return this.otherKeys;
    const found = new Map<string, Map<string, Goal>>();
    for (const tracker of this.trackers) {
      for (const goal of tracker.goals) {
        for (const key of this.names.of(goal).filter(isKey)) {
          const id = normalizeKey(key);
          const holders = found.get(id) ?? new Map<string, Goal>();
          if (!holders.has(tracker.id)) found.set(id, holders.set(tracker.id, goal));
        }
      }
    }
    return (this.otherKeys = found);
  }
}

function madeUpProjects(trackers: readonly TrackerState[]): ReadonlySet<string> {
  const projectsOf = (isNumbering: boolean): Set<string> =>
    new Set(
      trackers
        .filter(({ references }) => (references !== undefined) === isNumbering)
        .flatMap(({ goals }) => goals.flatMap(({ key }) => projectOf(normalizeKey(key)) ?? [])),
    );
  const shown = projectsOf(false);
  return new Set([...projectsOf(true)].filter((project) => !shown.has(project)));
}

function projectOf(key: string): string | undefined {
  return /^(.+)-\d+$/.exec(key)?.[1];
}
