import { HttpClient, type HttpClientOptions } from '../../../../src/trackers/http/httpClient';
import { connection, testToken } from './connect';
import { TestClock } from './testClock';

/** A client with a clock and a log that tests look at. */
export interface TestClient {
  readonly http: HttpClient;
  readonly clock: TestClock;
  readonly lines: readonly string[];
}

/** A client for an address, signed in with the tests' token unless told otherwise. */
export function client(url: string, options: Partial<HttpClientOptions> = {}): TestClient {
  const clock = new TestClock();
  const lines: string[] = [];
  const http = new HttpClient({
    connection: connection({ kind: 'redmine', url }),
    dialect: { authorize: (token) => ({ Authorization: `Bearer ${token}` }) },
    token: () => Promise.resolve(testToken),
    clock,
    log: (line) => void lines.push(line),
    limits: { silenceMs: 5_000, totalMs: 10_000 },
    ...options,
  });
  return { http, clock, lines };
}
