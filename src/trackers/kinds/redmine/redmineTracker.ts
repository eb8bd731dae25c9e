import { Remembered } from '../../../core/remembered';
import type { Goal } from '../../../core/goal/goal';
import { isOfPlace, TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerAdapter, TrackerContext } from '../../port/adapter';
import type { HttpDialect } from '../../http/dialect';
import { goalsOf, parseEntries } from '../../mapping/readEntries';
import { NumberedKeys } from '../../port/numberedKeys';
import { PlaceFaults } from '../../mapping/placeFaults';
import type { ConnectionReport, Followable, Tracker, TrackerField, TrackerPage } from '../../port/tracker';
import { issuesByNumber } from './issuesByNumber';
import { OwnGroups } from './ownGroups';
import { RedmineCode } from './redmineCode';
import { redmineGoal } from './redmineGoal';
import { RedmineLists } from './redmineLists';
import {
  currentUserSchema,
  issueSchema,
  issuesPageSchema,
  projectsSchema,
  trackersSchema,
} from './redmineSchemas';

/** The most entries that Redmine returns, whatever is asked for. */
const pageSize = 100;
/** How long priorities, statuses and versions are kept, in milliseconds. */
const listsLastMs = 60 * 60_000;
const maxPages = 5_000;
/** How many types of issues are searched for fields. */
const maxTypes = 20;

/** Redmine's REST API with a key in a header. */
const dialect: HttpDialect = {
  authorize: (token) => ({ 'X-Redmine-API-Key': token }),
};

/** Redmine 3 and later. https://www.redmine.org/projects/redmine/wiki/Rest_api */
export const redmine: TrackerAdapter = { dialect, create: (context) => new RedmineTracker(context) };

interface RedminePage {
  readonly goals: readonly Goal[];
  readonly problems: readonly string[];
  /** The latest change on the page, in epoch milliseconds. */
  readonly latestChange?: number;
}

type Query = Readonly<Record<string, string | number | undefined>>;

class RedmineTracker implements Tracker {
  readonly overlapMs = 2 * 60_000;
  readonly reportsDeletions = false;
  readonly code: RedmineCode;
  private readonly keys: NumberedKeys;
  /** The id of the person who is signed in. */
  private me: number | undefined;
  private readonly groups: OwnGroups;
  private readonly lists: Remembered<RedmineLists>;

  constructor(private readonly context: TrackerContext) {
    const { connection } = context;
    this.keys = new NumberedKeys(connection, connection.follow?.[0], 'RM');
    this.groups = new OwnGroups(context);
    this.lists = new Remembered(context.clock, listsLastMs);
    this.code = new RedmineCode(context, this.keys);
  }

  async checkConnection(signal: AbortSignal): Promise<ConnectionReport> {
    const { user } = await this.context.http.ask({ path: '/users/current.json' }, currentUserSchema, signal);
    this.me = user.id ?? undefined;
    const account = [user.firstname, user.lastname].filter(Boolean).join(' ') || user.login;
    return { ...(account && { account }) };
  }

  async *listChanged(since: number | undefined, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    // An invalid key makes us a stranger, who is shown an empty list: seen with Redmine 5.0.
    await this.checkConnection(signal);
    const projects = this.context.connection.follow ?? [undefined];
    const startedAt = this.context.clock.now();
    let latest = -Infinity;
    const faults = new PlaceFaults();
    for (const project of projects) {
      try {
        for await (const { latestChange = -Infinity, ...page } of this.changedIn(project, since, signal)) {
          latest = Math.max(latest, latestChange);
          // With several projects, a moment is over only once the last of them has been read.
          yield projects.length === 1 && latest > -Infinity ? { ...page, mark: latest } : page;
        }
      } catch (error) {
        // An archived project is refused with 403.
        faults.note(project ?? '', error);
      }
    }
    if (projects.length === 1) {
      faults.outOf(1);
      return;
    }
    const unread = faults.outOf(projects.length);
    // What changed in the first while the last was read is asked for again.
    const mark = Math.min(latest, startedAt);
    yield { goals: [], unread, ...(mark > -Infinity && { mark }) };
  }

  async getByKeys(keys: readonly string[], signal: AbortSignal): Promise<TrackerPage> {
    const numbers = this.keys.numbersOf(keys);
    if (numbers.length === 0) return { goals: [] };
    if (this.me === undefined) await this.checkConnection(signal);
    const issues = await issuesByNumber(this.context.http, numbers, signal);
    const { goals, problems } = await this.toPage(issues, signal);
    return { goals, problems };
  }

  async followables(signal: AbortSignal): Promise<readonly Followable[]> {
    const found: Followable[] = [];
    for (let offset = 0; offset < pageSize * maxPages; offset += pageSize) {
      const query = { limit: pageSize, offset };
      const { projects, total_count } = await this.context.http.ask(
        { path: '/projects.json', query },
        projectsSchema,
        signal,
      );
      for (const { identifier, name, description } of projects) {
        found.push({ value: identifier, label: name, ...(description && { description }) });
      }
      if (projects.length === 0 || found.length >= (total_count ?? 0)) break;
    }
    return found;
  }

