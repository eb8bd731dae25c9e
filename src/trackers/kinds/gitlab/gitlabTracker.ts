import type { Goal } from '../../../core/goal/goal';
import type { TrackerAdapter, TrackerContext } from '../../port/adapter';
import { goalsOf, parseEntries, readEntries, type ParsedEntries } from '../../mapping/readEntries';
import { LaterFault } from '../../mapping/laterFault';
import { PlaceFaults } from '../../mapping/placeFaults';
import type { ConnectionReport, Followable, Tracker, TrackerField, TrackerPage } from '../../port/tracker';
import { GitlabApi, type GitlabPlace } from './gitlabApi';
import { GitlabCode } from './gitlabCode';
import { checkGitlab } from './gitlabCheck';
import { gitlabDialect } from './gitlabDialect';
import { gitlabFollowables } from './gitlabFollowables';
import { milestoneGoal, workItemGoal, type GoalContext } from './gitlabGoal';
import { GitlabKeys, readGitlabKey, type GitlabKey } from './gitlabKeys';
import { fieldsOfItems } from './gitlabFields';
import { latestIn } from './latestChange';
import { MovedItems } from './movedItems';
import { pathsAbove } from './pathsAbove';
import { withoutTasks } from './withoutTasks';
import { groupSchema, milestoneSchema, workItemSchema, type GitlabWorkItem } from './gitlabSchemas';

/** GitLab.com and self-managed GitLab. https://docs.gitlab.com/api/graphql/ */
export const gitlab: TrackerAdapter = {
  dialect: gitlabDialect,
  create: (context) => new GitlabTracker(context),
};

class GitlabTracker implements Tracker {
  readonly overlapMs = 2 * 60_000;
  readonly reportsDeletions = false;
  readonly code: GitlabCode;
  private readonly api: GitlabApi;
  private readonly keys: GitlabKeys;

  constructor(private readonly context: TrackerContext) {
    this.code = new GitlabCode(context);
    this.api = new GitlabApi(context);
    this.keys = new GitlabKeys(context.connection);
  }

  async checkConnection(signal: AbortSignal): Promise<ConnectionReport> {
    return checkGitlab(this.context, this.api, signal);
  }

  async *listChanged(since: number | undefined, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    const fault = new LaterFault();
    const paths = await this.followedPaths(signal, fault);
    const startedAt = this.context.clock.now();
    const moved = new MovedItems(this.keys);
    const faults = new PlaceFaults();
    let latest = -Infinity;
    let isInOrder = paths.length === 1 && !fault.isNoted;
    for (const path of paths) {
      try {
        for await (const { page, last, isOrdered } of this.changedIn(path, since, moved, signal)) {
          latest = Math.max(latest, last);
          isInOrder &&= isOrdered;
          // With several places, a moment is over only once the last of them has been read.
          yield isInOrder && latest > -Infinity ? { ...page, mark: latest } : page;
        }
      } catch (error) {
        faults.note(path, error);
      }
    }
    const unread = faults.outOf(paths.length);
    // What changed in the first while the last was read is asked for again.
    const mark = isInOrder ? latest : Math.min(latest, startedAt);
    const found = await moved.follow((keys) => this.readKeys(keys, moved, signal));
    if (fault.isNoted) yield { ...found, unread };
    fault.tell();
    if (isInOrder && unread.length === 0 && found.goals.length === 0) return;
    yield { ...found, unread, ...(mark > -Infinity && { mark }) };
  }

  private async *changedIn(
    path: string,
    since: number | undefined,
    moved: MovedItems,
    signal: AbortSignal,
  ): AsyncGenerator<{ readonly page: TrackerPage; readonly last: number; readonly isOrdered: boolean }> {
    const filter = since === undefined ? {} : { updatedAfter: new Date(since).toISOString() };
    const place = await this.api.placeAt(path, signal);
    const fault = new LaterFault();
    try {
      for await (const page of this.milestonePages(place, signal)) {
        yield { page, last: -Infinity, isOrdered: true };
      }
    } catch (error) {
      fault.note(error);
    }
    for await (const { entries, problems, notes, isInOrder } of this.api.workItems(place, filter, signal)) {
      const items = parseEntries(entries, workItemSchema);
      for (const item of items.parsed) moved.note(item);
      const page = { ...this.toPage(items, problems, !place.hasEpics), notes };
      // Without a mark, the milestones are asked for again as well.
      yield { page, last: fault.isNoted ? -Infinity : latestIn(items.parsed), isOrdered: isInOrder };
    }
    fault.tell();
  }

  async getByKeys(keys: readonly string[], signal: AbortSignal): Promise<TrackerPage> {
    const moved = new MovedItems(this.keys);
    const { goals, problems = [] } = await this.readKeys(keys, moved, signal);
    const found = await moved.follow((some) => this.readKeys(some, moved, signal));
    const renewed = new Set([...found.goals.map(({ id }) => id), ...(found.deletedIds ?? [])]);
    return {
      goals: [...goals.filter(({ id }) => !renewed.has(id)), ...found.goals],
      problems: [...problems, ...(found.problems ?? [])],
    };
  }

