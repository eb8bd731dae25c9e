import type * as z from 'zod';
import { TrackerError, type TrackerErrorReason } from '../../core/tracker/trackerError';
import type { Clock } from '../../core/clock';
import { Turns } from '../../core/turns';
import { isSecure, type Connection } from '../connection/connection';
import { AnswerCache } from './answerCache';
import type { AnswerHeaders, HttpDialect, RateLimit } from './dialect';
import { Pacer } from './pacer';
import { readJson } from './readJson';
import { refusalDetail, refusalReason, shapeError } from './statusError';
import type { RawAnswer, Transfer } from './transfer';

/** A request to a tracker. */
export interface HttpRequest {
  /** Below the connection's address, starting with a slash; or an address that the tracker gave for a next page. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Makes the request a POST. All our requests only read, so every one may be repeated. */
  readonly body?: unknown;
  /** The answer is a file: its text counts, whatever type the server gives it. */
  readonly isFile?: boolean;
}

/** An answer that fits its schema. */
export interface HttpAnswer<T> {
  readonly data: T;
  readonly headers: AnswerHeaders;
}

/** What the client needs. */
export interface HttpClientOptions {
  readonly connection: Connection;
  readonly dialect: HttpDialect;
  /** The token for the connection's origin; undefined if the person is not signed in. */
  readonly token: () => Promise<string | undefined>;
  readonly clock: Clock;
  /** Called with one line for every answer, without secrets. */
  readonly log?: (line: string) => void;
  readonly transfer: Transfer;
}

const maxQuote = 300;
/** Longer than `Bearer` and `Basic`: longer words in a header that signs in are secrets. */
const maxScheme = 8;

/**
 * The only way to a tracker: one request at a time, signed in for one origin, without redirects, checked against a
 * schema, repeated after passing faults, and silent while the tracker asks for a pause.
 */
export class HttpClient {
  private readonly base: URL;
  private readonly answers = new AnswerCache();
  private readonly turns = new Turns();
  private readonly pacer: Pacer;
  private secrets: readonly string[] = [];
  private lastRateLimit: RateLimit | undefined;

  constructor(private readonly options: HttpClientOptions) {
    const url = new URL(options.connection.url);
    this.base = options.dialect.base?.(url) ?? url;
    this.pacer = new Pacer(options.clock);
  }

  /** What the tracker last said about how much more we may ask. */
  get rateLimit(): RateLimit | undefined {
    return this.lastRateLimit;
  }

  /** Sends a request and checks the answer. @throws {TrackerError} */
  async send<T extends z.ZodType>(
    request: HttpRequest,
    schema: T,
    signal: AbortSignal,
  ): Promise<HttpAnswer<z.output<T>>> {
    const answer = this.turns.run(() => this.sendNow(request, signal));
    const { json, headers } = await orStopped(answer, signal);
    const result = schema.safeParse(json);
    if (!result.success) throw shapeError(this.base.host, result.error.issues);
    return { data: result.data, headers };
  }

  /** Like `send`, but returns only the data, for answers whose headers do not matter. @throws {TrackerError} */
  async ask<T extends z.ZodType>(request: HttpRequest, schema: T, signal: AbortSignal): Promise<z.output<T>> {
    return (await this.send(request, schema, signal)).data;
  }

  /** What a tracker said, cut and on one line, without secrets from our request that it may echo. */
  quote(text: string): string {
    const said = this.secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
    return said.replace(/\s+/g, ' ').trim().slice(0, maxQuote);
  }

