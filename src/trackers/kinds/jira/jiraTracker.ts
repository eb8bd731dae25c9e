import { Remembered } from '../../../core/remembered';
import { isOfPlace, TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerLimit } from '../../../core/tracker/trackerLimit';
import type { TrackerAdapter, TrackerContext } from '../../port/adapter';
import { readEntries, type ReadEntries } from '../../mapping/readEntries';
import type { Connection } from '../../connection/connection';
import { PlaceFaults } from '../../mapping/placeFaults';
import type { ConnectionReport, Followable, Tracker, TrackerField, TrackerPage } from '../../port/tracker';
import { withAskedKeys } from './askedKeys';
import type { JiraApi } from './jiraApi';
import { JiraCode } from './jiraCode';
import { jiraDialect } from './jiraDialect';
import { impactCandidates } from './jiraFields';
import { jiraGoal } from './jiraGoal';
import { JiraLists } from './jiraLists';
import { archivedKeys, withoutArchived, withoutLost } from './jiraPlaces';
import { changesQuery, minutesSince, wholeQuery } from './jiraQueries';
import { issueSchema, myselfSchema, stampSchema, type JiraAccount } from './jiraSchemas';
import { openSite, type JiraSite } from './jiraSite';

/** Issues with all their fields, and only their ids: Cloud gives up to 5,000, most servers up to 1,000. */
const pageSize = 100;
const idPageSize = 5_000;
/** How long priorities and fields are kept, in milliseconds. */
const listsLastMs = 60 * 60_000;
const keySyntax = /^[A-Z][A-Z0-9_]*-[1-9]\d*$/;

/** Jira Cloud (REST v3) and Jira Data Center (REST v2). */
export const jira: TrackerAdapter = {
  dialect: jiraDialect,
  create: (context) => new JiraTracker(context),
};

class JiraTracker implements Tracker {
  /** Cloud's search lags behind the issues, and its clock need not be ours. */
  readonly overlapMs = 10 * 60_000;
  readonly reportsDeletions = false;
  private site: JiraSite | undefined;
  private account: JiraAccount | undefined;
  private readonly lists: Remembered<JiraLists>;
  private readonly archived: Remembered<ReadonlySet<string>>;

  readonly code: JiraCode;

  constructor(private readonly context: TrackerContext) {
    this.code = new JiraCode(context);
    this.lists = new Remembered(context.clock, listsLastMs);
    this.archived = new Remembered(context.clock, listsLastMs);
  }

  async checkConnection(signal: AbortSignal): Promise<ConnectionReport> {
    const { api, server } = await this.currentSite(signal);
    const account = await this.askAccount(api, signal);
    const { plan } = await this.currentLists(signal);
    const limits = plan.unknown.map((name): TrackerLimit => ({ kind: 'unknownField', of: name }));
    return { ...(account && { account }), server, ...(limits.length > 0 && { limits }) };
  }

  async *listChanged(since: number | undefined, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    const { api } = await this.currentSite(signal);
    await this.askAccount(api, signal);
    const { connection, http } = this.context;
    if (!connection.follow) {
      yield* this.list(connection, since, signal);
      return;
    }
    const faults = new PlaceFaults();
    // A search leaves out the issues of an archived project, or is refused for its sake.
    const archived = await this.archived.or(() => archivedKeys(api, signal));
    let follow = withoutArchived(connection.follow, archived, faults, new URL(connection.url).host);
    faults.outOf(connection.follow.length);
    for (let isRead = false, isBegun = false; !isRead;) {
      try {
        for await (const page of this.list({ ...connection, follow }, since, signal)) {
          isBegun = true;
          yield page;
        }
        isRead = true;
      } catch (error) {
        // One project that no longer exists makes the whole query invalid.
        if (isBegun || !isOfPlace(error)) throw error;
        const left = await withoutLost(follow, api, http, error, faults, signal);
        if (left.length === follow.length || left.length === 0) throw error;
        follow = left;
      }
    }
    const unread = faults.outOf(Infinity);
    if (unread.length > 0) yield { goals: [], unread };
  }

