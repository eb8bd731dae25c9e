import type { TrackerErrorReason } from '../../core/tracker/trackerError';
import type { Connection } from '../connection/connection';

/** How much more a tracker lets us ask. */
export interface RateLimit {
  /** Requests, points or units left, in the tracker's own measure. */
  readonly remaining?: number;
  readonly limit?: number;
  /** When the limit is reset, in epoch milliseconds. */
  readonly resetAt?: number;
}

/** The headers of an answer, names in lower case. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/** The part of an answer that says whether the request was refused. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** The body, if it is JSON. */
  readonly json?: unknown;
}

/** How one kind of tracker uses HTTP differently. */
export interface HttpDialect {
  /** The address that all paths are below, if it is not the connection's address itself. */
  base?(url: URL): URL;
  /** The headers that sign a request in. */
  authorize(token: string, connection: Connection): Readonly<Record<string, string>>;
  /** Headers besides those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Reads the tracker's own rate-limit headers; `now` in epoch milliseconds. */
  rateLimit?(headers: AnswerHeaders, now: number): RateLimit | undefined;
  /** Why an answer is a refusal, if its status alone does not say so. */
  refusal?(answer: AnswerHead): TrackerErrorReason | undefined;
  /** What the tracker says about its refusal, from a JSON body. */
  message?(json: unknown): string | undefined;
}
