import { isDeepStrictEqual } from 'node:util';
import type { Goal } from '../../core/goal/goal';
import { normalizeKey } from '../../core/goal/goalKey';
import { maxGoals, maxText } from './goalLimit';
import { withLog } from './goalLog';
import { textIn } from './goalText';
import type { Snapshot } from './snapshot';

/** The goals of one tracker, by id, with where each came from. */
export class GoalSet {
  private goals = new Map<string, Goal>();
  private asked = new Set<string>();
  private keys: Map<string, string> | undefined;
  private list: readonly Goal[] | undefined;
  private length = 0;

  /** The goals of a snapshot, as far as there is room for them: see `within`. */
  static from({ goals, askedIds }: Pick<Snapshot, 'goals' | 'askedIds'>): GoalSet {
    const set = new GoalSet();
    for (const goal of goals) {
      const text = textIn(goal);
      if (set.size >= maxGoals || set.text + text > maxText) break;
      set.goals.set(goal.id, goal);
      set.length += text;
    }
    set.asked = new Set(askedIds.filter((id) => set.goals.has(id)));
    return set;
  }

  get size(): number {
    return this.goals.size;
  }

  /** How much text the goals hold together, in UTF-16 units. */
  get text(): number {
    return this.length;
  }

  get all(): readonly Goal[] {
    return (this.list ??= [...this.goals.values()]);
  }

  /** The ids of goals that are in no list. */
  get askedIds(): readonly string[] {
    return [...this.asked];
  }

  get askedKeys(): string[] {
    return [...this.asked].flatMap((id) => this.goals.get(id)?.key ?? []);
  }

  has(key: string): boolean {
    this.keys ??= new Map(
      [...this.goals.values()].flatMap(({ id, key, aliases = [] }) =>
        [key, ...aliases].map((each) => [normalizeKey(each), id] as const),
      ),
    );
    return this.keys.has(normalizeKey(key));
  }

  /**
   * Updates the set with goals; returns whether anything changed.
   *
   * @param seenAt epoch milliseconds
   */
  put(goals: readonly Goal[], origin: 'listed' | 'asked', seenAt: number): boolean {
    let changed = false;
    for (const given of goals) {
      const before = this.goals.get(given.id);
      const goal = withLog(withFormerKeys(given, before), before, seenAt);
      if (origin === 'listed') changed = this.asked.delete(goal.id) || changed;
      else if (!before) this.asked.add(goal.id);
      // An unchanged goal stays the same object, so that nothing is redrawn for it.
      if (before && isDeepStrictEqual(before, goal)) continue;
      this.set(goal);
      changed = true;
    }
    if (changed) this.keys = this.list = undefined;
    return changed;
  }

  /** The goals with the former keys of those that they replace: one that is gone leaves its key to another. */
  heirs(goals: readonly Goal[], goneIds: readonly string[]): readonly Goal[] {
    const formerKeys = new Map<string, readonly string[]>();
    for (const id of goneIds) {
      const gone = this.goals.get(id);
      if (gone?.aliases) formerKeys.set(normalizeKey(gone.key), gone.aliases);
    }
    if (formerKeys.size === 0) return goals;
    return goals.map((goal) => {
      const own = new Set(goal.aliases?.map(normalizeKey));
      const left = [...own].flatMap((key) => formerKeys.get(key) ?? []);
      return left.length > 0 ? { ...goal, aliases: [...(goal.aliases ?? []), ...left] } : goal;
    });
  }

  /**
   * Parts goals into those for which there is room, and those beyond: there may be `most` goals in all, and `maxText` in
   * them. What is known may change, but not grow beyond that.
   */
  within(
    most: number,
    goals: readonly Goal[],
  ): { readonly fitting: readonly Goal[]; readonly beyond: readonly Goal[] } {
    const fitting: Goal[] = [];
    const beyond: Goal[] = [];
    const added = new Map<string, Goal>();
    let { size, length } = this;
    for (const goal of goals) {
      const before = added.get(goal.id) ?? this.goals.get(goal.id);
      const more = textIn(goal) - (before ? textIn(before) : 0);
      if ((!before && size >= most) || (more > 0 && length + more > maxText)) {
        beyond.push(goal);
        continue;
      }
      if (!before) size += 1;
      length += more;
      added.set(goal.id, goal);
      fitting.push(goal);
    }
    return { fitting, beyond };
  }

  remove(ids: Iterable<string>): boolean {
    let changed = false;
    for (const id of ids) {
      this.asked.delete(id);
      const gone = this.goals.get(id);
      if (!gone) continue;
      this.goals.delete(id);
      this.length -= textIn(gone);
      changed = true;
    }
    if (changed) this.keys = this.list = undefined;
    return changed;
  }

  private set(goal: Goal): void {
    const before = this.goals.get(goal.id);
    this.goals.set(goal.id, goal);
    this.length += textIn(goal) - (before ? textIn(before) : 0);
  }

  /** The ids of listed goals that are missing from a whole list. */
  listedBeside(ids: ReadonlySet<string>): string[] {
    return [...this.goals.keys()].filter((id) => !ids.has(id) && !this.asked.has(id));
  }

  /** The goals that were asked for and that the other set lacks. */
  askedBeside(others: GoalSet): Goal[] {
    return [...this.asked].flatMap((id) => (others.goals.has(id) ? [] : (this.goals.get(id) ?? [])));
  }

  /** How many goals these ids name. */
  count(ids: readonly string[]): number {
    return new Set(ids.filter((id) => this.goals.has(id))).size;
  }

  /** The keys of all parents, known or not. */
  get parentKeys(): ReadonlySet<string> {
    return new Set(
      [...this.goals.values()].flatMap(({ parentKey, otherParentKeys = [] }) =>
        parentKey === undefined ? [] : [parentKey, ...otherParentKeys],
      ),
    );
  }

  /** The project parts of the known keys (`SHOP` of `SHOP-142`), in upper case. */
  get projects(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { key, aliases = [] } of this.goals.values()) {
      for (const each of [key, ...aliases]) {
        const dash = each.lastIndexOf('-');
        if (dash > 0) found.add(normalizeKey(each.slice(0, dash)));
      }
    }
    return found;
  }
}

/** As many as an adapter gives one goal: it may stand for all that was closed as a duplicate of it. */
const maxAliases = 500;

/** The goal with its former keys: a list names a moved goal by its new key only. */
function withFormerKeys(goal: Goal, before: Goal | undefined): Goal {
  const given = goal.aliases ?? [];
  const isMoved = before !== undefined && (before.key !== goal.key || before.aliases !== undefined);
  if (!isMoved && given.length <= maxAliases) return goal;
  const own = normalizeKey(goal.key);
  const former = isMoved ? [...given, before.key, ...(before.aliases ?? [])] : given;
  const byKey = new Map(former.map((key) => [normalizeKey(key), key]));
  byKey.delete(own);
  const aliases = [...byKey.values()].slice(0, maxAliases);
  return aliases.length > 0 ? { ...goal, aliases } : goal;
}
