import { isOfPlace } from '../../../core/tracker/trackerError';
import type { Goal } from '../../../core/goal/goal';
import type { TrackerAdapter, TrackerContext } from '../../port/adapter';
import { graphql } from '../../http/graphql';
import { LaterFault } from '../../mapping/laterFault';
import type { ReadEntries } from '../../mapping/readEntries';
import type { ConnectionReport, Followable, Tracker, TrackerField, TrackerPage } from '../../port/tracker';
import { checkLinear } from './linearCheck';
import { LinearCode } from './linearCode';
import { linearDialect } from './linearDialect';
import type { LinearReading } from './linearGoal';
import { readGoals, toPage, type GoalEntries } from './linearPages';
import { latestIn } from './latestChange';
import { movedKeys, wantedKeys } from './linearKeys';
import { idsOf, needsById, needsChanged, needsOf } from './linearNeeds';
import {
  initiativeList,
  isHidden,
  issueList,
  pagesOf,
  projectList,
  readNeeds,
  type GoalList,
  type LinearEntry,
  type LinearFilter,
} from './linearLists';
import { lostTeams } from './lostTeams';
import { wholeEntries } from './linearWhole';
import { OwnTeams } from './ownTeams';
import { issueQuery, pageSize, teamsQuery } from './linearQueries';
import { oneIssueSchema, teamSchema } from './linearSchemas';

/** Linear. https://linear.app/developers/graphql */
export const linear: TrackerAdapter = {
  dialect: linearDialect,
  create: (context) => new LinearTracker(context),
};

const goalLists = [initiativeList, projectList, issueList] as const;

class LinearTracker implements Tracker {
  readonly overlapMs = 2 * 60_000;
  /** Reports what is archived or in the bin, but not what was deleted for good. */
  readonly reportsDeletions = false;

  readonly code: LinearCode;
  private readonly ownTeams: OwnTeams;

  constructor(private readonly context: TrackerContext) {
    this.code = new LinearCode(context);
    this.ownTeams = new OwnTeams(context);
  }

  async checkConnection(signal: AbortSignal): Promise<ConnectionReport> {
    return checkLinear(this.context, signal);
  }

  /**
   * Initiatives, projects and issues. Adding a need changes the need alone, so what changed needs are about is read
   * again.
   */
  async *listChanged(since: number | undefined, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    const { clock } = this.context;
    const startedAt = clock.now();
    const changed = since === undefined ? undefined : changedSince(since);
    const asked = changed ? needsChanged(changed) : {};
    const fault = new LaterFault();
    const needs = await readNeeds(this.context, asked, !!changed, signal, fault);
    const allNeeds = changed ? undefined : needsById(needs);
    let latest = latestIn(needs);
    const unread = await lostTeams(this.context, signal);
    const given = new Set<string>();
    const reading = await this.reading(signal);
    for (const list of goalLists) {
      const filter = { ...changed, ...this.followed(list) };
      try {
        for await (const page of this.visiblePages(list, filter, !!changed, signal)) {
          for (const id of idsOf(page.entries)) given.add(id);
          latest = Math.max(latest, latestIn(page.entries.flatMap(({ change }) => change ?? [])));
          const own = allNeeds ?? (await needsOf(this.context, list, page.entries, signal));
          yield toPage(page, own, reading);
        }
      } catch (error) {
        fault.note(error);
      }
    }
    for (const list of changed ? [projectList, issueList] : []) {
      const ids = [...needsById(needs, list.inNeed).keys()].filter((id) => !given.has(id));
      yield* this.byIds(list, ids, signal);
    }
    fault.tell();
    // The lists begin with the latest change, so what changes while we read is found only next time: the time that
    // reading took is subtracted.
    const mark = latest > -Infinity ? { mark: latest - (clock.now() - startedAt) } : undefined;
    if (mark || unread.length > 0) yield { goals: [], unread, ...mark };
  }