  private async sendNow(request: HttpRequest, signal: AbortSignal): Promise<JsonAnswer> {
    const address = this.address(request);
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.tryOnce(address, request, signal);
      } catch (error) {
        const fault = signal.aborted ? new TrackerError('stopped') : error;
        // A fault of ours: asking again does not help.
        if (!(fault instanceof TrackerError)) throw fault;
        const pause = this.pacer.pauseBeforeNext(fault, tries);
        if (pause === undefined) throw fault;
        this.options.log?.(`${fault.message}: asked again in ${Math.round(pause)} ms`);
        await this.pacer.wait(pause, signal);
      }
    }
  }

  private async tryOnce(
    address: URL,
    { body, isFile = false }: HttpRequest,
    signal: AbortSignal,
  ): Promise<JsonAnswer> {
    const { clock, dialect, log, transfer } = this.options;
    if (signal.aborted) throw new TrackerError('stopped');
    await this.pacer.beforeRequest(signal);
    const signIn = await this.signIn();
    const known = body === undefined ? this.answers.get(address.href) : undefined;
    const startedAt = clock.now();
    const raw = await transfer(
      address.href,
      {
        ...(body !== undefined && { body }),
        headers: {
          Accept: isFile ? '*/*' : 'application/json',
          'User-Agent': 'goal-lens',
          ...dialect.headers,
          ...(known && { 'If-None-Match': known.etag }),
          ...signIn,
        },
      },
      signal,
    );
    const took = clock.now() - startedAt;
    log?.(`${address.origin}${address.pathname} → ${raw.status}, ${raw.body.length} bytes, ${took} ms`);
    this.lastRateLimit = dialect.rateLimit?.(raw.headers, clock.now()) ?? this.lastRateLimit;
    if (raw.status < 300) this.pacer.answered(raw.headers);
    if (raw.status === 304 && known) return known;
    const answer = this.read(raw, isFile);
    const { etag } = raw.headers;
    if (etag && body === undefined)
      this.answers.set(address.href, { etag, ...answer, size: raw.body.length });
    return answer;
  }

  /** The headers that sign a request in. */
  private async signIn(): Promise<Readonly<Record<string, string>>> {
    const { connection, dialect, token: tokenOf } = this.options;
    const { host } = this.base;
    if (!isSecure(this.base)) throw new TrackerError('insecure', { host });
    const token = await tokenOf();
    if (token === undefined) {
      const isOpen = connection.signIn === 'none';
      throw new TrackerError('signedOut', { host, ...(isOpen && { detail: 'none' }) });
    }
    if (token === '') return {};
    const headers = dialect.authorize(token, connection);
    const words = Object.values(headers).flatMap((value) => value.split(' '));
    this.secrets = [token, ...words.filter((word) => word.length > maxScheme)];
    return headers;
  }

  private read(raw: RawAnswer, isFile: boolean): JsonAnswer {
    const { dialect } = this.options;
    const { host } = this.base;
    const { status, headers } = raw;
    const text = new TextDecoder().decode(raw.body);
    const isJson = /[/+]json\b/i.test(headers['content-type'] ?? '');
    const json = isJson ? readJson(text) : undefined;
    const head = { status, headers, json };
    const isWithoutCertificate = status === 400 && /no required ssl certificate/i.test(text.slice(0, 2000));
    const reason = isWithoutCertificate ? 'clientCertificate' : refusalReason(head, dialect);
    if (reason) throw this.refused(reason, refusalDetail(head, dialect), raw);
    // Instead of a file, a company's sign-in answers with a web page.
    if (isFile && text !== '' && !/html/i.test(headers['content-type'] ?? '')) return { json: text, headers };
    if (json === undefined || isFile) {
      const detail =
        text === '' ? 'nothing' : isJson ? 'broken JSON' : this.quote(headers['content-type'] ?? 'no type');
      throw new TrackerError('notJson', { host, status, detail });
    }
    return { json, headers };
  }

  private refused(
    reason: TrackerErrorReason,
    detail: string | undefined,
    { status, headers }: RawAnswer,
  ): TrackerError {
    const again = this.pacer.pauseOf(reason, status, headers, this.lastRateLimit);
    const said = this.quote(detail ?? '');
    const fault = new TrackerError(reason, {
      host: this.base.host,
      status,
      ...(said !== '' && { detail: said }),
      ...(again !== undefined && { retryAt: again }),
    });
    if (again !== undefined) this.pacer.keepSilent(fault);
    return fault;
  }

  /** The whole address; one that a tracker gave is followed only if it is below the connection's own. */
  private address({ path, query }: HttpRequest): URL {
    const basePath = this.base.pathname.replace(/\/$/, '');
    const text = /^https?:/i.test(path) ? path : this.base.origin + basePath + path;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isOurs =
      url?.origin === this.base.origin &&
      `${url.pathname}/`.startsWith(`${basePath}/`) &&
      // Axios would sign in with these instead of the token.
      url.username + url.password === '';
    if (!isOurs)
      throw new TrackerError('redirected', { host: this.base.host, ...(url && { detail: url.host }) });
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  }
}

interface JsonAnswer {
  readonly json: unknown;
  readonly headers: AnswerHeaders;
}

/** Waits for an answer, whose turn may not even have come, until the signal is aborted. */
function orStopped<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new TrackerError('stopped'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    void answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
