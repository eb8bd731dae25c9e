import { Emitter, type Disposable } from '../../core/event';
import { TrackerError } from '../../core/tracker/trackerError';
import { isFresh, type Clock } from '../../core/clock';
import { Turns } from '../../core/turns';
import type { RateLimit } from '../http/dialect';
import type { Tracker } from '../port/tracker';
import type { GoalCache } from './goalCache';
import { GoalReader } from './goalReader';
import { syncEveryMs } from './schedule';
import type { Snapshot } from './snapshot';
import type { SyncProgress, SyncState } from './syncState';

/** What a sync needs. */
export interface TrackerSyncOptions {
  /** Connected with the first question: what was kept is shown without it. */
  readonly tracker: () => Promise<Tracker>;
  readonly cache: Pick<GoalCache, 'load' | 'loadNewer' | 'save'>;
  readonly clock: Clock;
  /** How old goals may become, in milliseconds. */
  readonly everyMs?: () => number;
  readonly rateLimit?: () => RateLimit | undefined;
  readonly log?: (line: string) => void;
  /** Called with an unforeseen error, for the log, with its stack. */
  readonly onBug?: (error: unknown) => void;
}

/**
 * `due`: what another window has just read will do; `changes`: what changed since last time; `thorough`: also what is
 * gone, which means listing everything if the tracker does not report deletions.
 */
export type SyncHow = 'due' | 'changes' | 'thorough';

/** How often more goals are shown after the first page, in milliseconds. */
const publishEveryMs = 500;
/** How often the file is written for its time alone, if nothing changed, in milliseconds. */
const saveEveryMs = 30 * 60_000;

/** Keeps the goals of one tracker in step with it: one thing at a time, and without losing anything to a fault. */
export class TrackerSync implements Disposable {
  private readonly changed = new Emitter<void>();
  private readonly stop = new AbortController();
  private readonly reader: GoalReader;
  private asOf: number | undefined;
  private savedAsOf: number | undefined;
  private error: TrackerError | undefined;
  private progress: SyncProgress | undefined;
  private current: SyncState = { phase: 'loading', goals: [], badEntries: 0 };
  private publishedAt: number | undefined;
  private readonly turns = new Turns();
  private running: { readonly how: SyncHow; readonly done: Promise<void> } | undefined;

  /** Fires when the state has changed. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly options: TrackerSyncOptions) {
    const onPage = (progress: SyncProgress): void => {
      this.progress = progress;
      this.publishSometimes();
    };
    this.reader = new GoalReader({ ...options, onPage });
  }

  get state(): SyncState {
    return this.current;
  }

  /** Loads what was kept of the tracker, without asking it. */
  load(): Promise<void> {
    return this.inTurn(async () => {
      const snapshot = await this.options.cache.load();
      this.adopt(snapshot);
      // A first list that was interrupted has goals, but no moment at which they were current.
      if (snapshot.asOf !== undefined || snapshot.goals.length > 0) this.publish();
    });
  }

  /**
   * Reads what changed in the tracker since last time. A fault becomes part of the state instead of being thrown; a
   * call during a sync waits for that sync.
   */
  sync(signal: AbortSignal, how: SyncHow = 'changes'): Promise<void> {
    // A thorough sync is not covered by another that is already running.
    if (this.running && (how !== 'thorough' || this.running.how === 'thorough')) return this.running.done;
    const done = this.inTurn(() => this.attempt(signal, () => this.syncNow(how, this.anyOf(signal)))).finally(
      () => {
        if (this.running === running) this.running = undefined;
      },
    );
    const running = { how, done };
    this.running = running;
    return done;
  }

  /**
   * Fetches goals by key that no list has brought, and the goals above them. Asks for an unknown key only once. Asks
   * for nothing while the tracker is at fault: a fault changes the state, and each change makes listeners want their
   * goals again, so asking would never end. They get their turn after the sync that ends the fault.
   */
  async want(keys: readonly string[], signal: AbortSignal): Promise<void> {
    const isOver = (): boolean => this.error !== undefined || this.reader.unknown(keys).length === 0;
    if (isOver()) return;
    await this.inTurn(async () => {
      // Whoever came before us may have asked for the same.
      if (!isOver()) await this.attempt(signal, () => this.reader.want(keys, this.anyOf(signal)));
    });
  }

