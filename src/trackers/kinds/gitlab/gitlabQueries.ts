// Fields by the schema of GitLab 18 (gitlab-subset.graphql in the tests names its source). A query may cost 250 points:
// https://docs.gitlab.com/api/graphql/#max-query-complexity

/** How many work items a page has. */
export const pageSize = 50;

/** Whether a path is a group, a project, or nothing that we may see. */
export const placeQuery = `query GoalLensPlace($path: ID!) {
  group(fullPath: $path) { fullPath }
  project(fullPath: $path) { fullPath group { fullPath } }
}`;

/** Whether a group shows any epic. */
export const epicsQuery = `query GoalLensEpics($path: ID!) {
  group(fullPath: $path) { workItems(types: [EPIC], includeDescendants: true, first: 1) { nodes { id } } }
}`;

/** Without these a work item is none; other things have fields of these names as well. */
const neededNames: ReadonlySet<string> = new Set(['id', 'iid', 'webUrl']);
const link = 'id iid webUrl workItemType { name } namespace { fullPath }';

/**
 * What GitLab tells about a work item besides its identity: the Community Edition and older servers lack some of it.
 */
const parts = [
  'description',
  'closedAt',
  '... on WorkItemWidgetHierarchy { parent { LINK } }',
  '... on WorkItemWidgetLabels { labels(first: 50) { nodes { title } } }',
  '... on WorkItemWidgetAssignees { assignees(first: 5) { nodes { name username } } }',
  '... on WorkItemWidgetStartAndDueDate { dueDate }',
  '... on WorkItemWidgetMilestone { milestone { iid dueDate webPath } }',
  '... on WorkItemWidgetHealthStatus { healthStatus }',
  '... on WorkItemWidgetWeight { weight }',
  '... on WorkItemWidgetAwardEmoji { upvotes }',
  '... on WorkItemWidgetProgress { progress }',
  '... on WorkItemWidgetProgress { startValue currentValue endValue }',
];

/** The parts that are experimental at GitLab, or came after 17.0. */
const newerParts = [
  'movedToWorkItemUrl',
  'duplicatedToWorkItemUrl',
  'promotedToEpicUrl',
  '... on WorkItemWidgetStatus { status { name } }',
  // Statuses came in 17.11, their categories after 18.0.
  '... on WorkItemWidgetStatus { status { category } }',
  '... on WorkItemWidgetLinkedItems { linkedItems(first: 20) { nodes { linkType workItem { LINK } } } }',
  // Related branches and merge requests are told of one work item a request, so not in lists.
  `... on WorkItemWidgetDevelopment { closingMergeRequests(first: 5) { nodes { mergeRequest {
    webUrl sourceBranch sourceProject { webUrl } } } } }`,
  `... on WorkItemWidgetCustomFields { customFieldValues {
    customField { name }
    ... on WorkItemNumberFieldValue { number: value }
    ... on WorkItemTextFieldValue { text: value }
    ... on WorkItemSelectFieldValue { selectedOptions { value } }
  } }`,
];

/** What a list can be narrowed and ordered by, with the types of the variables. */
const listArguments = { updatedAfter: 'Time', iids: '[String!]', sort: 'WorkItemSort' } as const;

/** The names of newer parts, for a server that finds the whole query too complex. */
export const newerNames: readonly string[] = newerParts.map(
  (part) => /\.\.\. on (\w+)/.exec(part)?.[1] ?? part,
);

/** What is left out first if the server finds the query too complex. */
export const dearestName = 'WorkItemWidgetDevelopment';

/** Whether a query can do without a type, field or argument of this name. */
export function canDoWithout(name: string): boolean {
  if (neededNames.has(name)) return false;
  return (
    Object.hasOwn(listArguments, name) ||
    name === 'includeDescendants' ||
    [...parts, ...newerParts].some((part) => hasName(part, name))
  );
}

/**
 * Work items of a group with what is below it, or of a project, of every type: a team may have types of its own.
 * `lacks` names what the server does not know.
 */
export function workItemsQuery(place: 'group' | 'project', lacks: ReadonlySet<string>): string {
  const known = [...parts, ...newerParts].filter((part) => ![...lacks].some((name) => hasName(part, name)));
  const fields = known.filter((part) => !part.startsWith('...'));
  const widgets = known.filter((part) => part.startsWith('...'));
  const taken = Object.entries(listArguments).filter(([name]) => !lacks.has(name));
  const hasDescendants = place === 'group' && !lacks.has('includeDescendants');
  return `query GoalLensWorkItems(
  $path: ID!, $first: Int!, $after: String${taken.map(([name, type]) => `, $${name}: ${type}`).join('')}
) {
  currentUser { username }
  ${place}(fullPath: $path) {
    workItems(
      ${hasDescendants ? 'includeDescendants: true, ' : ''}first: $first, after: $after${taken.map(([name]) => `, ${name}: $${name}`).join('')}
    ) { pageInfo { hasNextPage endCursor } nodes {
      ${link} title state updatedAt ${fields.join(' ')}
      ${widgets.length > 0 ? `widgets { __typename ${widgets.join('\n        ').replaceAll('LINK', link)} }` : ''}
    } }
  }
}`;
}

function hasName(part: string, name: string): boolean {
  return part.split(/\W+/).includes(name);
}