  async getByKeys(keys: readonly string[], signal: AbortSignal): Promise<TrackerPage> {
    const { numbersByTeam, slugIds } = wantedKeys(keys);
    const ofTeams = [...numbersByTeam].map(([team, numbers]) => ({
      team: { key: { eq: team } },
      number: { in: numbers },
    }));
    const bySlug = slugIds.length > 0 ? { slugId: { in: slugIds } } : undefined;
    const asked: readonly (readonly [GoalList, LinearFilter | undefined])[] = [
      [initiativeList, bySlug],
      [projectList, bySlug],
      [issueList, ofTeams.length > 0 ? { or: ofTeams } : undefined],
    ];
    const pages: TrackerPage[] = [];
    for (const [list, filter] of asked) {
      if (!filter) continue;
      // Old commits name what has been archived since.
      for await (const { entries, problems } of this.visiblePages(list, filter, true, signal)) {
        const kept = entries.filter(({ change }) => !change?.trashed);
        const { goals, problems: bad } = await this.read(list, kept, signal);
        pages.push({ goals, problems: [...problems, ...bad] });
      }
    }
    const goals = pages.flatMap((page) => page.goals);
    const moved = await this.moved(movedKeys(keys, goals), signal);
    return { goals: [...goals, ...moved], problems: pages.flatMap((page) => page.problems ?? []) };
  }

  /** Issues that moved to another team: a list does not find them under their former identifiers. */
  private async moved(keys: readonly string[], signal: AbortSignal): Promise<Goal[]> {
    const { http, connection } = this.context;
    const { host } = new URL(connection.url);
    const entries: LinearEntry[] = [];
    for (const id of keys) {
      try {
        const request = { path: '/graphql', query: issueQuery, variables: { id } };
        const { data } = await graphql(http, host, request, oneIssueSchema, signal);
        entries.push(issueList.parse(data.issue, entries.length));
      } catch (error) {
        // There is no such issue.
        if (!isOfPlace(error)) throw error;
      }
    }
    const kept = entries.filter(({ change }) => change?.trashed !== true);
    return (await this.read(issueList, kept, signal)).goals;
  }

  private async read(
    list: GoalList,
    entries: readonly LinearEntry[],
    signal: AbortSignal,
  ): Promise<ReadEntries> {
    if (entries.length === 0) return { goals: [], problems: [] };
    const needs = await needsOf(this.context, list, entries, signal);
    return readGoals(entries, needs, await this.reading(signal));
  }

  async followables(signal: AbortSignal): Promise<readonly Followable[]> {
    const found: Followable[] = [];
    const teams = { field: 'teams', query: teamsQuery };
    for await (const { entries } of pagesOf(this.context, teams, {}, false, signal)) {
      for (const { key, name, description } of entries.flatMap(
        (each) => teamSchema.safeParse(each).data ?? [],
      )) {
        found.push({ value: key, label: name ?? key, ...(description && { description }) });
      }
    }
    return found;
  }

  /** Linear has no custom fields: impact comes from customer requests, and priority has one place. */
  fields(): Promise<readonly TrackerField[]> {
    return Promise.resolve([]);
  }

  private async reading(signal: AbortSignal): Promise<LinearReading> {
    return { connection: this.context.connection, teams: await this.ownTeams.keys(signal) };
  }

  private followed({ ofTeams }: GoalList): LinearFilter {
    const { follow } = this.context.connection;
    return (follow && ofTeams?.(follow.map((key) => key.toUpperCase()))) ?? {};
  }

  /** A plan without initiatives still has projects and issues. */
  private async *visiblePages(
    list: GoalList,
    filter: LinearFilter,
    includeArchived: boolean,
    signal: AbortSignal,
  ): AsyncGenerator<GoalEntries> {
    try {
      yield* this.pages(list, filter, includeArchived, signal);
    } catch (error) {
      if (list !== initiativeList || !isHidden(error)) throw error;
    }
  }

  private async *pages(
    list: GoalList,
    filter: LinearFilter,
    includeArchived: boolean,
    signal: AbortSignal,
  ): AsyncGenerator<GoalEntries> {
    for await (const { entries, problems } of pagesOf(this.context, list, filter, includeArchived, signal)) {
      const { entries: whole, notes } = await wholeEntries(this.context, list, entries, signal);
      yield { entries: whole.map(list.parse), problems, notes };
    }
  }

  private async *byIds(
    list: GoalList,
    ids: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<TrackerPage> {
    for (let at = 0; at < ids.length; at += pageSize) {
      const filter = { ...this.followed(list), id: { in: ids.slice(at, at + pageSize) } };
      for await (const page of this.pages(list, filter, true, signal)) {
        const needs = await needsOf(this.context, list, page.entries, signal);
        yield toPage(page, needs, await this.reading(signal));
      }
    }
  }
}

function changedSince(since: number): LinearFilter {
  return { updatedAt: { gte: new Date(since).toISOString() } };
}
