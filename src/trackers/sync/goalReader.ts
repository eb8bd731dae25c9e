import { normalizeKey } from '../../core/goal/goalKey';
import { TrackerError } from '../../core/tracker/trackerError';
import { isFresh, type Clock } from '../../core/clock';
import type { Tracker, TrackerPage, UnreadPlace } from '../port/tracker';
import { collectIds, maxGoals, tooManyGoals } from './goalLimit';
import { GoalSet } from './goalSet';
import type { Snapshot } from './snapshot';
import type { SyncProgress } from './syncState';
import { WaitingGoals } from './waitingGoals';

/** What a reader needs. */
export interface GoalReaderOptions {
  /** Connected with the first question. */
  readonly tracker: () => Promise<Tracker>;
  readonly clock: Clock;
  readonly log?: (line: string) => void;
  /** Called when a page of a first list has come. */
  readonly onPage: (progress: SyncProgress) => void;
}

/** How often everything is listed again if the tracker does not report deletions, in milliseconds. */
const sweepEveryMs = 24 * 60 * 60_000;
/** How many levels above a goal are asked for. */
const maxClimb = 8;
/** How many goals above others one climb asks for; the rest follows with the next one. */
const maxMissing = 5_000;
/** How many unusable entries one sync reports one by one. */
const maxProblems = 100;
/** How far ahead a mark may lie, in milliseconds: trackers have other clocks, and ours is adjusted now and then. */
const clockSlackMs = 5 * 60_000;
/** How many keys one call asks for. */
const keysAtOnce = 100;

/** Asks a tracker for goals and keeps track of what is known. What has come stays, whatever fails afterwards. */
export class GoalReader {
  goals = new GoalSet();
  badEntries = 0;
  /** Whether something known has not been saved to disk yet. */
  isChanged = false;
  private mark: number | undefined;
  private sweptAt: number | undefined;
  /** Followed places that could not be read last time. */
  unread: readonly UnreadPlace[] = [];
  /** How many problems this sync has reported. */
  private told = 0;
  /** Keys that the tracker does not know, in the form in which keys are compared. */
  private readonly absent = new Set<string>();
  private readonly waiting = new WaitingGoals();
  /** Whether a goal was not kept. */
  private isOver = false;

  constructor(private readonly options: GoalReaderOptions) {}

  /** What is known, in the form in which it is saved. */
  get snapshot(): Omit<Snapshot, 'asOf'> {
    const { goals, mark, sweptAt, unread } = this;
    return {
      goals: goals.all,
      askedIds: goals.askedIds,
      ...(unread.length > 0 && { unread }),
      ...(mark !== undefined && { mark }),
      ...(sweptAt !== undefined && { sweptAt }),
    };
  }

  /** Takes over what we or another window saved. */
  adopt(snapshot: Snapshot): void {
    const before = this.goals;
    this.goals = GoalSet.from(snapshot);
    const isCut = this.goals.size < snapshot.goals.length;
    this.isChanged ||= isCut;
    const now = this.options.clock.now();
    // A time in the future comes from a wrong clock: nothing would change until then.
    const isPast = (time = Infinity, slackMs = 0): boolean => time <= now + slackMs;
    // Changes alone would not bring back what was cut off.
    this.mark = isPast(snapshot.mark, clockSlackMs) && !isCut ? snapshot.mark : undefined;
    this.sweptAt = isPast(snapshot.sweptAt) ? snapshot.sweptAt : undefined;
    this.unread = snapshot.unread ?? [];
    // The other window may be on another branch, and not have asked for what this one shows.
    this.goals.put(this.goals.within(maxGoals, before.askedBeside(this.goals)).fitting, 'asked', now);
  }