  private async readKeys(
    keys: readonly string[],
    moved: MovedItems,
    signal: AbortSignal,
  ): Promise<TrackerPage> {
    const wanted = keys.flatMap((key) => readGitlabKey(key) ?? []);
    if (wanted.length === 0) return { goals: [] };
    const isWanted = new Set(keys.map((key) => key.toUpperCase()));
    const note = (item: GitlabWorkItem): void => {
      // A group gives the items of all its projects that have these numbers.
      if (isWanted.has(this.keys.keyOf(item)?.toUpperCase() ?? '')) moved.note(item);
    };
    const found = new Map<string, Goal>();
    const problems: string[] = [];
    const followed = new Set(await this.followedPaths(signal));
    const prefixes = new Set(wanted.map(({ prefix }) => prefix));
    for (const path of this.pathsToSearch(followed)) {
      if (!followed.has(path) && !prefixes.has(this.keys.prefixOf(path))) continue;
      const isOf = ({ prefix }: GitlabKey): boolean => this.keys.prefixOf(path) === prefix;
      const place = await this.api.knownPlace(path, signal);
      // A group also has what is below it, whose prefixes are unknown before it is read.
      const ofPlace = place?.kind === 'group' ? wanted : wanted.filter(isOf);
      if (!place || ofPlace.length === 0) continue;
      for await (const page of this.pagesByKeys(place, ofPlace, note, signal)) {
        problems.push(...(page.problems ?? []));
        for (const goal of page.goals) if (isWanted.has(goal.key.toUpperCase())) found.set(goal.id, goal);
      }
    }
    return { goals: [...found.values()], problems };
  }

  async followables(signal: AbortSignal): Promise<readonly Followable[]> {
    return gitlabFollowables(this.api, signal);
  }

  async fields(signal: AbortSignal): Promise<readonly TrackerField[]> {
    let entries: readonly unknown[] = [];
    for (const path of await this.followedPaths(signal)) {
      const place = await this.api.knownPlace(path, signal);
      if (!place) continue;
      for await (const page of this.api.workItems(place, { sort: 'UPDATED_DESC' }, signal)) {
        entries = [...entries, ...page.entries];
        if (entries.length >= 500) return fieldsOfItems(entries);
      }
    }
    return fieldsOfItems(entries);
  }

  /** What is followed; by default, the person's topmost groups, as far as their list goes. */
  private async followedPaths(signal: AbortSignal, fault = new LaterFault()): Promise<readonly string[]> {
    const { follow } = this.context.connection;
    if (follow) return follow;
    const paths = new Set<string>();
    try {
      for await (const page of this.api.entries('/groups', { min_access_level: 10 }, signal)) {
        for (const entry of page) {
          const path = groupSchema.safeParse(entry).data?.full_path;
          if (path !== undefined) paths.add(path);
        }
      }
    } catch (error) {
      if (paths.size === 0) throw error;
      fault.note(error);
    }
    return [...paths].filter((path) => !pathsAbove(path).some((above) => paths.has(above)));
  }

  /** What is followed, the groups above it, and every place that a goal has named as its parent's or blocker's. */
  private pathsToSearch(followed: ReadonlySet<string>): readonly string[] {
    const ofFollowed = [...followed].flatMap((path) => [path, ...pathsAbove(path)]);
    return [...new Set([...ofFollowed, ...this.keys.seenPaths])];
  }

  private async *pagesByKeys(
    place: GitlabPlace,
    wanted: readonly GitlabKey[],
    note: (item: GitlabWorkItem) => void,
    signal: AbortSignal,
  ): AsyncGenerator<TrackerPage> {
    const iids = new Set(wanted.filter(({ kind }) => kind !== 'milestone').map(({ iid }) => iid));
    if (iids.size > 0) {
      for await (const page of this.api.workItems(place, { iids: [...iids] }, signal)) {
        const items = parseEntries(page.entries, workItemSchema);
        for (const item of items.parsed) note(item);
        yield this.toPage(items, page.problems, !place.hasEpics);
      }
    }
    if (wanted.some(({ kind }) => kind === 'milestone')) {
      yield* this.milestonePages({ ...place, hasEpics: false }, signal);
    }
  }

  /** There are only a few milestones, so all of them come each time. */
  private async *milestonePages(place: GitlabPlace, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    if (place.hasEpics) return;
    for await (const entries of this.api.milestones(place, signal)) {
      yield readEntries(entries, milestoneSchema, (each) => milestoneGoal(each, this.goalContext(true)));
    }
  }

  private toPage(
    items: ParsedEntries<GitlabWorkItem>,
    problems: readonly string[],
    hasMilestones: boolean,
  ): TrackerPage {
    const context = this.goalContext(hasMilestones);
    const read = goalsOf(withoutTasks(items, this.context.connection), (item) => workItemGoal(item, context));
    return { goals: read.goals, problems: [...problems, ...read.problems] };
  }

  private goalContext(hasMilestones: boolean): GoalContext {
    return { connection: this.context.connection, keys: this.keys, hasMilestones, me: this.api.me };
  }
}
