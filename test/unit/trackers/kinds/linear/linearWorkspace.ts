import { graphql, type GraphQLSchema } from 'graphql';
import type { Goal } from '../../../../../src/core/goal/goal';
import type { Tracker } from '../../../../../src/trackers/port/tracker';
import { connect, pagesOf } from '../../support/connect';
import type { TestClock } from '../../support/testClock';
import { TrackerServer, type CannedAnswer, type ReceivedRequest } from '../../support/trackerServer';
import { linearSchema } from './linearSchema';

/** What a query asked for, as far as tests look at it. */
export interface Asked {
  readonly query: string;
  readonly variables: {
    readonly after?: string;
    readonly filter?: Readonly<Record<string, unknown>>;
    readonly includeArchived?: boolean;
  };
}

/** What a request to Linear asked for. */
export function askedIn({ body }: ReceivedRequest): Asked {
  return body as Asked;
}

/** The list that a query begins with. */
export function listOf({ query }: Asked): string | undefined {
  return /\{\s*(\w+)/.exec(query)?.[1];
}

/** Entries by list, as Linear has them. */
export type Lists = Readonly<Record<string, (asked: Asked['variables']) => unknown>>;

/** A list that has one page. */
export function onePage(nodes: readonly unknown[]) {
  return { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
}

/** A stand-in that runs every query on Linear's schema: neither a query nor a payload may be at odds with it. */
export function workspace(lists: Lists, schema: GraphQLSchema = linearSchema()): TrackerServer {
  return new TrackerServer(async (request): Promise<CannedAnswer> => {
    const { query, variables } = askedIn(request);
    const rootValue = {
      customerNeeds: () => onePage([]),
      initiatives: () => onePage([]),
      projects: () => onePage([]),
      issues: () => onePage([]),
      teams: ({ filter }: Asked['variables']) => onePage(teamsOf(filter)),
      ...lists,
    };
    const result = await graphql({ schema, source: query, variableValues: variables, rootValue });
    return { json: result };
  });
}

/** All teams that are asked for by key. */
function teamsOf(filter: Asked['variables']['filter'] = {}): object[] {
  const { key } = filter as { readonly key?: { readonly in: readonly string[] } };
  return (key?.in ?? []).map((each) => ({ key: each, name: each, description: null }));
}

const common = { archivedAt: null, trashed: null };

/** An initiative with all that is asked for. */
export const initiative = {
  ...common,
  id: 'i-1',
  slugId: 'b1b2b3b4b5b6',
  url: 'https://linear.app/acme/initiative/no-lost-carts-b1b2b3b4b5b6',
  name: 'No lost carts',
  description: 'Every cart ends in an order.',
  content: '# Why\n\nCustomers leave.',
  status: 'Active',
  priority: 1,
  health: 'atRisk',
  targetDate: '2026-12-31',
  targetDateResolution: 'quarter',
  updatedAt: '2026-11-20T10:00:00.000Z',
  owner: { name: 'Priya Nair', email: 'priya@example.com', isMe: false },
  parentInitiative: null,
  subInitiatives: { nodes: [{ id: 'i-2' }] },
  labels: { nodes: [{ name: 'growth' }] },
};

/** A project with all that is asked for. */
export const project = {
  ...common,
  id: 'p-1',
  slugId: 'a1b2c3d4e5f6',
  url: 'https://linear.app/acme/project/retry-payments-a1b2c3d4e5f6',
  name: 'Retry payments',
  description: '',
  content: null,
  priority: 2,
  priorityLabel: 'High',
  health: 'onTrack',
  progress: 0.62,
  targetDate: '2026-12-12',
  targetDateResolution: null,
  updatedAt: '2026-11-21T10:00:00.000Z',
  status: { name: 'In flight', type: 'started' },
  lead: { name: 'Sam Lee', email: 'sam@example.com', isMe: true },
  teams: { nodes: [{ key: 'SHOP' }] },
  initiatives: { nodes: [{ slugId: initiative.slugId, url: initiative.url }] },
  relations: {
    nodes: [
      {
        type: 'blocks',
        relatedProject: { slugId: 'c1c2c3c4c5c6', url: 'https://linear.app/acme/project/app-c1c2c3c4c5c6' },
      },
    ],
  },
  inverseRelations: {
    nodes: [
      {
        type: 'dependency',
        project: { slugId: 'd1d2d3d4d5d6', url: 'https://linear.app/acme/project/api-d1d2d3d4d5d6' },
      },
      {
        type: 'related',
        project: { slugId: 'e1e2e3e4e5e6', url: 'https://linear.app/acme/project/faq-e1e2e3e4e5e6' },
      },
    ],
  },
  labels: { nodes: [{ name: 'payments' }] },
};

/** An issue with all that is asked for. */
export const issue = {
  ...common,
  id: 'n-142',
  identifier: 'ENG-142',
  previousIdentifiers: ['OLD-3'],
  branchName: 'kim/eng-142-retry-a-declined-card',
  attachments: {
    nodes: [
      { url: 'https://github.com/acme/shop/pull/4321' },
      { url: 'https://github.com/acme/shop/commit/0123456789012345678901234567890123456789' },
      { url: 'https://www.figma.com/file/1/pull/2x' },
    ],
  },
  url: 'https://linear.app/acme/issue/ENG-142/retry',
  title: 'Retry a declined card',
  description: 'Once more.',
  priority: 0,
  priorityLabel: 'No priority',
  dueDate: '2026-12-01',
  updatedAt: '2026-11-22T10:00:00.000Z',
  state: { name: 'Doing', type: 'started' },
  assignee: { name: 'Kim', email: 'kim@example.com', isMe: false },
  parent: null,
  project: { slugId: project.slugId, url: project.url },
  relations: { nodes: [{ type: 'blocks', relatedIssue: { identifier: 'ENG-150' } }] },
  inverseRelations: {
    nodes: [
      { type: 'blocks', issue: { identifier: 'OPS-7' } },
      { type: 'duplicate', issue: { identifier: 'ENG-1' } },
    ],
  },
  labels: { nodes: [{ name: 'bug' }] },
};

/** What a customer asked for of the project, through its issue. */
export function need(id: string, customer: object | null, fields: object = {}) {
  return {
    id,
    body: null,
    url: null,
    updatedAt: '2026-11-19T10:00:00.000Z',
    archivedAt: null,
    project: { id: project.id },
    issue: { id: issue.id },
    customer,
    ...fields,
  };
}

/** A customer of the first tier. */
export const acme = {
  id: 'c-1',
  name: 'Acme',
  revenue: 120000,
  size: 40,
  tier: { displayName: 'Enterprise', position: 1 },
};
/** A customer of the second tier. */
const globex = {
  id: 'c-2',
  name: 'Globex',
  revenue: 60000,
  size: 900,
  tier: { displayName: 'Pro', position: 2 },
};

/** The initiative's key. */
export const initiativeKey = 'no-lost-carts-b1b2b3b4b5b6';
/** The project's key. */
export const projectKey = 'retry-payments-a1b2c3d4e5f6';

/** What customers asked for. */
export const needs = [
  need('d-1', acme, { body: 'We lose a cart a day.', url: 'https://example.com/thread/1' }),
  need('d-2', globex),
  need('d-3', acme, { issue: null }),
  need('d-4', null),
];

/** A workspace with one of each, and what customers asked for. */
export const everything: Lists = {
  initiatives: () => onePage([initiative]),
  projects: () => onePage([project]),
  issues: () => onePage([issue]),
  customerNeeds: () => onePage(needs),
};

/** Connects the tests of a suite to stand-ins, and stops the last one when its test ends. */
export function useLinear(suite: Mocha.Suite) {
  suite.timeout(20_000);
  let server: TrackerServer;
  afterEach(() => server.stop());
  return {
    start: async (lists: Lists, entry: object = {}, clock?: TestClock): Promise<Tracker> => {
      server = await workspace(lists).start();
      const whole = { kind: 'linear', url: server.url, currency: 'usd', ...entry };
      return (await connect(whole, clock)).tracker;
    },
    server: () => server,
    /** What was asked of a list, in order. */
    askedFor: (list: string): Asked['variables'][] =>
      server.requests
        .map(askedIn)
        .filter((asked) => listOf(asked) === list)
        .map(({ variables }) => variables),
  };
}

/** Every goal of a tracker. */
export async function goalsOf(tracker: Tracker, since?: number): Promise<Goal[]> {
  return (await pagesOf(tracker, since)).flatMap(({ goals }) => goals);
}