  /** Reads what changed and, with `isThorough`, also what is gone. @throws {TrackerError} */
  async read(isThorough: boolean, signal: AbortSignal): Promise<void> {
    const { clock } = this.options;
    const tracker = await this.options.tracker();
    this.told = 0;
    this.isOver = false;
    const isSweepDue =
      this.sweptAt !== undefined && (isThorough || !isFresh(this.sweptAt, clock.now(), sweepEveryMs));
    const isFull = this.mark === undefined || (isSweepDue && !tracker.reportsDeletions && !tracker.listIds);
    const lost = new Set(this.unread.map(({ place }) => place));
    const listed = await this.list(isFull, signal);
    const isBack = [...lost].some((place) => !this.unread.some((each) => each.place === place));
    // What changed in a place while it could not be read lies before the mark.
    if (isBack && !isFull) await this.sweep(await this.list(true, signal), signal);
    else if (isFull) await this.sweep(listed, signal);
    else if (isSweepDue && tracker.listIds) await this.sweep(await this.allIds(signal), signal);
    else if (isSweepDue) this.sweptAt = clock.now();
    // A first list that was interrupted is finished by later ones; what it brought is as good as new.
    else this.sweptAt ??= clock.now();
    this.takeWaiting();
    this.tellHowMany();
    await this.renewAsked(signal);
    // What is absent is asked for again now and then, not every time.
    if (isFull || isSweepDue) this.absent.clear();
    await this.climb(signal);
    this.checkRoom();
  }

  /** Asks for goals by key, and for the goals above them. @throws {TrackerError} */
  async want(keys: readonly string[], signal: AbortSignal): Promise<void> {
    this.isOver = false;
    await this.ask(this.unknown(keys), signal);
    await this.climb(signal);
    this.checkRoom();
  }

  /** Those of the keys, each once, that are neither known nor known to be absent. */
  unknown(keys: Iterable<string>): string[] {
    const unknown = new Map([...keys].map((key) => [normalizeKey(key), key]));
    return [...unknown].flatMap(([normal, key]) =>
      this.absent.has(normal) || this.goals.has(key) ? [] : key,
    );
  }

  /** Takes over what changed, or everything, and returns the ids that came. */
  private async list(isFull: boolean, signal: AbortSignal): Promise<ReadonlySet<string>> {
    const { onPage } = this.options;
    const tracker = await this.options.tracker();
    const since = isFull || this.mark === undefined ? undefined : this.mark - tracker.overlapMs;
    const isFirst = this.sweptAt === undefined;
    const listed = new Set<string>();
    const unread: UnreadPlace[] = [];
    let bad = 0;
    this.waiting.clear();
    for await (const page of tracker.listChanged(since, signal)) {
      // An adapter may be between two requests when the person stops it.
      if (signal.aborted) throw new TrackerError('stopped');
      this.take(page);
      for (const { id } of page.goals) listed.add(id);
      unread.push(...(page.unread ?? []));
      this.tell(page.problems);
      this.tell(page.notes);
      bad += page.problems?.length ?? 0;
      this.badEntries = isFull ? bad : Math.max(this.badEntries, bad);
      this.requireEnd(listed.size);
      if (isFirst) onPage({ received: listed.size, ...(page.total !== undefined && { total: page.total }) });
    }
    if (unread.length > 0 || this.unread.length > 0) this.isChanged = true;
    this.unread = unread;
    return listed;
  }

  /** An answer full of unusable entries must not flood the log. */
  private tell(problems: readonly string[] = []): void {
    for (const problem of problems.slice(0, Math.max(maxProblems - this.told, 0)))
      this.options.log?.(problem);
    this.told += problems.length;
  }

  private tellHowMany(): void {
    if (this.told > maxProblems) this.options.log?.(`${this.told - maxProblems} more lines are left out.`);
  }

  private take({ goals, deletedIds = [], mark }: TrackerPage): void {
    const room = maxGoals + this.goals.count(deletedIds);
    const { fitting, beyond } = this.goals.within(room, this.goals.heirs(goals, deletedIds));
    const isNew = this.goals.put(fitting, 'listed', this.options.clock.now());
    const isLess = this.goals.remove(deletedIds);
    this.isChanged ||= isNew || isLess;
    this.waiting.remove(deletedIds);
    this.waiting.add(beyond);
    if (this.waiting.isEmpty) this.moveMark(mark);
    else this.waiting.mark = mark ?? this.waiting.mark;
  }

