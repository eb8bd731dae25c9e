import * as z from 'zod';
import { TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import { CursorGuard } from '../../http/cursorGuard';
import { graphql } from '../../http/graphql';
import { askingWays, epicsQuery, pageSize, placeQuery, workItemsQuery } from './gitlabQueries';
import { entriesSchema, epicsSchema, placeSchema, workItemsSchema } from './gitlabSchemas';

/** A group or project that is followed. */
export interface GitlabPlace {
  readonly kind: 'group' | 'project';
  readonly path: string;
  /** Whether its group shows epics; where not, milestones stand in for them. */
  readonly hasEpics: boolean;
}

/** Which work items are asked for. */
export interface WorkItemFilter {
  readonly updatedAfter?: string;
  readonly iids?: readonly string[];
  /** The earliest change first where nothing is said. */
  readonly sort?: 'UPDATED_ASC' | 'UPDATED_DESC';
}

/** A page of entries, as it came. */
export interface GitlabEntries {
  readonly entries: readonly unknown[];
  /** What GitLab said of it beside the data. */
  readonly problems: readonly string[];
}

const restPageSize = 100;

/** The requests that GitLab is asked with. */
export class GitlabApi {
  private readonly host: string;
  private way = 0;
  private readonly places = new Map<string, GitlabPlace>();

  constructor(private readonly context: TrackerContext) {
    this.host = new URL(context.connection.url).host;
  }

  /** Whether the server turned the newer widgets down. */
  get isPlain(): boolean {
    return this.way > 0;
  }

  /** What a path is, as it was last seen; undefined where it is nothing that we may see. @throws {TrackerError} */
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

  /** The work items of a place, the earliest change first. @throws {TrackerError} */
  async *workItems(
    { kind, path }: Pick<GitlabPlace, 'kind' | 'path'>,
    filter: WorkItemFilter,
    signal: AbortSignal,
  ): AsyncGenerator<GitlabEntries> {
    const guard = new CursorGuard(this.host);
    let after: string | undefined;
    for (;;) {
      const { data, problems } = await this.workItemPage(
        kind,
        { path, first: pageSize, after, ...filter },
        signal,
      );
      const list = data[kind]?.workItems;
      yield { entries: list?.nodes ?? [], problems };
      if (!list?.pageInfo.hasNextPage || !list.pageInfo.endCursor) return;
      after = guard.next(list.pageInfo.endCursor);
    }
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

  /** The milestones of a place, with those above and below it where the server can tell them. @throws {TrackerError} */
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
    // Plans are those of the topmost group, and its epics may be the only ones; it need not be visible, though.
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

  /** Servers that do not know what is asked for turn the whole query down: they are asked for less from then on. */
  private async workItemPage(
    kind: GitlabPlace['kind'],
    variables: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ) {
    const schema = z.object({ [kind]: workItemsSchema });
    for (;;) {
      const way = askingWays[this.way] ?? askingWays[0];
      const query = workItemsQuery(kind, way.isPlain);
      const all = { sort: 'UPDATED_ASC', ...variables, types: way.types };
      try {
        const request = { path: '/api/graphql', query, variables: all };
        const { data, errors } = await graphql(this.context.http, this.host, request, schema, signal);
        return { data, problems: errors.map(({ message }) => message.slice(0, 300)) };
      } catch (error) {
        if (this.way + 1 >= askingWays.length || !isUnknownToServer(error)) throw error;
        this.way += 1;
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

/** Whether the server does not know a field, type or value of a query, or takes the query for too dear. */
function isUnknownToServer(error: unknown): boolean {
  return (
    error instanceof TrackerError &&
    error.reason === 'rejected' &&
    /doesn't exist|doesn't accept|no such type|invalid value|complexity/i.test(error.details.detail ?? '')
  );
}

/** Whether a fault only says that something is not for us. */
export function isHidden(error: unknown): boolean {
  return error instanceof TrackerError && (error.reason === 'forbidden' || error.reason === 'notFound');
}
