import { EventEmitter, type LogOutputChannel, type Memento } from 'vscode';
import type { GoalStore } from '../../core/catalog/goalStore';
import { agedBranch, usedBranch } from '../../core/drift/agedBranch';
import {
  acknowledge,
  branchDrift,
  noticeDrift,
  readSeenBranch,
  settleSeen,
  type GoalDrift,
  type SeenBranch,
} from '../../core/drift/seenBranch';
import type { Disposable, Event } from '../../core/event';
import { signInPlaceOf, type SignInPlace } from '../../core/tracker/signInPlace';
import { Disposables } from '../../core/disposables';
import { goalView, type GoalView } from '../../core/views/goalView';
import { branchIdentity } from '../../git/links/branchIdentity';
import type { Git } from '../../git/run/git';
import type { Settings } from '../settings';
import type { BranchChoicesStore } from '../sources/git/branchChoicesStore';
import type { BranchContext } from './branchGoals';
import type { GoalContext } from './goalContext';

/** The sources of drift. */
interface DriftSources {
  readonly store: GoalStore;
  readonly context: Pick<GoalContext, 'current' | 'onDidChange'>;
  readonly choices: BranchChoicesStore;
  /** Tells when nothing may be kept of the trackers of a place any more. */
  readonly connections: { readonly onDidForget: Event<SignInPlace> };
  readonly settings: Settings;
  readonly git: Git;
  /** Shared by all windows: a branch is the same in each. */
  readonly memento: Memento;
  readonly now: () => number;
  readonly log: LogOutputChannel;
}

/** How often a look at the branch is recorded, in milliseconds. */
const notedEveryMs = 24 * 60 * 60 * 1000;

/** What is stored for the checked-out branch. */
interface Kept {
  /** Identifies the repository and the branch. */
  readonly id: string;
  /** The storage key. */
  readonly key: string;
  readonly seen: SeenBranch;
}

/**
 * What has changed about the branch's goals since they were first seen on it, and when that was noticed; kept per branch,
 * across windows and reloads, until the person acknowledges it.
 */
