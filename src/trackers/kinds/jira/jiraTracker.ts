import { TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerLimit } from '../../../core/tracker/trackerLimit';
import type { TrackerAdapter, TrackerContext } from '../../port/adapter';
import { readEntries, type ReadEntries } from '../../mapping/readEntries';
import type { ConnectionReport, Followable, Tracker, TrackerField, TrackerPage } from '../../port/tracker';
import type { JiraApi } from './jiraApi';
import { jiraDialect } from './jiraDialect';
import { impactCandidates } from './jiraFields';
import { jiraGoal } from './jiraGoal';
import { JiraLists } from './jiraLists';
import { changesQuery, minutesSince, wholeQuery } from './jiraQueries';
import { issueSchema, myselfSchema, stampSchema } from './jiraSchemas';
import { openSite, type JiraSite } from './jiraSite';

/** Issues with all their fields, and only their ids: Cloud gives up to 5,000, most servers up to 1,000. */
const pageSize = 100;
const idPageSize = 5_000;
/** How long priorities and fields are taken as known. */
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
  private lists: { readonly at: number; readonly value: JiraLists } | undefined;

  constructor(private readonly context: TrackerContext) {}

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
    const lists = await this.currentLists(signal);
    const { connection, clock } = this.context;
    const jql =
      since === undefined
        ? wholeQuery(connection)
        : changesQuery(connection, minutesSince(since, clock.now()));
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
    return this.read(await api.byKeys(own, lists.plan.ids, signal), lists);
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

  /** Who is signed in: with a token that has run out, a search answers as to a stranger, with nothing in it. */
  private async askAccount({ root }: JiraApi, signal: AbortSignal): Promise<string | undefined> {
    const { http, connection } = this.context;
    if (connection.signIn === 'none') return undefined;
    const myself = await http.ask({ path: `${root}/myself` }, myselfSchema, signal);
    if (!(myself.accountId ?? myself.key ?? myself.name)) {
      throw new TrackerError('unauthorized', { host: new URL(connection.url).host });
    }
    return myself.displayName ?? myself.name ?? undefined;
  }

  private read(issues: readonly unknown[], lists: JiraLists): ReadEntries {
    const { connection } = this.context;
    const browse = this.site?.browse ?? connection.url;
    return readEntries(issues, issueSchema, (issue) => jiraGoal(issue, connection, lists, browse));
  }

  private async currentSite(signal: AbortSignal): Promise<JiraSite> {
    this.site ??= await openSite(this.context, signal);
    return this.site;
  }

  private async currentLists(signal: AbortSignal): Promise<JiraLists> {
    const now = this.context.clock.now();
    if (this.lists && now - this.lists.at < listsLastMs) return this.lists.value;
    const value = await JiraLists.read(await this.currentSite(signal), this.context, signal);
    this.lists = { at: now, value };
    return value;
  }
}
