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

const link = 'id iid webUrl workItemType { name } namespace { fullPath }';

/** What is an experiment at GitLab, or came after 17.0. */
const newerWidgets = `
  ... on WorkItemWidgetStatus { status { name category } }
  ... on WorkItemWidgetLinkedItems { linkedItems(first: 20) { nodes { linkType workItem { ${link} } } } }
  ... on WorkItemWidgetCustomFields { customFieldValues {
    customField { name }
    ... on WorkItemNumberFieldValue { number: value }
    ... on WorkItemTextFieldValue { text: value }
    ... on WorkItemSelectFieldValue { selectedOptions { value } }
  } }`;

/** Work items of a group with what is below it, or of a project; plain where the server knows no newer widgets. */
export function workItemsQuery(place: 'group' | 'project', isPlain: boolean): string {
  const descendants = place === 'group' ? 'includeDescendants: true, ' : '';
  return `query GoalLensWorkItems(
  $path: ID!, $first: Int!, $after: String, $types: [IssueType!], $updatedAfter: Time, $iids: [String!],
  $sort: WorkItemSort
) {
  ${place}(fullPath: $path) {
    workItems(
      ${descendants}first: $first, after: $after, types: $types, updatedAfter: $updatedAfter, iids: $iids,
      sort: $sort
    ) { pageInfo { hasNextPage endCursor } nodes {
      ${link} title description state updatedAt
      widgets {
        ... on WorkItemWidgetHierarchy { parent { ${link} } }
        ... on WorkItemWidgetLabels { labels(first: 50) { nodes { title } } }
        ... on WorkItemWidgetAssignees { assignees(first: 1) { nodes { name } } }
        ... on WorkItemWidgetStartAndDueDate { dueDate }
        ... on WorkItemWidgetMilestone { milestone { iid dueDate webPath } }
        ... on WorkItemWidgetHealthStatus { healthStatus }
        ... on WorkItemWidgetWeight { weight }
        ... on WorkItemWidgetAwardEmoji { upvotes }
        ... on WorkItemWidgetProgress { progress }${isPlain ? '' : newerWidgets}
      }
    } }
  }
}`;
}

/** The types of work items that are read. */
export const workItemTypes = ['EPIC', 'OBJECTIVE', 'KEY_RESULT', 'ISSUE'] as const;
/** The type that every server knows. */
export const plainTypes = ['ISSUE'] as const;

/** How work items are asked for, from what the newest server knows to what every one does. */
export const askingWays = [
  { isPlain: false, types: workItemTypes },
  { isPlain: true, types: workItemTypes },
  { isPlain: true, types: plainTypes },
] as const;
