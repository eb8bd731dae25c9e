import { access } from 'node:fs/promises';
import type { GoalStore } from '../../core/catalog/goalStore';
import { Disposables } from '../../core/disposables';
import { Emitter, type Disposable, type Event } from '../../core/event';
import type { Log } from '../../core/log';
import { Turns } from '../../core/turns';
import type { TextOptions } from '../../presentation/textOptions';
import type { Connection } from '../../trackers/connection/connection';
import type { CodeQuestion } from '../../trackers/port/codeInquiry';
import type { ConnectTracker } from '../../trackers/port/connectedTracker';
import { signInPlace, type SignInPlace } from '../../core/tracker/signInPlace';
import { ConnectionTokens } from './connectionTokens';
import { leftBehind, type Leftovers } from './leftovers';
import type { LiveConnection } from './liveConnection';
import type { Onlooker } from './onlooker';
import type { TokenSource } from './tokenSource';

/** What the connections work with. */
export interface TrackerConnectionsOptions {
  /** The entries of `goalLens.trackers` that count, as written. */
  readonly entries: { readonly trackers: readonly unknown[]; readonly onDidChange: Event<void> };
  readonly tokens: TokenSource;
  readonly onlooker: Onlooker;
  readonly store: GoalStore;
  readonly cacheFolder: string;
  readonly leftovers: Leftovers;
  readonly textOptions: () => TextOptions;
  readonly log: Log;
  readonly connectTracker: ConnectTracker;
  /** How old goals may become while somebody is looking, in milliseconds; may change with the entries. */
  readonly everyMs?: () => number;
}

