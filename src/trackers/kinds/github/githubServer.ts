import * as z from 'zod';
import { TrackerError, type TrackerErrorReason } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import { graphql, type GraphqlAnswer } from '../../http/graphql';
import type { HttpAnswer, HttpRequest } from '../../http/httpClient';
import { githubPaths, type GithubPaths } from './githubAddress';
import type { GithubQuery, IssueParts } from './githubQueries';

/** Asks GitHub, and remembers whether this one is too old for what we would like to know. */
export class GithubServer {
  readonly host: string;
  private readonly paths: GithubPaths;
  private refusal: string | undefined;
  private isProven = false;

  constructor(
    private readonly context: TrackerContext,
    private readonly hasProjects: boolean,
  ) {
    const { url } = context.connection;
    const { host } = new URL(url);
    if (host === 'github.com') {
      throw new TrackerError('rejected', { host, detail: 'the address must be https://api.github.com' });
    }
    this.host = host;
    this.paths = githubPaths(url);
  }

  /** Why the server, or the token, does not let us ask for what is new in GraphQL; undefined where it does. */
  get limit(): string | undefined {
    return this.refusal;
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
   * Asks for issues over GraphQL. A server that refuses the question itself is asked for less, where project fields
   * matter, or over REST, which tells more than an old schema: then there is no answer.
   *
   * @throws {TrackerError}
   */
  async askForIssues<T extends z.ZodType>(
    build: (parts: IssueParts) => GithubQuery,
    schema: T,
    signal: AbortSignal,
  ): Promise<GraphqlAnswer<z.output<T>> | undefined> {
    const { hasProjects } = this;
    if (this.refusal === undefined) {
      try {
        const answer = await this.ask(build({ isNew: true, hasProjects }), schema, signal);
        this.isProven = true;
        return answer;
      } catch (error) {
        const refusal = this.isProven ? undefined : refusalOfQuery(error);
        if (refusal === undefined) throw error;
        this.refusal = refusal;
      }
    }
    return hasProjects ? this.ask(build({ isNew: false, hasProjects }), schema, signal) : undefined;
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

/**
 * Why a question itself is refused; undefined where the fault is another. Unknown fields are refused without an error
 * type of their own, fields that the token lacks a scope for together with all others; a server without GraphQL answers
 * with 404.
 */
function refusalOfQuery(error: unknown): string | undefined {
  if (!(error instanceof TrackerError)) return undefined;
  const { reason, message, details } = error;
  const { status, detail = message } = details;
  const isRefused =
    (reason === 'rejected' && !/went wrong|time(d )?.?out/i.test(detail)) ||
    (reason === 'forbidden' && status === undefined && /\bscopes?\b/i.test(detail)) ||
    (reason === 'notFound' && status === 404);
  return isRefused ? detail : undefined;
}
