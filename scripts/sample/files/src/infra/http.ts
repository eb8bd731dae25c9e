export interface HttpRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs: number;
}

export interface HttpAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterSeconds?: number;
}

export interface HttpClient {
  post(url: string, request: HttpRequest): Promise<HttpAnswer>;
}

/** A client over `fetch`. A time-out is an answer with status 408, so callers have one way to handle failures. */
export function httpClient(): HttpClient {
  return {
    async post(url, { headers = {}, body, timeoutMs }) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(timeoutMs),
        });
        const content: unknown = response.status === 204 ? undefined : await response.json();
        return { ok: response.ok, status: response.status, body: content, ...retryAfter(response) };
      } catch (error) {
        if (error instanceof DOMException && error.name === 'TimeoutError') {
          return { ok: false, status: 408, body: undefined };
        }
        throw error;
      }
    },
  };
}

/** What the server says about when to come back. */
function retryAfter(response: Response): Pick<HttpAnswer, 'retryAfterSeconds'> {
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  return Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {};
}