  private async *list(
    scope: Connection,
    since: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<TrackerPage> {
    const { api } = await this.currentSite(signal);
    const lists = await this.currentLists(signal);
    const jql =
      since === undefined
        ? wholeQuery(scope)
        : changesQuery(scope, minutesSince(since, this.context.clock.now()));
    let latest = -Infinity;
    let startedAt: number | undefined;
    for await (const page of api.search({ jql, fields: lists.plan.ids, pageSize }, signal)) {
      const { goals, problems } = this.read(page.issues, lists);
      for (const { updatedAt } of goals) latest = Math.max(latest, Date.parse(updatedAt ?? '') || -Infinity);
      startedAt ??= page.answeredAt;
      // A whole list comes in another order: what changes while it is read lies after its beginning.
      const reached = since === undefined ? Math.min(latest, startedAt ?? latest) : latest;
      const isOver = since !== undefined || page.isLast;
      yield {
        goals,
        problems,
        ...(page.total !== undefined && { total: page.total }),
        ...(isOver && reached > -Infinity && { mark: reached }),
      };
    }
  }

  async getByKeys(keys: readonly string[], signal: AbortSignal): Promise<TrackerPage> {
    const own = [...new Set(keys.map((key) => key.toUpperCase()))].filter((key) => keySyntax.test(key));
    if (own.length === 0) return { goals: [] };
    const { api } = await this.currentSite(signal);
    const lists = await this.currentLists(signal);
    if (!this.account) await this.askAccount(api, signal);
    const found = this.read(await api.byKeys(own, lists.plan.ids, signal), lists);
    return { ...found, goals: await withAskedKeys(found.goals, own, (key) => this.idOf(key, signal)) };
  }

  /** The id of the issue that a key leads to, whatever its key is now. */
  private async idOf(key: string, signal: AbortSignal): Promise<string | undefined> {
    const { api } = await this.currentSite(signal);
    const [issue] = await api.byKeys([key], ['summary'], signal);
    return stampSchema.safeParse(issue).data?.id;
  }

  async *listIds(signal: AbortSignal): AsyncGenerator<readonly string[]> {
    const { api } = await this.currentSite(signal);
    const search = { jql: wholeQuery(this.context.connection), fields: ['id'], pageSize: idPageSize };
    for await (const { issues } of api.search(search, signal)) {
      yield issues.flatMap((issue) => stampSchema.safeParse(issue).data?.id ?? []);
    }
  }

  async followables(signal: AbortSignal): Promise<readonly Followable[]> {
    return (await this.currentSite(signal)).api.projects(signal);
  }

  async fields(signal: AbortSignal): Promise<readonly TrackerField[]> {
    return impactCandidates((await this.currentLists(signal)).fields);
  }

  /** Who is signed in: with an expired token, a search answers as to a stranger, with nothing in it. */
  private async askAccount({ root }: JiraApi, signal: AbortSignal): Promise<string | undefined> {
    const { http, connection } = this.context;
    if (connection.signIn === 'none') return undefined;
    const myself = await http.ask({ path: `${root}/myself` }, myselfSchema, signal);
    if (!(myself.accountId ?? myself.key ?? myself.name)) {
      throw new TrackerError('unauthorized', { host: new URL(connection.url).host });
    }
    this.account = myself;
    return myself.displayName ?? myself.name ?? undefined;
  }

  private read(issues: readonly unknown[], lists: JiraLists): ReadEntries {
    const { connection } = this.context;
    const browse = this.site?.browse ?? connection.url;
    return readEntries(issues, issueSchema, (issue) =>
      jiraGoal(issue, connection, lists, browse, this.account),
    );
  }

  private async currentSite(signal: AbortSignal): Promise<JiraSite> {
    this.site ??= await openSite(this.context, signal);
    return this.site;
  }

  private currentLists(signal: AbortSignal): Promise<JiraLists> {
    return this.lists.or(async () => JiraLists.read(await this.currentSite(signal), this.context, signal));
  }
}
