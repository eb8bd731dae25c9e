import { graphql, GraphQLError, parse, validate, type GraphQLSchema } from 'graphql';
import type { Tracker } from '../../../../../src/trackers/port/tracker';
import { connect } from '../../support/connect';
import { TrackerServer, type CannedAnswer, type ReceivedRequest } from '../../support/trackerServer';
import { mapped } from './githubFixtures';
import { githubSchema } from './githubSchema';

type Entry = Readonly<Record<string, unknown>>;
type Listed = Entry & { readonly number: number; readonly updatedAt: string };

/** A repository with its issues and milestones, as GitHub's schema has them. */
interface StandInRepository {
  readonly nameWithOwner: string;
  readonly issues?: readonly Listed[];
  readonly milestones?: readonly Listed[];
}

/** What the stand-in for GitHub knows and how it behaves. */
export interface StandInData {
  readonly repositories?: readonly StandInRepository[];
  readonly organization?: object;
  readonly user?: object;
  readonly viewer?: object;
  readonly nodes?: readonly Entry[];
  readonly schema?: () => GraphQLSchema;
  /** Answers to REST, by path; functions see the request. */
  readonly rest?: Readonly<Record<string, CannedAnswer | ((request: ReceivedRequest) => CannedAnswer)>>;
  /** Before the query is looked at; with an answer it is not. */
  readonly onGraphql?: (body: GraphqlBody) => CannedAnswer | undefined;
}

/** What a GraphQL request sends. */
export interface GraphqlBody {
  readonly query: string;
  readonly variables: Entry;
}

/** GitHub's stand-in: its GraphQL answers come from executing the query on GitHub's own schema. */
export function githubStandIn(data: StandInData): TrackerServer {
  return new TrackerServer(async (request) => {
    const { pathname } = request.url;
    if (pathname.endsWith('/graphql')) {
      const body = request.body as GraphqlBody;
      return data.onGraphql?.(body) ?? { json: await answer(body, data) };
    }
    const canned = data.rest?.[pathname];
    if (!canned) return { status: 404, json: { message: 'Not Found', status: '404' } };
    return typeof canned === 'function' ? canned(request) : canned;
  });
}

/** The names of the queries that a stand-in was asked, in order. */
export function queriesOf(server: TrackerServer): string[] {
  return server.requests.map(
    ({ method, url, body }) =>
      /query (\w+)/.exec((body as GraphqlBody | undefined)?.query ?? '')?.[1] ?? `${method} ${url.pathname}`,
  );
}

async function answer({ query, variables }: GraphqlBody, data: StandInData): Promise<object> {
  const schema = (data.schema ?? githubSchema)();
  const [invalid] = validate(schema, parse(query));
  if (invalid) return { errors: [{ message: invalid.message, extensions: { code: 'undefinedField' } }] };
  const result = await graphql({ schema, source: query, variableValues: variables, rootValue: root(data) });
  const errors = result.errors?.map(({ message, extensions }) => ({ message, type: extensions['type'] }));
  return { data: result.data, ...(errors && { errors }) };
}

function root(data: StandInData): object {
  return {
    viewer: data.viewer ?? { login: 'priya' },
    organization: data.organization,
    user: data.user,
    nodes: ({ ids }: { ids: readonly string[] }) =>
      ids.map((id) => data.nodes?.find((node) => node['id'] === id) ?? null),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const wanted = `${owner}/${name}`;
      const found = data.repositories?.find(
        ({ nameWithOwner }) => nameWithOwner.toLowerCase() === wanted.toLowerCase(),
      );
      if (!found) throw notFound(`Could not resolve to a Repository with the name '${wanted}'.`);
      return toRepository(found);
    },
  };
}

interface ListArguments {
  readonly first: number;
  readonly after?: string | null;
  readonly filterBy?: { readonly since?: string };
}

function toRepository({ nameWithOwner, issues = [], milestones = [] }: StandInRepository): object {
  const repository = { nameWithOwner };
  const ofNumber = (list: readonly Listed[], what: string) =>
    function (args: { readonly number: number }) {
      const found = list.find(({ number }) => number === args.number);
      if (!found) throw notFound(`Could not resolve to ${what} with the number of ${args.number}.`);
      return { ...found, repository };
    };
  return {
    nameWithOwner,
    issue: ofNumber(issues, 'an issue'),
    milestone: ofNumber(milestones, 'a milestone'),
    issues: (args: ListArguments) => {
      const { since } = args.filterBy ?? {};
      const found = issues
        .filter(({ updatedAt }) => !since || Date.parse(updatedAt) >= Date.parse(since))
        .toSorted((a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt));
      return page(
        found.map((issue) => ({ ...issue, repository })),
        args,
      );
    },
    milestones: (args: ListArguments) =>
      page(
        milestones.toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt)),
        args,
      ),
  };
}

/** One page of a list, as connections have it. */
export function page(list: readonly object[], { first, after }: ListArguments): object {
  const start = Number(after ?? 0);
  const end = start + first;
  return {
    totalCount: list.length,
    pageInfo: { hasNextPage: end < list.length, endCursor: String(end) },
    nodes: list.slice(start, end),
  };
}

function notFound(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type: 'NOT_FOUND' } });
}

/** Connects the tests of a suite to stand-ins, and stops the last one when its test ends. */
export function useGithub() {
  let server: TrackerServer;
  before(function () {
    // Reading the schema takes longer than a test may.
    this.timeout(60_000);
    githubSchema();
  });
  afterEach(() => server.stop());
  return {
    start: async (data: StandInData, entry: object = { follow: ['acme/shop'] }): Promise<Tracker> => {
      server = await githubStandIn(data).start();
      return (await connect({ kind: 'github', url: server.url, ...mapped, ...entry })).tracker;
    },
    server: () => server,
  };
}
