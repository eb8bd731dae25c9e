import * as z from 'zod';
import { TrackerError } from '../../../core/tracker/trackerError';
import type { HttpClient } from '../../http/httpClient';
import type { Followable } from '../../port/tracker';
import { answeredAt, type IssuePage, type IssueSearch, type JiraApi } from './jiraApi';
import { projectsOf } from './jiraProjects';
import { keysQuery } from './jiraQueries';
import { listSchema, serverPageSchema } from './jiraSchemas';
import { offsetPages } from './offsetPages';

/** Jira Data Center and Server. https://docs.atlassian.com/software/jira/docs/api/REST/9.17.0/ */
export class JiraServer implements JiraApi {
  readonly root = '/rest/api/2';

  constructor(
    private readonly http: HttpClient,
    private readonly host: string,
  ) {}

  search({ jql, fields, pageSize }: IssueSearch, signal: AbortSignal): AsyncIterable<IssuePage> {
    const read = async (startAt: number) => {
      const body = { jql, fields, startAt, maxResults: pageSize };
      const request = { path: `${this.root}/search`, body };
      const { data, headers } = await this.http.send(request, serverPageSchema, signal);
      const { issues, total, maxResults } = data;
      // An administrator may allow less than what was asked for.
      return { issues, total: total ?? undefined, pageSize: maxResults ?? pageSize, ...answeredAt(headers) };
    };
    return offsetPages(read, this.host);
  }

  async byKeys(
    keys: readonly string[],
    fields: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly unknown[]> {
    const query = {
      jql: keysQuery(keys),
      // Else one unknown key makes the whole query a bad one.
      validateQuery: 'false',
      fields: fields.join(','),
      maxResults: keys.length,
    };
    try {
      const page = await this.http.ask({ path: `${this.root}/search`, query }, serverPageSchema, signal);
      return page.issues;
    } catch (error) {
      if (!isReason(error, 'rejected')) throw error;
      return this.oneByOne(keys, fields, signal);
    }
  }

  priorities(signal: AbortSignal): Promise<readonly unknown[]> {
    return this.http.ask({ path: `${this.root}/priority` }, listSchema, signal);
  }

  async projects(signal: AbortSignal): Promise<readonly Followable[]> {
    const request = { path: `${this.root}/project`, query: { expand: 'description' } };
    return projectsOf(await this.http.ask(request, listSchema, signal));
  }

  archivedProjects(signal: AbortSignal): Promise<readonly unknown[]> {
    const request = { path: `${this.root}/project`, query: { includeArchived: 'true' } };
    return this.http.ask(request, listSchema, signal);
  }

  private async oneByOne(
    keys: readonly string[],
    fields: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    for (const key of keys) {
      try {
        const path = `${this.root}/issue/${encodeURIComponent(key)}`;
        found.push(await this.http.ask({ path, query: { fields: fields.join(',') } }, z.unknown(), signal));
      } catch (error) {
        if (!isReason(error, 'notFound') && !isReason(error, 'forbidden')) throw error;
      }
    }
    return found;
  }
}

function isReason(error: unknown, reason: TrackerError['reason']): boolean {
  return error instanceof TrackerError && error.reason === reason;
}
