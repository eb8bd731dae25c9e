import type { HttpClient, HttpRequest } from '../../http/httpClient';
import { CursorGuard } from '../../http/cursorGuard';
import type { Followable } from '../../port/tracker';
import { answeredAt, type IssuePage, type IssueSearch, type JiraApi } from './jiraApi';
import { projectsOf } from './jiraProjects';
import { bulkSchema, cloudPageSchema, valuesPageSchema } from './jiraSchemas';

/** Most that can be asked for in one call. */
const keysAtOnce = 100;
const pageSize = 100;
const maxPages = 500;

/** Jira Cloud. https://developer.atlassian.com/cloud/jira/platform/rest/v3/ */
export class JiraCloud implements JiraApi {
  readonly root = '/rest/api/3';

  constructor(
    private readonly http: HttpClient,
    private readonly host: string,
  ) {}

  async *search(
    { jql, fields, pageSize: maxResults }: IssueSearch,
    signal: AbortSignal,
  ): AsyncGenerator<IssuePage> {
    const guard = new CursorGuard(this.host);
    let nextPageToken: string | undefined;
    for (;;) {
      const body = { jql, fields, maxResults, ...(nextPageToken !== undefined && { nextPageToken }) };
      const request = { path: `${this.root}/search/jql`, body };
      const { data, headers } = await this.http.send(request, cloudPageSchema, signal);
      const next = data.isLast === true ? undefined : (data.nextPageToken ?? undefined);
      yield { issues: data.issues, isLast: next === undefined, ...answeredAt(headers) };
      if (next === undefined) return;
      nextPageToken = guard.next(next);
    }
  }

  async byKeys(
    keys: readonly string[],
    fields: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    const fetch = async (issueIdsOrKeys: readonly string[]): Promise<string[]> => {
      const request = { path: `${this.root}/issue/bulkfetch`, body: { issueIdsOrKeys, fields } };
      const { issues, issueErrors } = await this.http.ask(request, bulkSchema, signal);
      found.push(...issues);
      return (issueErrors ?? []).flatMap(({ id }) => id ?? []);
    };
    for (let at = 0; at < keys.length; at += keysAtOnce) {
      const failed = await fetch(keys.slice(at, at + keysAtOnce));
      // An answer that grew too large, or a fault that passes: asked once more. Unknown keys are not among them.
      if (failed.length > 0) await fetch(failed.slice(0, keysAtOnce));
    }
    return found;
  }

  priorities(signal: AbortSignal): Promise<readonly unknown[]> {
    return this.values({ path: `${this.root}/priority/search` }, signal);
  }

  async projects(signal: AbortSignal): Promise<readonly Followable[]> {
    const query = { orderBy: 'name', expand: 'description' };
    return projectsOf(await this.values({ path: `${this.root}/project/search`, query }, signal));
  }

  archivedProjects(signal: AbortSignal): Promise<readonly unknown[]> {
    return this.values({ path: `${this.root}/project/search`, query: { status: 'archived' } }, signal);
  }

  /** Every entry of a list that comes in pages by count. */
  private async values(request: HttpRequest, signal: AbortSignal): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    for (let count = 0; count < maxPages; count += 1) {
      const query = { ...request.query, startAt: found.length, maxResults: pageSize };
      const page = await this.http.ask({ ...request, query }, valuesPageSchema, signal);
      found.push(...page.values);
      const isLast = page.isLast ?? found.length >= (page.total ?? 0);
      if (isLast || page.values.length === 0) break;
    }
    return found;
  }
}