  /** Whether a key could belong to this tracker: it has others of the same project. */
  owns(key: string): boolean {
    const dash = key.lastIndexOf('-');
    return dash > 0 && this.reader.goals.projects.has(key.slice(0, dash).toUpperCase());
  }

  /** Stops what is running; the state stays readable. */
  dispose(): void {
    this.stop.abort();
    this.changed.dispose();
  }

  /** Resolves once nothing runs or is written any more after `dispose`. */
  ended(): Promise<void> {
    return this.turns.ended();
  }

  private async syncNow(how: SyncHow, signal: AbortSignal): Promise<void> {
    const { clock, cache, everyMs = () => syncEveryMs } = this.options;
    const newer = await cache.loadNewer();
    // A window that has read nothing has nothing to tell.
    if (newer && (newer.asOf !== undefined || newer.goals.length > 0)) this.adopt(newer);
    if (how === 'due' && isFresh(newer?.asOf, clock.now(), everyMs())) return;
    await this.reader.read(how === 'thorough', signal);
    this.asOf = clock.now();
  }

  private adopt(snapshot: Snapshot): void {
    this.reader.adopt(snapshot);
    this.asOf = snapshot.asOf;
    this.savedAsOf = snapshot.asOf;
  }

  /** Runs something that asks the tracker; its outcome becomes part of the state, and is saved. */
  private async attempt(signal: AbortSignal, run: () => Promise<void>): Promise<void> {
    try {
      await run();
      this.error = undefined;
    } catch (error) {
      if (this.stop.signal.aborted) return;
      this.error = signal.aborted ? new TrackerError('stopped') : this.faultOf(error);
      this.options.log?.(this.error.message);
    }
    this.progress = undefined;
    this.publish();
    await this.save();
  }

  /** A fault stays what it is; anything else is a bug, which must not pass for a fault of the tracker. */
  private faultOf(error: unknown): TrackerError {
    if (error instanceof TrackerError) return error;
    this.options.onBug?.(error);
    const detail = error instanceof Error ? error.message : String(error);
    return new TrackerError('internal', { detail: detail.slice(0, 300) }, { cause: error });
  }

  private async save(): Promise<void> {
    const { asOf, reader, options } = this;
    const isOld = asOf !== undefined && !isFresh(this.savedAsOf, asOf, saveEveryMs);
    if (!reader.isChanged && !isOld) return;
    try {
      await options.cache.save({ ...reader.snapshot, ...(asOf !== undefined && { asOf }) });
      reader.isChanged = false;
      this.savedAsOf = asOf;
    } catch (error) {
      options.log?.(`The goals could not be kept: ${error instanceof Error ? error.message : ''}`);
    }
  }

  /**
   * Publishes the first page at once, and after that not every page: each look at the goals costs as much as there are.
   */
  private publishSometimes(): void {
    const now = this.options.clock.now();
    if (!isFresh(this.publishedAt, now, publishEveryMs)) this.publish();
  }

  private publish(): void {
    this.publishedAt = this.options.clock.now();
    const { error, asOf, progress } = this;
    const { goals, badEntries, unread } = this.reader;
    const rateLimit = this.options.rateLimit?.();
    const isRead = asOf !== undefined || error !== undefined || goals.size > 0;
    this.current = {
      phase: isRead ? 'ready' : 'loading',
      goals: goals.all,
      badEntries,
      ...(unread.length > 0 && { unread }),
      ...(error && { error }),
      ...(asOf !== undefined && { asOf }),
      ...(progress && { progress }),
      ...(rateLimit && { rateLimit }),
    };
    try {
      this.changed.fire();
    } catch (error) {
      // A failing listener must not end the reading.
      this.options.onBug?.(error);
    }
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    return this.turns.run(() => (this.stop.signal.aborted ? undefined : work()));
  }

  private anyOf(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.stop.signal]);
  }
}
