import * as z from 'zod';
import { TrackerError, type TrackerErrorReason } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import { graphql, type GraphqlAnswer } from '../../http/graphql';
import type { HttpAnswer, HttpRequest } from '../../http/httpClient';
import { githubPaths, type GithubPaths } from './githubAddress';
import { newFieldIn, type NewIssueField } from './githubNewFields';
import { issuesAtOnce, projectsAtOnce, type GithubQuery, type IssueParts } from './githubQueries';

/** Asks GitHub, and remembers whether this server is too old for what we would like to know. */
export class GithubServer {
  readonly host: string;
  private readonly paths: GithubPaths;
  /** What to ask of an issue, from the most to the least; the first is tried. */
  private readonly ways: IssueParts[];
  private readonly lacks = new Set<NewIssueField>();
  private pageSize = issuesAtOnce;
  private refused: TrackerError | undefined;
  private isProven = false;

  constructor(
    private readonly context: TrackerContext,
    hasProjects: boolean,
  ) {
    const projects = hasProjects ? projectsAtOnce : 0;
    this.ways = [
      { isNew: true, lacks: this.lacks, projects },
      ...(hasProjects ? [{ isNew: false, projects }] : []),
    ];
    const { url } = context.connection;
    const { host } = new URL(url);
    if (host === 'github.com') {
      throw new TrackerError('rejected', { host, detail: 'the address must be https://api.github.com' });
    }
    this.host = host;
    this.paths = githubPaths(url);
  }

  /** Why the server or the token does not let us ask for what is new in GraphQL; undefined if it does. */
  get limit(): string | undefined {
    return this.refused && (this.refused.details.detail ?? this.refused.message);
  }

  /** The fault with which the first question was refused. */
  get refusal(): TrackerError | undefined {
    return this.refused;
  }

  /** Asks over GraphQL. @throws {TrackerError} */
  ask<T extends z.ZodType>(
    query: GithubQuery,
    schema: T,
    signal: AbortSignal,
  ): Promise<GraphqlAnswer<z.output<T>>> {
    const request = { path: this.paths.graphql, ...query };
    return graphql(this.context.http, this.host, request, schema, signal);
  }

  /**
   * Asks for issues over GraphQL. A server that refuses a field is asked without it. If it knows no sub-issues, it is
   * asked for nothing new if project fields matter, or over REST, which tells more than an old schema: then there is no
   * answer.
   *
   * @throws {TrackerError}
   */
  async askForIssues<T extends z.ZodType>(
    build: (parts: IssueParts) => GithubQuery,
    schema: T,
    signal: AbortSignal,
  ): Promise<GraphqlAnswer<z.output<T>> | undefined> {
    for (let parts = this.ways[0]; parts !== undefined; [parts] = this.ways) {
      try {
        const answer = await this.ask(build(parts), schema, signal);
        this.isProven = true;
        return answer;
      } catch (error) {
        if (this.isProven || !isRefusalOfQuery(error)) throw error;
        this.refused ??= error;
        const lacking = newFieldIn(error.details.detail ?? '');
        if (parts.isNew && lacking && lacking !== 'parent' && !this.lacks.has(lacking))
          this.lacks.add(lacking);
        else this.ways.shift();
      }
    }
    return undefined;
  }

  /**
   * Reads a page; one that is too much for GitHub is read with fewer entries, as are those after it.
   * @throws {TrackerError}
   */
  async inPages<T>(read: (first: number) => Promise<T>): Promise<T> {
    // Halved further only next time: GitHub may simply be out of order.
    for (let halvings = 0; ; halvings += 1) {
      try {
        return await read(this.pageSize);
      } catch (error) {
        if (halvings === 2 || this.pageSize === 1 || !isTooMuch(error)) throw error;
        this.pageSize = Math.ceil(this.pageSize / 2);
      }
    }
  }

  /** Asks over REST; `path` is below the interface's own, or a whole address. @throws {TrackerError} */
  rest<T extends z.ZodType>(
    { path, query }: Pick<HttpRequest, 'path' | 'query'>,
    schema: T,
    signal: AbortSignal,
  ): Promise<HttpAnswer<z.output<T>>> {
    const isWhole = /^https?:/i.test(path);
    const request = { path: isWhole ? path : this.paths.rest + path, ...(query && { query }) };
    return this.context.http.send(request, schema, signal);
  }

  /** The server's own time in epoch milliseconds, from the one answer that is not counted against the rate limit. */
  async now(signal: AbortSignal): Promise<number | undefined> {
    try {
      const { headers } = await this.rest({ path: '/rate_limit' }, z.unknown(), signal);
      const time = Date.parse(headers['date'] ?? '');
      return Number.isNaN(time) ? undefined : time;
    } catch (error) {
      // Enterprise servers without rate limits answer with 404.
      if (isOneOf(error, ['notFound', 'forbidden', 'notJson'])) return undefined;
      throw error;
    }
  }
}

/** Whether a fault has one of these reasons. */
export function isOneOf(error: unknown, reasons: readonly TrackerErrorReason[]): error is TrackerError {
  return error instanceof TrackerError && reasons.includes(error.reason);
}

/** Whether GitHub gives up on a question that it considers valid. */
export function isTooMuch(error: unknown): boolean {
  if (isOneOf(error, ['timeout', 'tooLarge'])) return true;
  if (isOneOf(error, ['serverError'])) return [502, 504].includes(error.details.status ?? 0);
  return isOneOf(error, ['rejected']) && gaveUp.test(error.details.detail ?? error.message);
}

const gaveUp = /went wrong|time(d )?.?out/i;

/**
 * Whether a question itself is refused. Unknown fields are refused without an error type of their own, fields that the
 * token lacks a scope for together with all others; a server without GraphQL answers with 404.
 */
function isRefusalOfQuery(error: unknown): error is TrackerError {
  if (!(error instanceof TrackerError)) return false;
  const { reason, message, details } = error;
  const { status, detail = message } = details;
  return (
    (reason === 'rejected' && !gaveUp.test(detail)) ||
    (reason === 'forbidden' && status === undefined && /\bscopes?\b/i.test(detail)) ||
    (reason === 'notFound' && status === 404)
  );
}
