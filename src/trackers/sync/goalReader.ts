import { normalizeKey } from '../../core/goal/goalKey';
import { TrackerError } from '../../core/tracker/trackerError';
import type { Clock } from '../../core/clock';
import type { Tracker, TrackerPage } from '../port/tracker';
import { GoalSet } from './goalSet';
import type { Snapshot } from './snapshot';
import type { SyncProgress } from './syncState';

/** What a reader works with. */
export interface GoalReaderOptions {
  readonly tracker: Tracker;
  readonly clock: Clock;
  readonly log?: (line: string) => void;
  /** A page of a first list has come. */
  readonly onPage: (progress: SyncProgress) => void;
}

/** Everything is listed anew this often where the tracker does not tell of deletions. */
const sweepEveryMs = 24 * 60 * 60_000;
/** How many levels above a goal are asked for. */
const maxClimb = 8;
/** How many keys are asked for in one call. */
const keysAtOnce = 100;

/** Asks a tracker for goals and keeps account of what is known of it. What has come stays, whatever fails after it. */
export class GoalReader {
  goals = new GoalSet();
  badEntries = 0;
  /** Something is known that has not been kept on the disk. */
  isChanged = false;
  private mark: number | undefined;
  private sweptAt: number | undefined;
  /** Keys that the tracker does not know, in the form in which keys are compared. */
  private readonly absent = new Set<string>();

  constructor(private readonly options: GoalReaderOptions) {}

  /** What is known, in the form in which it is kept. */
  get snapshot(): Omit<Snapshot, 'asOf'> {
    const { goals, mark, sweptAt } = this;
    return {
      goals: goals.all,
      askedIds: goals.askedIds,
      ...(mark !== undefined && { mark }),
      ...(sweptAt !== undefined && { sweptAt }),
    };
  }

  /** Takes over what was kept, by us or by another window. */
  adopt(snapshot: Snapshot): void {
    const before = this.goals;
    this.goals = GoalSet.from(snapshot);
    this.mark = snapshot.mark;
    this.sweptAt = snapshot.sweptAt;
    // The other window may be on another branch, and not have asked for what this one shows.
    this.goals.put(before.askedBeside(this.goals), 'asked');
  }

  /** Reads what changed, and with `isThorough` also what is gone. @throws {TrackerError} */
  async read(isThorough: boolean, signal: AbortSignal): Promise<void> {
    const { tracker, clock } = this.options;
    const isSweepDue =
      this.sweptAt !== undefined && (isThorough || clock.now() - this.sweptAt >= sweepEveryMs);
    const isFull = this.mark === undefined || (isSweepDue && !tracker.reportsDeletions && !tracker.listIds);
    const listed = await this.list(isFull, signal);
    if (isFull) await this.sweep(listed, signal);
    else if (isSweepDue && tracker.listIds) await this.sweep(await collect(tracker.listIds(signal)), signal);
    // A first list that was cut is finished by later ones; what it brought is as good as new.
    else this.sweptAt ??= clock.now();
    await this.renewAsked(signal);
    // What is not there is asked for again now and then, not at every turn.
    if (isFull || isSweepDue) this.absent.clear();
    await this.climb(signal);
  }

  /** Asks for goals by key, and for what is above them. @throws {TrackerError} */
  async want(keys: readonly string[], signal: AbortSignal): Promise<void> {
    await this.ask(this.unknown(keys), signal);
    await this.climb(signal);
  }

  /** Those of the keys, each once, that are neither known nor known to be absent. */
  unknown(keys: Iterable<string>): string[] {
    const unknown = new Map([...keys].map((key) => [normalizeKey(key), key]));
    return [...unknown].flatMap(([normal, key]) =>
      this.absent.has(normal) || this.goals.has(key) ? [] : key,
    );
  }

  /** Takes over what changed, or everything, and answers with the ids that came. */
  private async list(isFull: boolean, signal: AbortSignal): Promise<ReadonlySet<string>> {
    const { tracker, log, onPage } = this.options;
    const since = isFull || this.mark === undefined ? undefined : this.mark - tracker.overlapMs;
    const isFirst = this.sweptAt === undefined;
    const listed = new Set<string>();
    let bad = 0;
    for await (const page of tracker.listChanged(since, signal)) {
      // An adapter may be between two requests when the person stops it.
      if (signal.aborted) throw new TrackerError('stopped');
      this.take(page);
      for (const { id } of page.goals) listed.add(id);
      for (const problem of page.problems ?? []) log?.(problem);
      bad += page.problems?.length ?? 0;
      this.badEntries = isFull ? bad : Math.max(this.badEntries, bad);
      if (isFirst) onPage({ received: listed.size, ...(page.total !== undefined && { total: page.total }) });
    }
    return listed;
  }

  private take({ goals, deletedIds = [], mark }: TrackerPage): void {
    const isNew = this.goals.put(goals, 'listed');
    const isLess = this.goals.remove(deletedIds);
    const before = this.mark;
    // One goal that claims to be of next year must not hide what changes until then.
    if (mark !== undefined)
      this.mark = Math.min(Math.max(before ?? -Infinity, mark), this.options.clock.now());
    this.isChanged ||= isNew || isLess || this.mark !== before;
  }

  /** Lets go of what a whole list does not have. */
  private async sweep(ids: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    const { tracker, clock } = this.options;
    const gone = this.goals.listedBeside(ids);
    // Some trackers show a stranger less, or nothing: before a goal goes, they are asked who we are.
    if (gone.length > 0) await tracker.checkConnection(signal);
    this.goals.remove(gone);
    this.sweptAt = clock.now();
    this.isChanged = true;
  }

  /** Asks again for what no list brings, and lets go of what is not there any more. */
  private async renewAsked(signal: AbortSignal): Promise<void> {
    const before = new Set(this.goals.askedIds);
    const keys = this.goals.askedKeys;
    if (keys.length === 0) return;
    for (const goal of await this.ask(keys, signal)) before.delete(goal.id);
    if (this.goals.remove(before)) this.isChanged = true;
  }

  /** Asks for the goals above the known ones, level by level. */
  private async climb(signal: AbortSignal): Promise<void> {
    for (let level = 0; level < maxClimb; level += 1) {
      const missing = this.unknown(this.goals.parentKeys);
      if (missing.length === 0) return;
      await this.ask(missing, signal);
    }
  }

  private async ask(keys: readonly string[], signal: AbortSignal): Promise<{ readonly id: string }[]> {
    const { tracker, log } = this.options;
    const found: { readonly id: string }[] = [];
    for (let at = 0; at < keys.length; at += keysAtOnce) {
      const some = keys.slice(at, at + keysAtOnce);
      const page = await tracker.getByKeys(some, signal);
      found.push(...page.goals);
      if (this.goals.put(page.goals, 'asked')) this.isChanged = true;
      for (const problem of page.problems ?? []) log?.(problem);
      for (const key of some) if (!this.goals.has(key)) this.absent.add(normalizeKey(key));
    }
    return found;
  }
}

async function collect(pages: AsyncIterable<readonly string[]>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const some of pages) for (const id of some) ids.add(id);
  return ids;
}
