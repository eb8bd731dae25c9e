import * as l10n from '@vscode/l10n';
import { basename } from 'node:path';
import { counted } from '../../core/counted';
import type { GoalStore } from '../../core/catalog/goalStore';
import { TrackerError } from '../../core/tracker/trackerError';
import { Disposables } from '../../core/disposables';
import type { Disposable } from '../../core/event';
import type { Log } from '../../core/log';
import type { TextOptions } from '../../presentation/textOptions';
import { trackerLimitText, unreadText } from '../../presentation/trackerLimitText';
import { systemClock } from '../../core/clock';
import type { GoalsFileParser } from '../../teamFiles/goalsFile/goalsFileParser';
import type { Connection } from '../../trackers/connection/connection';
import { connectionName } from '../../trackers/connectionName';
import { connectTracker } from '../../trackers/connectTracker';
import type { CodeQuestion } from '../../trackers/port/codeInquiry';
import { CodeAnswers } from '../../trackers/sync/codeAnswers';
import { CodeAnswersFile } from '../../trackers/sync/codeAnswersFile';
import { GoalCache } from '../../trackers/sync/goalCache';
import { syncEveryMs } from '../../trackers/sync/schedule';
import type { SyncState } from '../../trackers/sync/syncState';
import { SyncTimer } from '../../trackers/sync/syncTimer';
import type { ConnectionReport, Tracker } from '../../trackers/port/tracker';
import { TrackerSync, type SyncHow } from '../../trackers/sync/trackerSync';
import type { Onlooker } from './onlooker';
import { trackerState } from './trackerState';

/** What a connection works with. */
export interface LiveConnectionOptions {
  readonly connection: Connection;
  readonly store: GoalStore;
  readonly token: () => Promise<string | undefined>;
  /** Where goals are kept between two starts. */
  readonly cacheFolder: string;
  readonly onlooker: Onlooker;
  readonly textOptions: () => TextOptions;
  readonly log: Log;
  readonly goalsFileParser?: () => Promise<GoalsFileParser>;
  /** How old goals may become while somebody looks, in milliseconds. */
  readonly everyMs?: () => number;
}

const reportWithinMs = 10_000;

/** One connected tracker: keeps its goals in the store, and asks it while somebody looks at the window. */
export class LiveConnection implements Disposable {
  readonly name: string;
  private readonly owned = new Disposables();
  private readonly cache: GoalCache;
  private readonly opening: Promise<TrackerSync>;
  private sync: TrackerSync | undefined;
  private tracker: Tracker | undefined;
  private codeAnswers: CodeAnswers | undefined;
  private readonly codeFile: CodeAnswersFile;
  private readonly end = new AbortController();
  private lastReport: ConnectionReport | undefined;
  /** How often the sign-in has changed: an answer to the one before says nothing of this one. */
  private signIns = 0;
  /** One for each time that somebody asked and has no answer yet. */
  private readonly running = new Set<AbortController>();
  private readonly timer = new SyncTimer(
    () => this.options.onlooker.isLooking,
    () => this.onDue(),
    () => this.everyMs(),
  );
  private failures = 0;
  private attemptedAt: number | undefined;
  private isDisposed = false;

  constructor(private readonly options: LiveConnectionOptions) {
    const { connection, cacheFolder, log } = options;
    this.name = connectionName(connection);
    this.cache = new GoalCache(cacheFolder, connection, (line) => log.warn(`${this.name}: ${line}`));
    this.codeFile = new CodeAnswersFile(this.cache.path, connection);
    this.publish({ phase: 'loading', goals: [], badEntries: 0 });
    this.opening = this.open();
    this.owned.add({ dispose: () => this.close() });
    this.owned.add(options.onlooker.onDidChange(() => this.schedule()));
  }

  get connection(): Connection {
    return this.options.connection;
  }

  /** The name of the file that keeps the goals. */
  get cacheName(): string {
    return basename(this.cache.path);
  }

  get state(): SyncState {
    return this.sync?.state ?? { phase: 'loading', goals: [], badEntries: 0 };
  }

  /** What the tracker last said about the connection: who we are, and what works only in part. */
  get report(): ConnectionReport | undefined {
    return this.lastReport;
  }

  get isSyncing(): boolean {
    return this.running.size > 0;
  }

  /** Shows what was kept, without the network; after that the tracker is asked when it is time. */
  async start(): Promise<void> {
    const sync = await this.opening;
    await this.codeAnswers?.load();
    await sync.load();
    this.schedule();
  }

  /** Asks the tracker now, also for what is gone. A fault becomes part of the state. */
  async refresh(): Promise<SyncState> {
    const state = await this.run('thorough');
    if (!state.error && !this.lastReport) await this.readReport();
    return state;
  }

  /** Asks the tracker for a change that is not a person's wish; a first list says how far it is. */
  async readInBackground(how: SyncHow): Promise<void> {
    if (this.state.asOf !== undefined) {
      await this.run(how);
      return;
    }
    const title = l10n.t('Reading goals of {0}', this.name);
    await this.options.onlooker.watch(title, async (say) => {
      const watching = this.sync?.onDidChange(() => {
        const { received } = this.state.progress ?? {};
        if (received === undefined) return;
        say(counted(received, { one: l10n.t('{0} goal', received), other: l10n.t('{0} goals', received) }));
      });
      try {
        await this.run(how);
      } finally {
        watching?.dispose();
      }
    });
  }

