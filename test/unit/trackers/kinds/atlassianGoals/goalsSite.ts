import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, graphql, parse, validate, type GraphQLSchema } from 'graphql';
import type { Goal } from '../../../../../src/core/goal/goal';
import type { Tracker, TrackerPage } from '../../../../../src/trackers/port/tracker';
import { connect, pagesOf } from '../../support/connect';
import { TrackerServer, type CannedAnswer } from '../../support/trackerServer';

const text = readFileSync(path.join(import.meta.dirname, 'goals-subset.graphql'), 'utf8');

/** The part of the schema of Atlassian's gateway that goals need. */
export const goalsSchema = buildSchema(text);
/** The same without what Atlassian calls experimental. */
export const stableSchema = buildSchema(text.replace(/^ {2}(goalType|workItems).*\n/gm, ''));

/** What a stand-in for a site has, and how it behaves. */
export interface Site {
  readonly goals: readonly object[];
  readonly pageSize?: number;
  /** Whether the list never ends: its pages come round again. */
  readonly isEndless?: boolean;
  readonly schema?: GraphQLSchema;
  /** Whether it answers questions about goals only to those who opt in. */
  readonly isBeta?: boolean;
  readonly user?: object | null;
  readonly contexts?: readonly unknown[] | null;
}

/** What was asked in one request. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A site that runs every query on the schema: neither a query nor an answer may be at odds with it. */
function goalsSite({
  goals,
  pageSize = 100,
  isEndless,
  isBeta,
  schema = goalsSchema,
  user,
  contexts,
}: Site): TrackerServer {
  const rootValue = {
    me: {
      user: user === undefined ? { __typename: 'AtlassianAccountUser', accountId: 'ana', name: 'Ana' } : user,
    },
    tenantContexts: contexts === undefined ? [{ cloudId: 'c0ffee' }] : contexts,
    goals_search: ({ first, after = '0' }: { readonly first: number; readonly after?: string }) => {
      const start = Number(after);
      const end = start + Math.min(first, pageSize);
      return {
        edges: goals.slice(start, end).map((node) => ({ node })),
        pageInfo:
          isEndless && end >= goals.length
            ? { hasNextPage: true, endCursor: String(pageSize) }
            : { hasNextPage: end < goals.length, endCursor: String(end) },
      };
    },
    goals_byKey: ({ goalKey }: { readonly goalKey: string }) =>
      goals.find((goal) => Reflect.get(goal, 'key') === goalKey) ?? null,
  };
  return new TrackerServer(async ({ body, url }): Promise<CannedAnswer> => {
    if (url.pathname !== '/gateway/api/graphql') return { status: 404, json: {} };
    const { query, variables } = body as Asked;
    // The gateway turns a query down that it does not understand, with 200 and without data.
    const errors = validate(schema, parse(query));
    if (errors.length > 0) return { json: { errors: errors.map(({ message }) => ({ message })) } };
    if (isBeta && /goals_\w+\([^)]*\)(?!\s*@optIn\(to: "Townsquare"\))/.test(query)) {
      return { json: { errors: [{ message: 'Please add @optIn(to: "Townsquare")' }] } };
    }
    return { json: await graphql({ schema, source: query, variableValues: variables, rootValue }) };
  });
}

const edges = (...nodes: readonly object[]) => ({ edges: nodes.map((node) => ({ node })) });

/** A goal at the top, with all that is asked for. */
export const retention = {
  id: 'ari:cloud:townsquare:c0ffee:goal/1',
  key: 'ACME-12',
  name: 'Keep our customers',
  description: JSON.stringify({
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Nobody leaves because of us.' }] }],
  }),
  url: 'https://home.atlassian.com/o/1/s/c0ffee/goal/ACME-12',
  isArchived: false,
  latestUpdateDate: '2026-11-20T10:00:00.000Z',
  status: { value: 'at_risk', localizedLabel: { defaultValue: 'At risk' } },
  owner: { __typename: 'AtlassianAccountUser', accountId: 'priya', name: 'Priya Nair' },
  targetDate: {
    confidence: 'QUARTER',
    dateRange: { start: '2026-10-01T00:00:00.000Z', end: '2026-12-31T00:00:00.000Z' },
  },
  progress: { type: 'AVERAGE_ROLLUP', percentage: 42 },
  parentGoal: null,
  subGoals: edges({ id: 'ari:cloud:townsquare:c0ffee:goal/2' }),
  tags: edges({ name: 'growth' }),
  metricTargets: edges(
    {
      startValue: 12,
      targetValue: 5,
      snapshotValue: { value: 9 },
      metric: { name: 'Churn', type: 'PERCENTAGE', archived: false, latestValue: { value: 8.5 } },
    },
    { startValue: 0, targetValue: 9, metric: { name: 'Given up', type: 'NUMERIC', archived: true } },
  ),
  goalType: { name: { __typename: 'TownsquareLocalizationField', defaultValue: 'Goal' } },
  workItems: edges(),
};

/** A goal below it, to which epics of Jira contribute. */
export const checkout = {
  ...retention,
  id: 'ari:cloud:townsquare:c0ffee:goal/2',
  key: 'ACME-31',
  name: 'No lost carts',
  description: 'Every cart ends in an order.',
  url: 'https://home.atlassian.com/o/1/s/c0ffee/goal/ACME-31',
  status: { value: 'on_track', localizedLabel: null },
  owner: { __typename: 'AtlassianAccountUser', accountId: 'ana', name: 'Ana' },
  parentGoal: { key: 'ACME-12' },
  subGoals: edges(),
  metricTargets: edges(),
  workItems: edges(
    { __typename: 'JiraIssue', key: 'SHOP-120' },
    { __typename: 'JiraIssue', key: 'SHOP-121' },
  ),
};

/** Connects the tests of a suite to stand-ins, and stops them when their test ends. */
export function useGoalsSite() {
  let server: TrackerServer;
  const all: TrackerServer[] = [];
  afterEach(() => Promise.all(all.splice(0).map((each) => each.stop())));
  return {
    start: async (site: Site, entry: object = {}): Promise<Tracker> => {
      server = await goalsSite(site).start();
      all.push(server);
      const whole = { kind: 'atlassianGoals', url: server.url, user: 'ana@shop.example', ...entry };
      return (await connect(whole)).tracker;
    },
    asked: (): Asked[] => server.requests.map(({ body }) => body as Asked),
    server: () => server,
  };
}

/** Everything that a tracker lists, as one page. */
export async function listed(
  tracker: Tracker,
): Promise<Required<Pick<TrackerPage, 'goals' | 'problems' | 'unread'>>> {
  const pages = await pagesOf(tracker);
  return {
    goals: pages.flatMap(({ goals }): readonly Goal[] => goals),
    problems: pages.flatMap(({ problems }) => problems ?? []),
    unread: pages.flatMap(({ unread }) => unread ?? []),
  };
}