  /**
   * Only administrators may read the definitions of custom fields, but names and values are in the issues of each type.
   */
  async fields(signal: AbortSignal): Promise<readonly TrackerField[]> {
    const { trackers } = await this.context.http.ask({ path: '/trackers.json' }, trackersSchema, signal);
    const types = new Map<string, TrackerField['type']>();
    for (const project of this.context.connection.follow ?? [undefined]) {
      for (const { id } of trackers.slice(0, maxTypes)) {
        const query = {
          project_id: project,
          tracker_id: id,
          status_id: '*',
          sort: 'updated_on:desc',
          limit: 25,
        };
        try {
          const { issues } = await this.issues(query, signal);
          noteTypes(types, issues);
        } catch (error) {
          // A project that cannot be read has no fields to choose from.
          if (!isOfPlace(error)) throw error;
        }
      }
    }
    return [...types].map(([name, type]) => ({ name, type }));
  }

  /**
   * The issues of a project in the order of change. Each page starts at the time of the last one's end, not at a count,
   * so that nothing is skipped when an issue changes or is deleted while we read.
   */
  private async *changedIn(
    project: string | undefined,
    since: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<RedminePage & { readonly total?: number }> {
    let from = since === undefined ? undefined : redmineTime(since);
    let offset = 0;
    let total: number | undefined;
    const seen = new Set<unknown>();
    for (let count = 0; count < maxPages; count += 1) {
      const { issues, total_count } = await this.issues(changesQuery(project, from, offset), signal);
      total ??= total_count ?? undefined;
      const page = await this.toPage(issues, signal);
      const isLast = issues.length < pageSize;
      // A server that does not know our conditions would return the same page forever.
      const ids = issues.map(idOf);
      if (!isLast && ids.every((id) => seen.has(id))) break;
      for (const id of ids) seen.add(id);
      yield { ...page, ...(total !== undefined && { total }) };
      if (isLast) return;
      const next = page.latestChange === undefined ? undefined : redmineTime(page.latestChange);
      // Many issues of one second fill more than a page: only then is a count needed.
      if (next === undefined || next === from) offset += pageSize;
      else [from, offset] = [next, 0];
    }
    const { host } = new URL(this.context.connection.url);
    throw new TrackerError('wrongShape', { host, detail: 'the list of pages has no end' });
  }

  private async issues(query: Query, signal: AbortSignal) {
    return this.context.http.ask({ path: '/issues.json', query }, issuesPageSchema, signal);
  }

  private async toPage(entries: readonly unknown[], signal: AbortSignal): Promise<RedminePage> {
    const issues = parseEntries(entries, issueSchema);
    const lists = await this.currentLists(signal);
    const projects = issues.parsed.flatMap(({ project, fixed_version, due_date }) =>
      fixed_version && !due_date && project ? project.id : [],
    );
    for (const project of new Set(projects)) await lists.readVersions(project, this.context, signal);
    const { connection } = this.context;
    const me = { id: this.me, groups: await this.groups.of(this.me, issues.parsed, signal) };
    const { goals, problems } = goalsOf(issues, (issue) =>
      redmineGoal(issue, connection, this.keys, lists, me),
    );
    const times = issues.parsed.flatMap(({ updated_on }) => Date.parse(updated_on ?? '') || []);
    return { goals, problems, ...(times.length > 0 && { latestChange: Math.max(...times) }) };
  }

  private currentLists(signal: AbortSignal): Promise<RedmineLists> {
    return this.lists.or(() => RedmineLists.read(this.context, signal));
  }
}

/** Identifies an entry, even one that cannot be used. */
function idOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'id') : entry;
}

function changesQuery(project: string | undefined, from: string | undefined, offset: number): Query {
  return {
    project_id: project,
    status_id: '*',
    sort: 'updated_on:asc',
    include: 'relations',
    limit: pageSize,
    ...(offset > 0 && { offset }),
    ...(from !== undefined && { updated_on: `>=${from}` }),
  };
}

/** Redmine compares whole seconds, and rejects fractions. */
function redmineTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Notes the custom fields of issues; a field whose values are of different types is text. */
function noteTypes(types: Map<string, TrackerField['type']>, issues: readonly unknown[]): void {
  for (const { custom_fields } of parseEntries(issues, issueSchema).parsed) {
    for (const { name, value } of custom_fields ?? []) {
      const type = typeOf(value);
      const before = types.get(name);
      if (type) types.set(name, before === undefined || before === type ? type : 'text');
    }
  }
}

function typeOf(value: unknown): TrackerField['type'] | undefined {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'string' || value === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(value) ? 'number' : 'text';
}
