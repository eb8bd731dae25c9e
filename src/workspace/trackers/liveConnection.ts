import { basename } from 'node:path';
import type { GoalStore } from '../../core/catalog/goalStore';
import { Disposables } from '../../core/disposables';
import type { Disposable } from '../../core/event';
import { lazy } from '../../core/lazy';
import type { Log } from '../../core/log';
import type { TextOptions } from '../../presentation/textOptions';
import { unreadText } from '../../presentation/trackerLimitText';
import { systemClock } from '../../core/clock';
import type { Connection } from '../../trackers/connection/connection';
import type { RateLimit } from '../../trackers/http/dialect';
import { connectionName } from '../../trackers/connectionName';
import type { CodeInquiry, CodeQuestion } from '../../trackers/port/codeInquiry';
import type { ConnectTracker } from '../../trackers/port/connectedTracker';
import { GoalCache } from '../../trackers/sync/goalCache';
import { syncEveryMs } from '../../trackers/sync/schedule';
import type { SyncState } from '../../trackers/sync/syncState';
import { SyncTimer } from '../../trackers/sync/syncTimer';
import type { ConnectionReport, Tracker } from '../../trackers/port/tracker';
import { TrackerSync, type SyncHow } from '../../trackers/sync/trackerSync';
import { AccountReport } from './accountReport';
import { ConnectionCode } from './connectionCode';
import { ConnectionLog } from './connectionLog';
import { watchFirstRead } from './firstRead';
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
  readonly connectTracker: ConnectTracker;
  /** How old goals may become while somebody is looking, in milliseconds. */
  readonly everyMs?: () => number;
}

/** One connected tracker: keeps its goals in the store, and asks it while somebody is looking at the window. */
export class LiveConnection implements Disposable {
  readonly name: string;
  private readonly owned = new Disposables();
  private readonly cache: GoalCache;
  private readonly sync: TrackerSync;
  private readonly log: ConnectionLog;
  private readonly code: ConnectionCode;
  private readonly account: AccountReport;
  private rateLimit: () => RateLimit | undefined = () => undefined;
  /** Made with the first question, so that what was kept is shown without it. */
  private readonly tracker = lazy(() => this.connect());
  /** Aborted when the connection is disposed of. */
  private readonly end = new AbortController();
  /** One for each request that has no answer yet. */
  private readonly running = new Set<AbortController>();
  private readonly timer = new SyncTimer(
    () => this.options.onlooker.isLooking,
    () => this.onDue(),
    () => this.everyMs(),
  );
  /** Whether what was kept is shown: nothing is due before. */
  private isLoaded = false;
  private failures = 0;
  private attemptedAt: number | undefined;

  constructor(private readonly options: LiveConnectionOptions) {
    const { connection, cacheFolder, log } = options;
    this.name = connectionName(connection);
    this.log = new ConnectionLog(this.name, log);
    this.cache = new GoalCache(cacheFolder, connection, (line) => this.log.warn(line));
    const inquiry = async (): Promise<CodeInquiry | undefined> => (await this.tracker()).code;
    this.code = new ConnectionCode(this.cache.path, connection, inquiry, this.log);
    this.account = new AccountReport(this.log);
    this.sync = this.owned.add(
      new TrackerSync({
        tracker: this.tracker,
        cache: this.cache,
        clock: systemClock,
        everyMs: () => this.everyMs(),
        rateLimit: () => this.rateLimit(),
        log: (line) => this.log.info(line),
        onBug: (error) => this.log.bug(error),
      }),
    );
    this.sync.onDidChange(() => this.publish(this.state));
    this.publish(this.state);
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
    return this.sync.state;
  }

  /** What the tracker last said about the connection: who we are, and what works only in part. */
  get report(): ConnectionReport | undefined {
    return this.account.last;
  }

  get isSyncing(): boolean {
    return this.running.size > 0;
  }

