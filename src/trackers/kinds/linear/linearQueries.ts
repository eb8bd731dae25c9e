// Fields by @linear/sdk 98.0.0. A query may cost 10,000 points: 0.1 for a field, 1 for an object, times the size of
// each list (https://linear.app/developers/rate-limiting). At 50 a page the dearest of these is below 4,000.

import { withLongLists } from '../../mapping/fullLists';

/** How many entries a page has. */
export const pageSize = 50;

const page = 'pageInfo { hasNextPage endCursor }';
const argumentsOf = (filter: string): string =>
  `($first: Int!, $after: String, $filter: ${filter}, $includeArchived: Boolean)`;
const list =
  'first: $first, after: $after, orderBy: updatedAt, includeArchived: $includeArchived, filter: $filter';
const link = '{ slugId url }';

/** Who is signed in, and what the workspace has. */
export const workspaceQuery = `query GoalLensWorkspace {
  viewer { name email }
  organization { name customersEnabled }
}`;

/** The teams of the person who is signed in. */
export const ownTeamsQuery = `query GoalLensOwnTeams {
  viewer { teams(first: 100) { nodes { key } } }
}`;

/** The teams, for their keys. */
export const teamsQuery = `query GoalLensTeams${argumentsOf('TeamFilter')} {
  teams(${list}) { ${page} nodes { key name description } }
}`;

/** Initiatives. */
export const initiativesQuery = `query GoalLensInitiatives${argumentsOf('InitiativeFilter')} {
  initiatives(${list}) { ${page} nodes {
    id slugId url name description content status priority health targetDate targetDateResolution
    archivedAt trashed updatedAt completedAt canceledAt
    owner { name email isMe }
    parentInitiative ${link}
    subInitiatives(first: 1) { nodes { id } }
    labels(first: 10) { nodes { name } }
  } }
}`;

/** Projects, with what they wait for. */
export const projectsQuery = `query GoalLensProjects${argumentsOf('ProjectFilter')} {
  projects(${list}) { ${page} nodes {
    id slugId url name description content priority priorityLabel health progress targetDate targetDateResolution
    archivedAt trashed updatedAt completedAt canceledAt
    status { name type }
    lead { name email isMe }
    teams(first: 5) { nodes { key } }
    initiatives(first: 5) { nodes ${link} }
    relations(first: 10) { nodes { type relatedProject ${link} } }
    inverseRelations(first: 10) { nodes { type project ${link} } }
    labels(first: 10) { nodes { name } }
  } }
}`;

const issueFields = `
    id identifier previousIdentifiers branchName url title description priority priorityLabel dueDate archivedAt trashed updatedAt
    completedAt canceledAt
    state { name type }
    assignee { name email isMe }
    parent { identifier }
    project ${link}
    attachments(first: 10) { nodes { url } }
    relations(first: 10) { nodes { type relatedIssue { identifier } } }
    inverseRelations(first: 10) { nodes { type issue { identifier } } }
    labels(first: 10) { nodes { name } }`;

/** Issues, with what they wait for. */
export const issuesQuery = `query GoalLensIssues${argumentsOf('IssueFilter')} {
  issues(${list}) { ${page} nodes {${issueFields}
  } }
}`;

/** One issue, by an identifier that it has or had. */
export const issueQuery = withLongLists(`query GoalLensIssue($id: String!) {
  issue(id: $id) {${issueFields}
  }
}`);

/** What customers asked for. A need of an issue also names the issue's project. */
export const needsQuery = `query GoalLensNeeds${argumentsOf('CustomerNeedFilter')} {
  customerNeeds(${list}) { ${page} nodes {
    id body url updatedAt archivedAt
    project { id }
    issue { id }
    customer { id name revenue size tier { displayName position } }
  } }
}`;
