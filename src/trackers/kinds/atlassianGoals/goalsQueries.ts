// Fields of goals by @atlassian/forge-graphql-types 4.3.0; the queries by Atlassian's guide
// (https://developer.atlassian.com/platform/goals/goals-graphql-api/); `workItems` as clients of others ask for it.

/** How many goals a page has: each brings up to 70 entries of its own. */
export const pageSize = 25;
/** How many goals are asked for by key in one query. */
export const keysAtOnce = 10;

const common = `
    id key name description url isArchived latestUpdateDate
    status { value localizedLabel { defaultValue } }
    owner { name accountId }
    targetDate { confidence dateRange { start end } }
    progress { type percentage }
    parentGoal { key }
    subGoals(first: 1) { edges { node { id } } }
    tags(first: 10) { edges { node { name } } }
    metricTargets(first: 10) { edges { node {
      startValue targetValue snapshotValue { value }
      metric { name type subType archived latestValue { value } }
    } } }`;

/** What Atlassian calls experimental: it may go at any time. */
const experimental = `
    goalType @optIn(to: "Townsquare") {
      name { ... on TownsquareGoalTypeCustomName { value } ... on TownsquareLocalizationField { defaultValue } }
    }
    workItems(first: 50) @optIn(to: "GraphStoreJiraEpicContributesToAtlasGoal") {
      edges { node { ... on JiraIssue { key } } }
    }`;

/** Whether all is asked of a goal, or only what Atlassian does not call experimental. */
export type Extent = 'all' | 'stable';

/** Other clients opt in to the questions themselves too, as some sites seem to want; where none need, it does nothing. */
const optedIn = (extent: Extent): string => (extent === 'all' ? '@optIn(to: "Townsquare")' : '');

const fieldsOf = (extent: Extent): string => (extent === 'all' ? common + experimental : common);

/** Who is signed in, and which site this is. */
export const siteQuery = `query GoalLensSite($hostNames: [String!]!) {
  me { user { name accountId } }
  tenantContexts(hostNames: $hostNames) { cloudId }
}`;

/** Goals, a page at a time. */
export const goalsQuery = (extent: Extent): string => `query GoalLensGoals(
  $containerId: ID!, $searchString: String!, $first: Int!, $after: String
) {
  goals_search(
    containerId: $containerId, searchString: $searchString, first: $first, after: $after
  ) ${optedIn(extent)} {
    pageInfo { hasNextPage endCursor }
    edges { node {${fieldsOf(extent)}
    } }
  }
}`;

/** So many goals by their keys: `goal0` answers to `key0`. */
export function goalsByKeyQuery(extent: Extent, count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  return `query GoalLensGoalsByKey($containerId: ID!, ${numbers.map((at) => `$key${at}: String!`).join(', ')}) {
${numbers.map((at) => `  goal${at}: goals_byKey(containerId: $containerId, goalKey: $key${at}) ${optedIn(extent)} { ...Goal }`).join('\n')}
}
fragment Goal on TownsquareGoal {${fieldsOf(extent)}
}`;
}