  /** Shows what was kept, without the network; from then on, the tracker is asked when it is due. */
  async start(): Promise<void> {
    await this.code.load();
    await this.sync.load();
    this.isLoaded = true;
    this.schedule();
  }

  /** Asks the tracker now, also for what is gone. A fault becomes part of the state. */
  async refresh(): Promise<SyncState> {
    const state = await this.run('thorough');
    if (!state.error && !this.report) await this.account.read(await this.tracker());
    return state;
  }

  /** Asks the tracker without a person's wish; a first list reports its progress. */
  async readInBackground(how: SyncHow): Promise<void> {
    if (this.state.asOf !== undefined) {
      await this.run(how);
      return;
    }
    await watchFirstRead(this.options.onlooker, this.name, this.sync, () => this.run(how));
  }

  /** Asks again as whoever is signed in now: who that is, and what they see only in part, may have changed. */
  async followSignIn(): Promise<void> {
    this.account.forget();
    // A read under way began as somebody else, or as nobody, and would be taken for the answer.
    await this.sync.ended();
    await this.readInBackground('changes');
  }

  /** Stops asking until somebody refreshes. */
  stop(): void {
    for (const each of this.running) each.abort();
  }

  /** Asks for goals that a branch names and no list has brought. */
  async want(keys: readonly string[]): Promise<void> {
    const own = keys.filter((key) => this.sync.owns(key));
    if (own.length > 0) await this.sync.want(own, new AbortController().signal);
  }

  /** Asks what the tracker tells of code only when asked, unless nobody is looking or its goals cannot be read. */
  async askCode(questions: readonly CodeQuestion[]): Promise<void> {
    const { code, end, options, sync } = this;
    const { error, asOf } = sync.state;
    if (!options.onlooker.isLooking || error || asOf === undefined) return;
    if (!(await code.ask(questions, end.signal))) return;
    const keys = new Set(code.ties.map(({ key }) => key));
    await sync.want([...keys], end.signal);
    this.publish(sync.state);
  }

  /** Forgets every goal, here and on disk. @throws the file system's errors, once all that can go is gone */
  async forget(): Promise<void> {
    this.dispose();
    // A write under way would leave its file behind.
    await this.sync.ended();
    try {
      await this.cache.remove();
    } finally {
      await this.code.remove();
    }
  }

  dispose(): void {
    this.owned.dispose();
  }

  private async run(how: SyncHow): Promise<SyncState> {
    const running = new AbortController();
    this.running.add(running);
    try {
      await this.sync.sync(running.signal, how);
    } finally {
      this.running.delete(running);
      if (!this.end.signal.aborted) this.noteAttempt(this.state);
    }
    return this.state;
  }

  /** Whatever came of it, the next one is set. */
  private noteAttempt({ error, goals, unread = [] }: SyncState): void {
    const { log } = this;
    this.attemptedAt = Date.now();
    this.failures = error ? this.failures + 1 : 0;
    if (!error) log.info(`${goals.length} goals are up to date.`);
    for (const place of unread) log.warn(unreadText(place));
    this.schedule();
  }

  private async connect(): Promise<Tracker> {
    const { connection, token, connectTracker } = this.options;
    const connected = await connectTracker(connection, { token, log: (line) => this.log.debug(line) });
    this.owned.add(connected);
    this.rateLimit = connected.rateLimit;
    return connected.tracker;
  }

  private publish(state: SyncState): void {
    const { connection, store, textOptions } = this.options;
    if (!this.end.signal.aborted) store.set(trackerState(connection, state, textOptions(), this.code.ties));
  }

  /** Sets the timer for the next sync, unless one is running: its end sets it. */
  schedule(): void {
    this.timer.stop();
    if (this.end.signal.aborted || !this.isLoaded || this.isSyncing) return;
    const { asOf, error } = this.state;
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
    this.end.abort();
    this.timer.stop();
    this.stop();
    this.options.store.remove(this.options.connection.id);
  }
}
