import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import type { Goal } from '../../../../../src/core/goal/goal';
import type { Tracker } from '../../../../../src/trackers/port/tracker';
import { connect, pagesOf } from '../../support/connect';
import { TrackerServer, type CannedAnswer, type ReceivedRequest } from '../../support/trackerServer';

let known: GraphQLSchema | undefined;

/** What our queries use of GitLab's schema. */
export function gitlabSchema(): GraphQLSchema {
  known ??= buildSchema(
    readFileSync(path.resolve('test/unit/trackers/kinds/gitlab/gitlab-subset.graphql'), 'utf8'),
  );
  return known;
}

/** The arguments of a list of work items. */
export interface ListArguments {
  readonly types?: readonly string[];
  readonly first: number;
  readonly after?: string;
  readonly updatedAfter?: string;
  readonly iids?: readonly string[];
}

/** A group or project by its path: its work items, and the group of a project. */
export interface Place {
  readonly kind: 'group' | 'project';
  readonly group?: string;
  /** Null is what the Community Edition gives of a group. */
  readonly items: (args: ListArguments) => readonly object[] | object | null;
}

/** Answers of the REST API, by the path below `/api/v4`. */
export type RestAnswers = Readonly<
  Record<string, CannedAnswer | ((request: ReceivedRequest) => CannedAnswer)>
>;

/** A stand-in below `/gitlab` that runs every query on the schema's subset. */
function gitlabServer(
  places: Readonly<Record<string, Place>>,
  rest: RestAnswers = {},
  refuse: (query: string) => string | undefined = () => undefined,
): TrackerServer {
  const find = (kind: Place['kind'], fullPath: string): object | null => {
    const place = places[fullPath];
    if (place?.kind !== kind) return null;
    const workItems = (args: ListArguments): object | null => {
      const items = place.items(args);
      return Array.isArray(items)
        ? { nodes: items as object[], pageInfo: { hasNextPage: false, endCursor: null } }
        : items;
    };
    const group = place.group === undefined ? null : { fullPath: place.group };
    return { fullPath, group, workItems };
  };
  return new TrackerServer(async (request): Promise<CannedAnswer> => {
    const { pathname } = request.url;
    if (pathname !== '/gitlab/api/graphql') {
      const answer = rest[pathname.replace('/gitlab/api/v4', '')];
      if (typeof answer === 'function') return answer(request);
      return answer ?? { status: 404, json: { message: '404 Not Found' } };
    }
    const { query, variables } = request.body as { query: string; variables: Record<string, unknown> };
    const message = refuse(query);
    if (message !== undefined) return { json: { errors: [{ message }] } };
    const rootValue = {
      group: ({ fullPath }: { fullPath: string }) => find('group', fullPath),
      project: ({ fullPath }: { fullPath: string }) => find('project', fullPath),
    };
    const json = await graphql({
      schema: gitlabSchema(),
      source: query,
      variableValues: variables,
      rootValue,
    });
    return { json };
  });
}

/** What names a work item. */
export function link(iid: number, fullPath: string, type = 'Issue'): object {
  return {
    id: `gid://gitlab/WorkItem/${fullPath}/${iid}`,
    iid: String(iid),
    webUrl: `https://gitlab.example.com/gitlab/${fullPath}/-/work_items/${iid}`,
    workItemType: { name: type },
    namespace: { fullPath },
  };
}

