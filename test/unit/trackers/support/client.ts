import { HttpClient, type HttpClientOptions } from '../../../../src/trackers/http/httpClient';
import { axiosTransfer, type TransferLimits } from '../../../../src/trackers/http/transfer';
import { connection, testToken } from './connect';
import { TestClock } from './testClock';

/** A client with a clock and a log that tests look at. */
export interface TestClient {
  readonly http: HttpClient;
  readonly clock: TestClock;
  readonly lines: readonly string[];
}

/** A client for an address, signed in with the tests' token unless told otherwise. */
export function client(
  url: string,
  { limits, ...options }: Partial<HttpClientOptions> & { readonly limits?: Partial<TransferLimits> } = {},
): TestClient {
  const clock = new TestClock();
  const lines: string[] = [];
  const http = new HttpClient({
    connection: connection({ kind: 'redmine', url }),
    dialect: { authorize: (token) => ({ Authorization: `Bearer ${token}` }) },
    token: () => Promise.resolve(testToken),
    clock,
    log: (line) => void lines.push(line),
    transfer: axiosTransfer({ silenceMs: 5_000, totalMs: 10_000, ...limits }),
    ...options,
  });
  return { http, clock, lines };
}