/** The trackers that the settings name, each with one live connection, whatever the number of folders. */
export class TrackerConnections implements Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new Emitter<void>());
  private readonly forgotten = this.owned.add(new Emitter<SignInPlace>());
  private readonly live = new Map<string, { readonly entry: string; readonly connection: LiveConnection }>();
  private readonly turns = new Turns();
  private readonly tokens: ConnectionTokens;
  private said = '';
  private isPruned = false;

  /** Fires when a connection came or went. */
  readonly onDidChange = this.changed.event;
  /** Fires when nothing may be kept of the trackers of a place any more, in every window. */
  readonly onDidForget = this.forgotten.event;

  constructor(private readonly options: TrackerConnectionsOptions) {
    const { entries, tokens, log } = options;
    this.tokens = new ConnectionTokens(tokens);
    const update = (): void => {
      this.update().catch((error: unknown) =>
        log.error('The setting goalLens.trackers was not read.', error),
      );
    };
    this.owned.add(entries.onDidChange(update));
    this.owned.add(
      tokens.onDidChange((place) => {
        this.followToken(place).catch((error: unknown) => log.error('A tracker was not read.', error));
      }),
    );
    this.owned.add(
      tokens.onDidChangeAccount(() => {
        for (const { connection } of this.all)
          if (connection.signIn === 'account') this.followSignIn(connection.id);
      }),
    );
    this.owned.add({
      dispose: () => {
        for (const { connection } of this.live.values()) connection.dispose();
      },
    });
  }

  get all(): readonly LiveConnection[] {
    return [...this.live.values()].map(({ connection }) => connection);
  }

  get(id: string): LiveConnection | undefined {
    return this.live.get(id)?.connection;
  }

  /** The places that can be signed out of once more, as something was left of them. */
  get leftovers(): readonly SignInPlace[] {
    return this.options.leftovers.places;
  }

  /** Shows what was kept of every tracker, without the network. */
  start(): Promise<void> {
    return this.update();
  }

  /** Asks every tracker now. */
  async refresh(): Promise<void> {
    await Promise.all(this.all.map((each) => each.refresh()));
  }

  /** Asks the trackers that have such keys for goals that no list has brought. */
  async want(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await Promise.all(this.all.map((each) => each.want(keys)));
  }

  /** Asks the trackers what they tell of code only when asked. */
  async askCode(questions: readonly CodeQuestion[]): Promise<void> {
    if (questions.length > 0) await Promise.all(this.all.map((each) => each.askCode(questions)));
  }

  /** The token that a connection signs in with; undefined if the person has not signed in to its origin. */
  tokenOf(connection: Connection): Promise<string | undefined> {
    return this.tokens.of(connection);
  }

  /**
   * Forgets the token of a place, and every goal of the trackers there, whether or not a setting names them.
   *
   * @throws {GoalLensError} if something is left, once all that can go is gone
   */
  async signOut(place: SignInPlace): Promise<void> {
    const faults: unknown[] = [];
    await this.options.tokens.delete(place).catch((error: unknown) => faults.push(error));
    faults.push(...(await this.forget(place)));
    if (faults.length > 0) throw leftBehind(place, faults);
  }

  /** Brings the connections in line with the settings. */
  update(): Promise<void> {
    return this.turns.run(() => this.updateNow());
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** A token came or went, in this window or in another in which the same person signed out. */
  private async followToken(place: SignInPlace): Promise<void> {
    if (await this.isSignedOut(place)) {
      const faults = await this.forget(place, () => this.isSignedOut(place));
      if (faults.length > 0) this.options.log.warn(leftBehind(place, faults).message);
      return;
    }
    // Queued, because a sign-out that is still running replaces the connections.
    await this.turns.run(() => {
      for (const { connection } of this.all) {
        if (signInPlace(connection) === place) this.followSignIn(connection.id);
      }
      return Promise.resolve();
    });
  }

  private async isSignedOut(place: SignInPlace): Promise<boolean> {
    return (await this.options.tokens.get(place)) === undefined;
  }

  /**
   * Tries everything, whatever one part does; returns the faults for which something is left.
   *
   * @param isWanted asked when it is its turn: the person may have signed in again by then
   */
  private forget(
    place: SignInPlace,
    isWanted: () => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<readonly unknown[]> {
    const { log, leftovers } = this.options;
    return this.turns.run(async () => {
      if (!(await isWanted())) return [];
      for (const [id, { connection }] of this.live) {
        const { state, isSyncing } = connection;
        // What a first list brings after this moment would stay.
        const isEmpty = state.goals.length === 0 && state.asOf === undefined && !isSyncing;
        if (isEmpty || signInPlace(connection.connection) !== place) continue;
        // What is left counts below: all of it is tried once more.
        await connection
          .forget()
          .catch((error: unknown) => log.debug(`${connection.name}: ${String(error)}`));
        this.live.delete(id);
      }
      const faults = await this.removeKept(place);
      await leftovers
        .note(place, faults.length > 0)
        .catch((error: unknown) => log.warn('What is left after signing out was not noted.', error));
      try {
        this.forgotten.fire(place);
      } catch (error) {
        log.error('Something keeps signed-out goals.', error);
      }
      await this.updateNow();
      return faults;
    });
  }

  private async removeKept(place: SignInPlace): Promise<unknown[]> {
    const { forgetOrigin } = await import('../../trackers/sync/forgetOrigin');
    return forgetOrigin(this.options.cacheFolder, place).then(
      () => [],
      (error: unknown) => [error],
    );
  }

  private async updateNow(): Promise<void> {
    const { log } = this.options;
    const { trackers } = this.options.entries;
    if (this.live.size === 0 && trackers.length === 0) {
      await this.pruneOnce();
      return;
    }
    // The schemas and the HTTP client are loaded only for people who have connected a tracker.
    const [{ readConnections }, { unusedSettings }, { LiveConnection }] = await Promise.all([
      import('../../trackers/connection/connection'),
      import('../../trackers/unusedSettings'),
      import('./liveConnection'),
    ]);
    const { connections, problems } = readConnections(trackers);
    const said = [
      ...problems,
      ...connections.flatMap((each) =>
        unusedSettings(each).map(
          (name) => `goalLens.trackers: ${name} says nothing to ${each.kind} at ${each.url}.`,
        ),
      ),
    ].join('\n');
    if (said !== this.said && said !== '') log.warn(said);
    this.said = said;
    const wanted = new Map(connections.map((each) => [each.id, each]));
    for (const [id, { entry, connection }] of this.live) {
      const next = wanted.get(id);
      if (next && JSON.stringify(next) === entry) continue;
      connection.dispose();
      this.live.delete(id);
    }
    const fresh: LiveConnection[] = [];
    for (const [id, connection] of wanted) {
      if (this.live.has(id)) continue;
      await this.tokens
        .moveFormer(connection)
        .catch((error: unknown) => log.warn('An earlier token was not moved.', error));
      const made = new LiveConnection({
        ...this.options,
        connection,
        token: () => this.tokens.of(connection),
      });
      this.live.set(id, { entry: JSON.stringify(connection), connection: made });
      fresh.push(made);
    }
    for (const { connection } of this.live.values()) connection.schedule();
    await Promise.all(fresh.map((each) => each.start()));
    this.changed.fire(undefined);
    await this.pruneOnce();
  }

  /** Also runs if no tracker is connected any more; if none ever was, nothing is loaded for it. */
  private async pruneOnce(): Promise<void> {
    const { cacheFolder } = this.options;
    if (this.isPruned) return;
    this.isPruned = true;
    if (
      !(await access(cacheFolder).then(
        () => true,
        () => false,
      ))
    )
      return;
    const { pruneCaches } = await import('../../trackers/sync/pruneCaches');
    await pruneCaches(cacheFolder, Date.now(), new Set(this.all.map(({ cacheName }) => cacheName)));
  }

  private followSignIn(id: string): void {
    this.get(id)
      ?.followSignIn()
      .catch((error: unknown) => this.options.log.error('A tracker was not read.', error));
  }
}
