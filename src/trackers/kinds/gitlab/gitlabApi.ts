import * as z from 'zod';
import { TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import { CursorGuard } from '../../http/cursorGuard';
import { graphql } from '../../http/graphql';
import { notesOnFullLists } from '../../mapping/fullLists';
import { hasNoItemsOfGroups, isHidden, isUnknownToServer, missingIn } from './gitlabFaults';
import { canDoWithout, epicsQuery, pageSize, placeQuery, workItemsQuery } from './gitlabQueries';
import {
  currentUserSchema,
  entriesSchema,
  epicsSchema,
  placeSchema,
  projectSchema,
  workItemsSchema,
} from './gitlabSchemas';

/** A group or project that is followed. */
export interface GitlabPlace {
  readonly kind: 'group' | 'project';
  readonly path: string;
  /** Whether its group shows epics; otherwise, milestones stand in for them. */
  readonly hasEpics: boolean;
}

/** Which work items to ask for. */
export interface WorkItemFilter {
  readonly updatedAfter?: string;
  readonly iids?: readonly string[];
  /** The earliest change first by default. */
  readonly sort?: 'UPDATED_ASC' | 'UPDATED_DESC';
}

/** A page of entries, as it came. */
export interface GitlabEntries {
  readonly entries: readonly unknown[];
  /** What GitLab said about it besides the data. */
  readonly problems: readonly string[];
  /** What it may have given only in part. */
  readonly notes: readonly string[];
  /** Whether the pages come in the order of change. */
  readonly isInOrder: boolean;
}

const restPageSize = 100;
const pageSchema = z.object({
  group: workItemsSchema,
  project: workItemsSchema,
  currentUser: currentUserSchema,
});
const stampSchema = z.object({ updatedAt: z.string() });

/** The requests to GitLab. */
export class GitlabApi {
  private readonly host: string;
  /** Types, fields and arguments that the server does not know. */
  private readonly lacks = new Set<string>();
  private readonly splitGroups = new Set<string>();
  private readonly places = new Map<string, GitlabPlace>();
  private account: string | undefined;

  constructor(private readonly context: TrackerContext) {
    this.host = new URL(context.connection.url).host;
  }

  /** The name of the account that is signed in, once a page has told it. */
  get me(): string | undefined {
    return this.account;
  }

  /** What the server does not know of what we would like to ask; empty if it knows everything. */
  get unknown(): readonly string[] {
    return [...this.lacks];
  }

  /** Groups without work items of their own: their projects are read one by one. */
  get groupsInParts(): readonly string[] {
    return [...this.splitGroups];
  }

  /** What a path is, as last seen; undefined if it is nothing that we may see. @throws {TrackerError} */
  async knownPlace(path: string, signal: AbortSignal): Promise<GitlabPlace | undefined> {
    return this.places.get(path) ?? this.place(path, signal);
  }

  /** The place at a path, as it is now. @throws {TrackerError} `notFound`, naming the path */
  async placeAt(path: string, signal: AbortSignal): Promise<GitlabPlace> {
    const place = await this.place(path, signal);
    if (place) return place;
    const detail = `no group or project ${path} that you may see`;
    throw new TrackerError('notFound', { host: this.host, detail });
  }

  /**
   * The work items of a place, the earliest change first. The Community Edition and GitLab before 16.3 have none for a
   * group: there, those of its projects are read.
   * @throws {TrackerError}
   */
  async *workItems(
    place: Pick<GitlabPlace, 'kind' | 'path'>,
    filter: WorkItemFilter,
    signal: AbortSignal,
  ): AsyncGenerator<GitlabEntries> {
    const { kind, path } = place;
    const guard = new CursorGuard(this.host);
    let after: string | undefined;
    for (;;) {
      const { list, ...said } = await this.workItemPage(
        kind,
        { path, first: pageSize, after, ...filter },
        signal,
      );
      if (kind === 'group' && (!list || this.lacks.has('includeDescendants'))) {
        this.splitGroups.add(path);
        yield* this.itemsOfProjects(path, filter, signal);
        return;
      }
      yield {
        entries: this.changedSince(list?.nodes ?? [], filter.updatedAfter),
        ...said,
        isInOrder: !this.lacks.has('sort'),
      };
      if (!list?.pageInfo.hasNextPage || !list.pageInfo.endCursor) return;
      after = guard.next(list.pageInfo.endCursor);
    }
  }

  private async *itemsOfProjects(
    group: string,
    filter: WorkItemFilter,
    signal: AbortSignal,
  ): AsyncGenerator<GitlabEntries> {
    const address = `/groups/${encodeURIComponent(group)}/projects`;
    const query = { include_subgroups: 'true', archived: 'false', simple: 'true' };
    for await (const page of this.entries(address, query, signal)) {
      for (const { path_with_namespace: path } of page.flatMap(
        (each) => projectSchema.safeParse(each).data ?? [],
      )) {
        for await (const entries of this.workItems({ kind: 'project', path }, filter, signal)) {
          yield { ...entries, isInOrder: false };
        }
      }
    }
  }

  /** The entries that are new enough, if the server cannot leave out older ones. */
  private changedSince(entries: readonly unknown[], since: string | undefined): readonly unknown[] {
    if (since === undefined || !this.lacks.has('updatedAfter')) return entries;
    return entries.filter((entry) => {
      const time = Date.parse(stampSchema.safeParse(entry).data?.updatedAt ?? '');
      return Number.isNaN(time) || time >= Date.parse(since);
    });
  }

  /** The pages of a list of the REST API. @throws {TrackerError} */
  async *entries(
    path: string,
    query: Readonly<Record<string, string | number>>,
    signal: AbortSignal,
  ): AsyncGenerator<readonly unknown[]> {
    const guard = new CursorGuard(this.host);
    let page: string | undefined;
    for (;;) {
      const request = { path: `/api/v4${path}`, query: { ...query, per_page: restPageSize, page } };
      const { data, headers } = await this.context.http.send(request, entriesSchema, signal);
      yield data;
      const next = headers['x-next-page']?.trim();
      if (!next || data.length === 0) return;
      page = guard.next(next);
    }
  }

  /** The milestones of a place and, if the server supports it, those above and below it. @throws {TrackerError} */
  async *milestones({ kind, path }: GitlabPlace, signal: AbortSignal): AsyncGenerator<readonly unknown[]> {
    const query: Record<string, string> =
      kind === 'group' ? { include_descendants: 'true' } : { include_ancestors: 'true' };
    const address = `/${kind}s/${encodeURIComponent(path)}/milestones`;
    try {
      yield* this.entries(address, query, signal);
    } catch (error) {
      // A project may have its issues and milestones turned off.
      if (!isHidden(error)) throw error;
    }
  }

  private async place(path: string, signal: AbortSignal): Promise<GitlabPlace | undefined> {
    const { group, project } = await this.ask(placeQuery, { path }, placeSchema, signal);
    if (!group && !project) return undefined;
    const holder = group ? path : project?.group?.fullPath;
    // A group's plan is that of its topmost group, whose epics may be the only ones; that group may be hidden, though.
    const groups = holder === undefined ? [] : [...new Set([holder.replace(/\/.*/, ''), holder])];
    let hasEpics = false;
    for (const each of groups) hasEpics ||= await this.hasEpics(each, signal);
    const place: GitlabPlace = { kind: group ? 'group' : 'project', path, hasEpics };
    this.places.set(path, place);
    return place;
  }

  /** On plans without epics the list is empty, without an error. */
  private async hasEpics(path: string, signal: AbortSignal): Promise<boolean> {
    try {
      const { group } = await this.ask(epicsQuery, { path }, epicsSchema, signal);
      return (group?.workItems?.nodes ?? []).length > 0;
    } catch (error) {
      if (isUnknownToServer(error)) return false;
      throw error;
    }
  }

  /**
   * A server rejects the whole query for one thing that it does not know: it is asked again without that, until it
   * answers, and never asked for it again.
   */
  private async workItemPage(
    kind: GitlabPlace['kind'],
    variables: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ) {
    for (;;) {
      const query = workItemsQuery(kind, this.lacks);
      const all = Object.entries({ sort: 'UPDATED_ASC', ...variables }).filter(
        ([name]) => !this.lacks.has(name),
      );
      try {
        const request = { path: '/api/graphql', query, variables: Object.fromEntries(all) };
        const { data, errors } = await graphql(this.context.http, this.host, request, pageSchema, signal);
        this.account = data.currentUser?.username ?? undefined;
        const list = data[kind]?.workItems;
        const problems = errors.map(({ message }) => message.slice(0, 300));
        return { list, problems, notes: notesOnFullLists(list?.nodes ?? [], query) };
      } catch (error) {
        if (kind === 'group' && hasNoItemsOfGroups(error))
          return { list: undefined, problems: [], notes: [] };
        const missing = missingIn(error, this.lacks).filter(
          (name) => canDoWithout(name) && !this.lacks.has(name),
        );
        if (missing.length === 0) throw error;
        for (const name of missing) this.lacks.add(name);
      }
    }
  }

  private async ask<T extends z.ZodType>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    schema: T,
    signal: AbortSignal,
  ): Promise<z.output<T>> {
    const request = { path: '/api/graphql', query, variables };
    return (await graphql(this.context.http, this.host, request, schema, signal)).data;
  }
}