export class BranchDrift implements Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<void>());
  private kept: Kept | undefined;
  private opening: string | undefined;
  private found: readonly GoalDrift[] = [];

  /** Fires when `current` changes, also when it becomes empty. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly from: DriftSources) {
    this.owned.add(from.context.onDidChange(() => this.follow()));
    this.owned.add(
      from.connections.onDidForget((place) => {
        this.forget(place).catch((error: unknown) =>
          from.log.error('Branches keep signed-out goals.', error),
        );
      }),
    );
  }

  /** The changes, goal by goal, in the order in which the branch serves them. */
  get current(): readonly GoalDrift[] {
    return this.found;
  }

  /** Marks the changes as known: only later ones count from here on. */
  async acknowledge(): Promise<void> {
    const { branch } = this.from.context.current;
    if (!branch || this.kept?.id !== idOf(branch)) return;
    await this.keep({
      ...this.kept,
      seen: acknowledge(this.kept.seen, this.viewsOf(branch), this.from.now()),
    });
    this.use([]);
  }

  dispose(): void {
    this.owned.dispose();
  }

  private follow(): void {
    const { branch, isReady } = this.from.context.current;
    const isShown = this.from.settings.isOn('drift.enabled');
    if (!isReady || branch?.name === undefined || branch.served.goals.length === 0 || !isShown) {
      this.use([]);
      return;
    }
    const id = idOf(branch);
    if (this.kept?.id === id) {
      this.compare(branch, this.kept);
      return;
    }
    this.use([]);
    if (this.opening === id) return;
    this.opening = id;
    this.open(branch, branch.name)
      .catch((error: unknown) => this.from.log.warn('What was kept of the branch cannot be read.', error))
      .finally(() => {
        if (this.opening === id) this.opening = undefined;
      });
  }

  private compare(branch: BranchContext, kept: Kept): void {
    const views = this.viewsOf(branch);
    const { trackers } = this.from.store.catalog;
    const isRead = trackers.every(({ phase }) => phase !== 'loading');
    const isComplete = isRead && branch.served.unknown.length === 0;
    // Another window may have acknowledged them.
    const before = readSeenBranch(this.from.memento.get(kept.key)) ?? kept.seen;
    const now = this.from.now();
    const settled = settleSeen(before, views, { now, isComplete });
    // A goal's priority may be that of another tracker's goal, and not be there yet.
    const seen = isRead ? noticeDrift(settled, views, now) : settled;
    if (seen !== before) {
      this.keep({ ...kept, seen }).catch((error: unknown) =>
        this.from.log.warn('What is known of the branch cannot be kept.', error),
      );
    }
    this.use(branchDrift(seen, views));
  }

  /** The goals that the branch serves, once their tracker has delivered everything. */
  private viewsOf({ served }: BranchContext): GoalView[] {
    const { catalog } = this.from.store;
    const isRead = new Set(catalog.trackers.filter(({ phase }) => phase !== 'loading').map(({ id }) => id));
    return served.goals
      .filter(({ linked }) => isRead.has(linked.trackerId))
      .map(({ linked }) => goalView(linked, catalog));
  }

  private async open(branch: BranchContext, name: string): Promise<void> {
    const { choices, git, memento } = this.from;
    const { repository } = branch;
    const { commonDir, path } = await choices.of(repository);
    const identity = await branchIdentity(git, repository.rootUri.fsPath, commonDir, name);
    const prefix = `drift:${path}\n`;
    const key = prefix + name;
    const created = identity?.isWhole ? identity.created : undefined;
    const own = readSeenBranch(memento.get(key));
    // A new branch with an old name inherits nothing; a renamed one takes its stored state along.
    const isOther = own?.created !== undefined && created !== undefined && own.created !== created;
    const renamed = own || created === undefined ? undefined : this.keptAs(prefix, created);
    const seen = (isOther ? undefined : own) ?? renamed ?? { at: 0, goals: [] };
    const used = usedBranch(seen);
    const kept = { id: idOf(branch), key, seen: { ...used, ...(created !== undefined && { created }) } };
    const isLongAgo = this.from.now() - seen.at > notedEveryMs;
    const isWorthNoting = seen.goals.length > 0 && (isLongAgo || used !== seen);
    if (isWorthNoting) await this.keep({ ...kept, seen: { ...kept.seen, at: this.from.now() } });
    else this.kept = kept;
    await this.forgetOld(prefix);
    this.follow();
  }

  private keptAs(prefix: string, created: string): SeenBranch | undefined {
    return this.entries(prefix).find(([, seen]) => seen?.created === created)?.[1];
  }

  /** Forgets the goals of the trackers at a place, on every branch. */
  private async forget(place: SignInPlace): Promise<void> {
    for (const [key, seen] of this.entries('drift:')) {
      const goals = seen?.goals.filter(({ trackerId }) => signInPlaceOf(trackerId) !== place) ?? [];
      if (seen && goals.length < seen.goals.length)
        await this.from.memento.update(key, goals.length === 0 ? undefined : { ...seen, goals });
    }
    // What is in memory of the branch would be written back.
    this.kept = undefined;
    this.follow();
  }

  private async forgetOld(prefix: string): Promise<void> {
    for (const [key, seen] of this.entries(prefix)) {
      if (key === this.kept?.key) continue;
      const left = seen && agedBranch(seen, this.from.now());
      if (!left || left !== seen) await this.from.memento.update(key, left);
    }
  }

  private entries(prefix: string): [string, SeenBranch | undefined][] {
    return this.from.memento
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key, readSeenBranch(this.from.memento.get(key))]);
  }

  private async keep(kept: Kept): Promise<void> {
    this.kept = kept;
    await this.from.memento.update(kept.key, kept.seen);
  }

  private use(found: readonly GoalDrift[]): void {
    if (found.length === 0 && this.found.length === 0) return;
    this.found = found;
    this.changed.fire();
  }
}

function idOf({ repository, name = '' }: BranchContext): string {
  return `${repository.rootUri.toString()}\n${name}`;
}
