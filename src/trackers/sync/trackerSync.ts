import { Emitter, type Disposable } from '../../core/event';
import { normalizeKey } from '../../core/goalCatalog';
import { TrackerError } from '../../core/trackerError';
import type { Clock } from '../clock';
import type { RateLimit } from '../http/dialect';
import { networkError } from '../http/networkError';
import type { Tracker, TrackerPage } from '../tracker';
import type { GoalCache } from './goalCache';
import { GoalSet } from './goalSet';
import { syncEveryMs } from './schedule';
import type { Snapshot } from './snapshot';
import type { SyncProgress, SyncState } from './syncState';

/** What a sync works with. */
export interface TrackerSyncOptions {
  readonly tracker: Tracker;
  readonly cache: Pick<GoalCache, 'load' | 'loadNewer' | 'save'>;
  readonly clock: Clock;
  readonly rateLimit?: () => RateLimit | undefined;
  readonly log?: (line: string) => void;
}

/**
 * `due`: what another window has just read will do; `changes`: what changed since the last time; `thorough`: also what
 * is gone, which costs a list of everything where the tracker does not tell of deletions.
 */
export type SyncHow = 'due' | 'changes' | 'thorough';

/** Everything is listed anew this often where the tracker does not tell of deletions. */
const sweepEveryMs = 24 * 60 * 60_000;
/** After the first page of goals, more are shown this often, in milliseconds. */
const publishEveryMs = 500;
/** How many levels above a goal are asked for. */
const maxClimb = 8;
/** How many keys are asked for in one call. */
const keysAtOnce = 100;

/** Keeps the goals of one tracker in step with it: one thing at a time, and nothing lost by a fault. */
export class TrackerSync implements Disposable {
  private readonly changed = new Emitter<void>();
  private readonly stop = new AbortController();
  private goals = new GoalSet();
  private mark: number | undefined;
  private sweptAt: number | undefined;
  private asOf: number | undefined;
  private badEntries = 0;
  private error: TrackerError | undefined;
  private progress: SyncProgress | undefined;
  private current: SyncState = { phase: 'loading', goals: [], badEntries: 0 };
  private publishedAt = -Infinity;
  private turn: Promise<void> = Promise.resolve();
  private running: Promise<void> | undefined;
  /** Keys that the tracker does not know, in the form in which keys are compared. */
  private readonly absent = new Set<string>();
  private isUnsaved = false;

  /** The state is another one. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly options: TrackerSyncOptions) {}

  get state(): SyncState {
    return this.current;
  }

  /** Takes over what was kept of the tracker, without asking it. */
  load(): Promise<void> {
    return this.inTurn(async () => {
      const snapshot = await this.options.cache.load();
      this.adopt(snapshot);
      // A first list that was cut has goals, but no moment at which they were current.
      if (snapshot.asOf !== undefined || snapshot.goals.length > 0) this.publish();
    });
  }

  /**
   * Reads what changed in the tracker since the last time. A fault becomes part of the state and is not thrown; while
   * one sync runs, asking for another waits for that one.
   */
  sync(signal: AbortSignal, how: SyncHow = 'changes'): Promise<void> {
    this.running ??= this.inTurn(() =>
      this.attempt(signal, () => this.syncNow(how, this.anyOf(signal))),
    ).finally(() => (this.running = undefined));
    return this.running;
  }

  /** Asks for goals by key that no list has brought, and for what is above them. Unknown keys are asked for once. */
  async want(keys: readonly string[], signal: AbortSignal): Promise<void> {
    const unknown = (): string[] => this.unknown(keys);
    if (unknown().length === 0) return;
    await this.inTurn(async () => {
      // Whoever was before us may have asked for the same.
      if (unknown().length === 0) return;
      await this.attempt(signal, async () => {
        await this.ask(unknown(), this.anyOf(signal));
        await this.climb(this.anyOf(signal));
      });
    });
  }

  /** Whether a key could be one of this tracker's: it has others of the same project. */
  owns(key: string): boolean {
    const dash = key.lastIndexOf('-');
    return dash > 0 && this.goals.projects.has(key.slice(0, dash).toUpperCase());
  }

  /** Ends what runs; the state stays readable. */
  dispose(): void {
    this.stop.abort();
    this.changed.dispose();
  }

  private async syncNow(how: SyncHow, signal: AbortSignal): Promise<void> {
    const { tracker, clock, cache } = this.options;
    const newer = await cache.loadNewer();
<<<<<<< HEAD
    if (newer) this.adopt(newer);
    if (how === 'due' && newer?.asOf !== undefined && clock.now() - newer.asOf < syncEveryMs) return;
    const isSweepDue =
      this.sweptAt !== undefined && (how === 'thorough' || clock.now() - this.sweptAt >= sweepEveryMs);
=======
    if (newer) {
      const { goals } = this;
      this.adopt(newer);
      // The other window may be on another branch, and not have asked for what this one shows.
      this.goals.put(goals.askedBeside(this.goals), 'asked');
    }
    const isSweepDue = this.sweptAt !== undefined && clock.now() - this.sweptAt >= sweepEveryMs;
>>>>>>> wt-faults
    const isFull = this.mark === undefined || (isSweepDue && !tracker.reportsDeletions && !tracker.listIds);
    const listed = await this.list(isFull, signal);
    if (isFull) await this.sweep(listed, signal);
    else if (isSweepDue && tracker.listIds) await this.sweep(await collect(tracker.listIds(signal)), signal);
    // A first list that was cut is finished by later ones; what it brought is as good as new.
    else this.sweptAt ??= clock.now();
    await this.renewAsked(signal);
    this.absent.clear();
    await this.climb(signal);
    this.asOf = clock.now();
    this.isUnsaved = true;
  }

