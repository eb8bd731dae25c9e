import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGoalServer } from '../../../../../examples/rest-server/server.mjs';
import { connect, testToken } from '../../support/connect';
import { TrackerServer } from '../../support/trackerServer';

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

/** What is around the goals of an answer. */
export const envelope = { schema: 'goal-lens/v1', generatedAt: '2026-11-22T12:00:00Z', nextCursor: null };

/** A record with all that the contract has. */
export const full = {
  key: 'SHOP-7',
  id: '7',
  title: 'Checkout that never loses a cart',
  level: 'initiative',
  description: 'Customers lose their cart.',
  status: { name: 'In development', category: 'active' },
  health: 'at-risk',
  priority: { rank: 1, label: 'Now' },
  impact: {
    customers: { count: 38, names: ['Acme'] },
    requests: 112,
    revenue: { amount: 240000, currency: 'EUR' },
    segments: ['enterprise'],
    severity: 'Critical',
    score: 8,
    quotes: [{ text: 'We lost the basket.', source: 'Acme', url: 'https://notes.example/12' }],
  },
  owner: { name: 'Priya Nair', email: 'priya@shop.example' },
  target: '2026-Q4',
  progress: 0.62,
  metrics: [{ name: 'Carts lost', unit: '%', baseline: 7.4, current: 4.9, target: 2 }],
  parent: 'OBJ-1',
  blockedBy: ['SHOP-9'],
  blocks: ['SHOP-160'],
  labels: ['payments'],
  url: 'https://tracker.example/SHOP-7',
  updated: '2026-11-20T15:30:00Z',
};

/** Starts services for the tests of a suite, and stops the last one when its test ends. */
export function useServices() {
  let server: GoalServer | TrackerServer;
  afterEach(() => server.stop());
  const start = async <Service extends GoalServer | TrackerServer>(service: Service): Promise<Service> => {
    await service.start();
    server = service;
    return service;
  };
  return {
    start,
    /** The example server, with a tracker that is connected to it. */
    serve: async (entries = goals(3), follow?: string[]) => {
      const started = await start(new GoalServer({ goals: entries, deleted: [], projects: [] }));
      const { tracker } = await connect({ kind: 'rest', url: started.url, ...(follow && { follow }) });
      return { server: started, tracker };
    },
    /** Another service, which answers as a test says. */
    answer: async (handler: ConstructorParameters<typeof TrackerServer>[0], entry: object = {}) => {
      const started = await start(new TrackerServer(handler));
      return { server: started, ...(await connect({ kind: 'rest', url: started.url, ...entry })) };
    },
  };
}
