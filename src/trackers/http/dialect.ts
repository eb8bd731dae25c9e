import type { TrackerErrorReason } from '../../core/tracker/trackerError';
import type { Connection } from '../connection/connection';

/** How much a tracker still lets us ask. */
export interface RateLimit {
  /** Requests, points or units left, in the tracker's own measure. */
  readonly remaining?: number;
  readonly limit?: number;
  /** When it starts anew, in epoch milliseconds. */
  readonly resetAt?: number;
}

/** The headers of an answer, names in lower case. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/** An answer as far as it says whether we are welcome. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** The body, where it is JSON. */
  readonly json?: unknown;
}

/** How one kind of tracker differs in its use of HTTP. */
export interface HttpDialect {
  /** What a connection's address is below, where that is not the address itself. */
  base?(url: URL): URL;
  /** The headers that sign a request in. */
  authorize(token: string, connection: Connection): Readonly<Record<string, string>>;
  /** Headers beside those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Reads the tracker's own rate-limit headers; `now` in epoch milliseconds. */
  rateLimit?(headers: AnswerHeaders, now: number): RateLimit | undefined;
  /** Why an answer is a refusal where its status alone does not say so. */
  refusal?(answer: AnswerHead): TrackerErrorReason | undefined;
  /** What the tracker says of its refusal, from a JSON body. */
  message?(json: unknown): string | undefined;
}