  /** Asks anew as whoever is signed in now: who that is, and what they see only in part, may be otherwise. */
  async followSignIn(): Promise<void> {
    this.signIns += 1;
    this.lastReport = undefined;
    await this.readInBackground('changes');
  }

  /** Stops asking until somebody refreshes. */
  stop(): void {
    for (const each of this.running) each.abort();
  }

  /** Asks for goals that a branch names and no list has brought. */
  async want(keys: readonly string[]): Promise<void> {
    const sync = await this.opening;
    const own = keys.filter((key) => sync.owns(key));
    if (own.length > 0) await sync.want(own, new AbortController().signal);
  }

  /** Asks what the tracker tells of code only when asked; not while nobody looks, or while its goals cannot be read. */
  async askCode(questions: readonly CodeQuestion[]): Promise<void> {
    const sync = await this.opening;
    const { codeAnswers, end, options } = this;
    const { error, asOf } = sync.state;
    if (!codeAnswers || !options.onlooker.isLooking || error || asOf === undefined) return;
    const own = questions.filter(
      (each) => each.kind !== 'goal' || each.goal.trackerId === this.connection.id,
    );
    if (!(await codeAnswers.ask(own, end.signal))) return;
    const keys = codeAnswers.ties.map(({ key }) => key);
    await sync.want([...new Set(keys)], end.signal);
    this.publish(sync.state);
  }

  /** Forgets every goal, here and on the disk. */
  async forget(): Promise<void> {
    this.dispose();
    // What is being written now would stay.
    await (await this.opening).ended();
    await this.codeAnswers?.ended();
    await this.cache.remove();
    await this.codeFile.remove();
  }

  dispose(): void {
    this.owned.dispose();
  }

  private async run(how: SyncHow): Promise<SyncState> {
    const sync = await this.opening;
    const running = new AbortController();
    this.running.add(running);
    try {
      await sync.sync(running.signal, how);
    } finally {
      this.running.delete(running);
      if (!this.isDisposed) this.noteAttempt(sync.state);
    }
    return sync.state;
  }

  /** Whatever came of it, the next one is set. */
  private noteAttempt({ error, goals, unread = [] }: SyncState): void {
    const { log } = this.options;
    this.attemptedAt = Date.now();
    this.failures = error ? this.failures + 1 : 0;
    if (!error) log.info(`${this.name}: ${goals.length} goals are up to date.`);
    for (const place of unread) log.warn(`${this.name}: ${unreadText(place)}`);
    this.schedule();
  }

  /** The goals are there: that the tracker does not say who we are is no fault. */
  private async readReport(): Promise<void> {
    const { signIns } = this;
    try {
      const report = await this.tracker?.checkConnection(AbortSignal.timeout(reportWithinMs));
      if (signIns !== this.signIns) return;
      this.lastReport = report;
      for (const limit of report?.limits ?? [])
        this.options.log.warn(`${this.name}: ${trackerLimitText(limit)}`);
    } catch (error) {
      if (error instanceof TrackerError) this.options.log.debug(`${this.name}: ${error.message}`);
      else this.noteBug(error);
    }
  }

  private async open(): Promise<TrackerSync> {
    const { connection, token, log, goalsFileParser } = this.options;
    const { tracker, http } = await connectTracker(connection, {
      token,
      clock: systemClock,
      log: (line) => log.debug(`${this.name}: ${line}`),
      ...(goalsFileParser && { goalsFileParser }),
    });
    this.tracker = tracker;
    const sync = new TrackerSync({
      tracker,
      cache: this.cache,
      clock: systemClock,
      everyMs: () => this.everyMs(),
      rateLimit: () => http.rateLimit,
      log: (line) => log.info(`${this.name}: ${line}`),
      onBug: (error) => this.noteBug(error),
    });
    this.owned.add(sync);
    sync.onDidChange(() => this.publish(sync.state));
    if (tracker.code) {
      this.codeAnswers = new CodeAnswers({
        inquiry: tracker.code,
        file: this.codeFile,
        clock: systemClock,
        log: (line) => log.debug(`${this.name}: ${line}`),
        onBug: (error) => this.noteBug(error),
      });
    }
    this.sync = sync;
    return sync;
  }

  private publish(state: SyncState): void {
    const { connection, store, textOptions } = this.options;
    if (!this.isDisposed) store.set(trackerState(connection, state, textOptions(), this.codeAnswers?.ties));
  }

  /** With its stack, whatever was read when it came. */
  private noteBug(error: unknown): void {
    this.options.log.error(`${this.name}: Goal Lens has a fault.`, error);
  }

  /** Sets the timer for the next sync, unless one is under way: its end does that. */
  schedule(): void {
    this.timer.stop();
    if (this.isDisposed || !this.sync || this.isSyncing) return;
    const { asOf, error } = this.sync.state;
    this.timer.restart({
      failures: this.failures,
      ...(asOf !== undefined && { asOf }),
      ...(this.attemptedAt !== undefined && { attemptedAt: this.attemptedAt }),
      ...(error && { error }),
    });
  }

  private everyMs(): number {
    return this.options.everyMs?.() ?? syncEveryMs;
  }

  private onDue(): void {
    this.readInBackground('due').catch((error: unknown) =>
      this.options.log.error(`${this.name} was not read.`, error),
    );
  }

  private close(): void {
    this.isDisposed = true;
    this.end.abort();
    this.timer.stop();
    this.stop();
    this.options.store.remove(this.options.connection.id);
  }
}
