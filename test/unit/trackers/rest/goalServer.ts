import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGoalServer } from '../../../../examples/rest-server/server.mjs';
import { testToken } from '../support/connect';

/** What the example server serves. */
export type Data = ReturnType<Parameters<typeof createGoalServer>[0]['data']>;

/** The example server with data that a test changes, and all that it was asked. */
export class GoalServer {
  readonly requests: { readonly url: URL; readonly headers: IncomingMessage['headers'] }[] = [];
  readonly statuses: number[] = [];
  private readonly server: Server;

  constructor(
    public data: Data,
    token: string | undefined = testToken,
    now = () => new Date('2026-11-22T12:00:00Z'),
  ) {
    this.server = createGoalServer({ data: () => this.data, token, now });
    this.server.on('request', (request, response) => {
      this.requests.push({ url: new URL(request.url ?? '/', this.url), headers: request.headers });
      response.on('finish', () => this.statuses.push(response.statusCode));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** So many goals, each changed a minute after the one before, long before the server's now. */
export function goals(count: number): Data['goals'][number][] {
  return Array.from({ length: count }, (_, index) => ({
    key: `SHOP-${index + 1}`,
    id: String(index + 1),
    title: `Goal ${index + 1}`,
    level: 'item',
    updated: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
  }));
}