  /** Takes over what changed, or everything, and answers with the ids that came. */
  private async list(isFull: boolean, signal: AbortSignal): Promise<ReadonlySet<string>> {
    const { tracker, log } = this.options;
    const since = isFull || this.mark === undefined ? undefined : this.mark - tracker.overlapMs;
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
      if (this.sweptAt === undefined) {
        this.progress = { received: listed.size, ...(page.total !== undefined && { total: page.total }) };
        this.publishSometimes();
      }
    }
    return listed;
  }

  private take({ goals, deletedIds = [], mark }: TrackerPage): void {
    this.goals.put(goals, 'listed');
    this.goals.remove(deletedIds);
    // One goal that claims to be of next year must not hide what changes until then.
    if (mark !== undefined)
      this.mark = Math.min(Math.max(this.mark ?? -Infinity, mark), this.options.clock.now());
    this.isUnsaved ||= goals.length > 0;
  }

  /** Lets go of what a whole list does not have. */
  private async sweep(ids: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    const { tracker, clock } = this.options;
    const gone = this.goals.listedBeside(ids);
    // Some trackers show a stranger less, or nothing: before a goal goes, they are asked who we are.
    if (gone.length > 0) await tracker.checkConnection(signal);
    this.goals.remove(gone);
    this.sweptAt = clock.now();
    this.isUnsaved = true;
  }

  /** Asks again for what no list brings, and lets go of what is not there any more. */
  private async renewAsked(signal: AbortSignal): Promise<void> {
    const before = new Set(this.goals.askedIds);
    const keys = this.goals.askedKeys;
    if (keys.length === 0) return;
    for (const goal of await this.ask(keys, signal)) before.delete(goal.id);
    if (this.goals.remove(before)) this.isUnsaved = true;
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
    const found: { readonly id: string }[] = [];
    for (let at = 0; at < keys.length; at += keysAtOnce) {
      const some = keys.slice(at, at + keysAtOnce);
      const page = await this.options.tracker.getByKeys(some, signal);
      found.push(...page.goals);
      if (this.goals.put(page.goals, 'asked')) this.isUnsaved = true;
      for (const problem of page.problems ?? []) this.options.log?.(problem);
      for (const key of some) if (!this.goals.has(key)) this.absent.add(normalizeKey(key));
    }
    return found;
  }

  /** Those of the keys, each once, that are neither known nor known to be absent. */
  private unknown(keys: Iterable<string>): string[] {
    const unknown = new Map([...keys].map((key) => [normalizeKey(key), key]));
    return [...unknown].flatMap(([normal, key]) =>
      this.absent.has(normal) || this.goals.has(key) ? [] : key,
    );
  }

  /** Runs something that asks the tracker; its outcome becomes part of the state, and is kept. */
  private async attempt(signal: AbortSignal, run: () => Promise<void>): Promise<void> {
    try {
      await run();
      this.error = undefined;
    } catch (error) {
      if (this.stop.signal.aborted) return;
      this.error = signal.aborted ? new TrackerError('stopped') : networkError(error, '');
      this.options.log?.(this.error.message);
    }
    this.progress = undefined;
    this.publish();
    if (!this.isUnsaved) return;
    this.isUnsaved = false;
    await this.options.cache.save(this.snapshot()).catch((error: unknown) => {
      this.options.log?.(`The goals could not be kept: ${error instanceof Error ? error.message : ''}`);
    });
  }

  private snapshot(): Snapshot {
    const { mark, sweptAt, asOf } = this;
    return {
      goals: this.goals.all,
      askedIds: this.goals.askedIds,
      ...(mark !== undefined && { mark }),
      ...(sweptAt !== undefined && { sweptAt }),
      ...(asOf !== undefined && { asOf }),
    };
  }

  private adopt(snapshot: Snapshot): void {
    this.goals = GoalSet.from(snapshot);
    this.mark = snapshot.mark;
    this.sweptAt = snapshot.sweptAt;
    this.asOf = snapshot.asOf;
  }

  /** The first page at once; after that not for every page: every look at the goals costs as much as there are. */
  private publishSometimes(): void {
    const now = this.options.clock.now();
    if (now - this.publishedAt >= publishEveryMs) this.publish();
  }

  private publish(): void {
    this.publishedAt = this.options.clock.now();
    const { error, badEntries, asOf, progress } = this;
    const rateLimit = this.options.rateLimit?.();
    const isRead = asOf !== undefined || error !== undefined || this.goals.size > 0;
    this.current = {
      phase: isRead ? 'ready' : 'loading',
      goals: this.goals.all,
      badEntries,
      ...(error && { error }),
      ...(asOf !== undefined && { asOf }),
      ...(progress && { progress }),
      ...(rateLimit && { rateLimit }),
    };
    this.changed.fire();
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.turn.then(() => (this.stop.signal.aborted ? undefined : work()));
    // Whatever went wrong, the next one has its turn.
    this.turn = done.catch(() => undefined);
    return done;
  }

  private anyOf(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.stop.signal]);
  }
}

async function collect(pages: AsyncIterable<readonly string[]>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const some of pages) for (const id of some) ids.add(id);
  return ids;
}