  private moveMark(mark: number | undefined): void {
    const before = this.mark;
    // One goal dated next year must not hide everything that changes until then.
    if (mark !== undefined)
      this.mark = Math.min(Math.max(before ?? -Infinity, mark), this.options.clock.now());
    this.isChanged ||= this.mark !== before;
  }

  /** Takes over what had to wait as far as there is room now; for the rest, the same changes are read again. */
  private takeWaiting(): void {
    if (this.waiting.isEmpty) return;
    const { all, mark } = this.waiting;
    const { fitting, beyond } = this.goals.within(maxGoals, all);
    this.waiting.clear();
    if (this.goals.put(fitting, 'listed', this.options.clock.now())) this.isChanged = true;
    if (beyond.length > 0) this.isOver = true;
    else this.moveMark(mark);
  }

  /** @throws {TrackerError} if a list goes on with more than is ever kept */
  private requireEnd(listed: number): void {
    if (listed <= maxGoals && !this.waiting.isTooMuch) return;
    this.waiting.clear();
    throw tooManyGoals();
  }

  /** @throws {TrackerError} if a goal was not kept */
  private checkRoom(): void {
    if (this.isOver) throw tooManyGoals();
  }

  /** Not asked for while a place cannot be read: nothing is dropped then. */
  private async allIds(signal: AbortSignal): Promise<ReadonlySet<string>> {
    const tracker = await this.options.tracker();
    const ids = this.unread.length > 0 ? undefined : tracker.listIds?.(signal);
    return ids ? collectIds(ids) : new Set();
  }

  /** Drops what a whole list does not contain. */
  private async sweep(ids: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    const { clock } = this.options;
    // What is in a place that cannot be read is not gone.
    const gone = this.unread.length > 0 ? [] : this.goals.listedBeside(ids);
    // Some trackers show strangers less, or nothing: before a goal is dropped, ask who we are.
    if (gone.length > 0) await (await this.options.tracker()).checkConnection(signal);
    this.goals.remove(gone);
    this.sweptAt = clock.now();
    this.isChanged = true;
  }

  /** Asks again for what no list brings, and drops what is gone. */
  private async renewAsked(signal: AbortSignal): Promise<void> {
    const before = new Set(this.goals.askedIds);
    const keys = this.goals.askedKeys;
    if (keys.length === 0) return;
    for (const goal of await this.ask(keys, signal)) before.delete(goal.id);
    if (this.goals.remove(before)) this.isChanged = true;
  }

  /** Asks for the goals above the known ones, level by level. */
  private async climb(signal: AbortSignal): Promise<void> {
    let left = maxMissing;
    for (let level = 0; level < maxClimb; level += 1) {
      const missing = this.unknown(this.goals.parentKeys).slice(0, left);
      if (missing.length === 0) return;
      left -= missing.length;
      await this.ask(missing, signal);
    }
  }

  private async ask(keys: readonly string[], signal: AbortSignal): Promise<{ readonly id: string }[]> {
    const { clock } = this.options;
    const tracker = await this.options.tracker();
    const found: { readonly id: string }[] = [];
    for (let at = 0; at < keys.length; at += keysAtOnce) {
      const some = keys.slice(at, at + keysAtOnce);
      const page = await tracker.getByKeys(some, signal);
      found.push(...page.goals);
      const { fitting, beyond } = this.goals.within(maxGoals, page.goals);
      if (this.goals.put(fitting, 'asked', clock.now())) this.isChanged = true;
      if (beyond.length > 0) this.isOver = true;
      this.tell(page.problems);
      for (const key of some) if (!this.goals.has(key)) this.absent.add(normalizeKey(key));
    }
    return found;
  }
}