/** An issue of acme/shop with all that GitLab may say of it. */
export const issue = {
  ...link(142, 'acme/shop'),
  title: 'Retry a declined card',
  description: 'Once more.',
  state: 'OPEN',
  updatedAt: '2026-11-22T10:00:00Z',
  widgets: [
    { __typename: 'WorkItemWidgetHierarchy', parent: link(3, 'acme', 'Epic') },
    {
      __typename: 'WorkItemWidgetLabels',
      labels: {
        nodes: [
          { title: 'priority::1' },
          { title: 'customer::Acme' },
          { title: 'customer::Globex' },
          { title: 'bug' },
        ],
      },
    },
    {
      __typename: 'WorkItemWidgetAssignees',
      assignees: { nodes: [{ name: 'Priya Nair', username: 'priya' }] },
    },
    { __typename: 'WorkItemWidgetStartAndDueDate', dueDate: '2026-12-12' },
    {
      __typename: 'WorkItemWidgetMilestone',
      milestone: { iid: '7', dueDate: '2026-12-31', webPath: '/gitlab/acme/shop/-/milestones/7' },
    },
    { __typename: 'WorkItemWidgetHealthStatus', healthStatus: 'needsAttention' },
    { __typename: 'WorkItemWidgetWeight', weight: 8 },
    { __typename: 'WorkItemWidgetAwardEmoji', upvotes: 12 },
    { __typename: 'WorkItemWidgetProgress', progress: 62 },
    { __typename: 'WorkItemWidgetStatus', status: { name: 'Doing', category: 'IN_PROGRESS' } },
    {
      __typename: 'WorkItemWidgetLinkedItems',
      linkedItems: {
        nodes: [
          { linkType: 'is_blocked_by', workItem: link(9, 'acme/api') },
          { linkType: 'blocks', workItem: link(11, 'acme/shop') },
          { linkType: 'relates_to', workItem: link(12, 'acme/shop') },
        ],
      },
    },
    {
      __typename: 'WorkItemWidgetDevelopment',
      closingMergeRequests: {
        nodes: [
          {
            mergeRequest: {
              webUrl: 'https://gitlab.example.com/gitlab/acme/shop/-/merge_requests/1473',
              sourceBranch: 'retry-cards',
              sourceProject: { webUrl: 'https://gitlab.example.com/gitlab/ana/shop' },
            },
          },
        ],
      },
    },
    {
      __typename: 'WorkItemWidgetCustomFields',
      customFieldValues: [
        {
          __typename: 'WorkItemNumberFieldValue',
          customField: { name: 'Revenue at stake' },
          value: 180000,
        },
        {
          __typename: 'WorkItemSelectFieldValue',
          customField: { name: 'Tier' },
          selectedOptions: [{ value: 'Enterprise' }],
        },
      ],
    },
  ],
};

/** The epic above the issue. */
export const epic = {
  ...link(3, 'acme', 'Epic'),
  title: 'Checkout that never loses a cart',
  description: null,
  state: 'CLOSED',
  updatedAt: '2026-11-20T10:00:00Z',
  widgets: [],
};

/** A milestone of acme/shop as the REST API gives it. */
export const milestone = {
  id: 70,
  iid: 7,
  project_id: 1,
  title: '2026.12',
  description: 'The release before Christmas.',
  state: 'active',
  due_date: '2026-12-31',
  start_date: '2026-12-01',
  updated_at: '2026-11-19T10:00:00.000Z',
  web_url: 'https://gitlab.example.com/gitlab/acme/shop/-/milestones/7',
};

/** The path of the project that the tests follow. */
export const shop = 'acme/shop';

/** Whether a list asks for epics and nothing else. */
export const onlyEpics = ({ types }: ListArguments): boolean => types?.length === 1 && types[0] === 'EPIC';

/** The group with the epic, and with the issue below it. */
export const acme: Place = { kind: 'group', items: (args) => (onlyEpics(args) ? [epic] : [epic, issue]) };

/** The project with the issue. */
export const project: Place = { kind: 'project', group: 'acme', items: () => [issue] };

/** Connects the tests of a suite to stand-ins, and stops the last one when its test ends. */
export function useGitlab() {
  let server: TrackerServer;
  afterEach(() => server.stop());
  return {
    start: async (
      places: Readonly<Record<string, Place>>,
      rest: RestAnswers = {},
      entry: object = {},
      refuse?: (query: string) => string | undefined,
    ): Promise<Tracker> => {
      server = await gitlabServer(places, rest, refuse).start();
      const all = { kind: 'gitlab', url: `${server.url}/gitlab/`, follow: [shop], ...entry };
      return (await connect(all)).tracker;
    },
    server: () => server,
  };
}

/** Every goal of a tracker. */
export async function goalsOf(tracker: Tracker): Promise<Goal[]> {
  return (await pagesOf(tracker)).flatMap(({ goals }) => goals);
}
