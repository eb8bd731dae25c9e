import type { GithubItem } from './githubKeys';
import type { Project, Repository } from './githubFollow';
import { newFieldsBut, type NewIssueField } from './githubNewFields';

// Checked against GitHub's public schema by the tests. https://docs.github.com/en/graphql/reference

/** A query with its variables. */
export interface GithubQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What to ask of an issue. */
export interface IssueParts {
  /** Whether the server knows sub-issues, and perhaps what came after them. */
  readonly isNew: boolean;
  /** What it does not know of all that is new. */
  readonly lacks?: ReadonlySet<NewIssueField>;
  /** For how many projects to ask for fields; 0 if no project is followed. */
  readonly projects: number;
}

/** Which part of a list to ask for. */
export interface PageAsked {
  readonly after?: string | undefined;
  /** ISO 8601. */
  readonly since?: string | undefined;
}

/** How many issues to ask for at once: with more, GitHub gives up on a query as long as ours. */
export const issuesAtOnce = 50;
/** For how many projects of an issue to ask for fields at first. */
export const projectsAtOnce = 10;

/** The issues of a repository in the order of change. */
export function issuesQuery(
  repository: Repository,
  page: PageAsked,
  parts: IssueParts,
  first = issuesAtOnce,
): GithubQuery {
  return {
    query: `query GoalLensIssues($owner: String!, $name: String!, $first: Int!, $after: String, $since: DateTime) {
  repository(owner: $owner, name: $name) { nameWithOwner
    issues(first: $first, after: $after, orderBy: {field: UPDATED_AT, direction: ASC}, filterBy: {since: $since}) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ...GoalLensIssue } } }
}
${issueFragment(parts)}`,
    variables: { ...repository, first, ...page },
  };
}

/** The milestones of a repository, most recently changed first. */
export function milestonesQuery(repository: Repository, after: string | undefined): GithubQuery {
  return {
    query: `query GoalLensMilestones($owner: String!, $name: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) { nameWithOwner
    milestones(first: $first, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
      pageInfo { hasNextPage endCursor } nodes { ...GoalLensMilestone } } }
}
${milestoneFragment}`,
    variables: { ...repository, first: issuesAtOnce, after },
  };
}

/** The issues of a project with everything; drafts and pull requests come with only their type. */
export function projectIssuesQuery(
  project: Project,
  page: PageAsked,
  parts: IssueParts,
  first = issuesAtOnce,
): GithubQuery {
  return projectQuery(
    project,
    'GoalLensProjectIssues',
    `items(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
      nodes { id isArchived updatedAt content { __typename ...GoalLensIssue } } }`,
    { first, after: page.after },
    issueFragment(parts),
  );
}

/** When the items of a project, and the issues in them, last changed: an item's change is not one of its issue. */
export function projectChangesQuery(project: Project, after: string | undefined): GithubQuery {
  return projectQuery(
    project,
    'GoalLensProjectChanges',
    `items(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
      nodes { id isArchived updatedAt content { __typename ... on Issue { id updatedAt } } } }`,
    { first: 100, after },
  );
}

/** The fields of a project. */
export function projectFieldsQuery(project: Project): GithubQuery {
  return projectQuery(
    project,
    'GoalLensProjectFields',
    `fields(first: $first, after: $after) {
      nodes { __typename ... on ProjectV2FieldCommon { name dataType } } }`,
    { first: 50 },
  );
}

/** The members of the viewer's teams in an organization; whose role there is what has no say in it. */
export function ownTeamsQuery(organization: string): GithubQuery {
  const teams = (role: string): string =>
    `teams(first: 50, role: ${role}) { nodes { members(first: 100) { totalCount nodes { login isViewer } } } }`;
  return {
    query: `query GoalLensOwnTeams($organization: String!) {
  organization(login: $organization) { asMember: ${teams('MEMBER')} asAdmin: ${teams('ADMIN')} }
}`,
    variables: { organization },
  };
}

/** Issues by their node ids. */
export function issuesByIdQuery(ids: readonly string[], parts: IssueParts): GithubQuery {
  return {
    query: `query GoalLensIssuesById($ids: [ID!]!) { nodes(ids: $ids) { __typename ...GoalLensIssue } }
${issueFragment(parts)}`,
    variables: { ids },
  };
}

/** One item in one repository, under the name of its answer. */
export interface WantedItem extends Pick<GithubItem, 'kind' | 'number'> {
  readonly repository: Repository;
}

/** Issues and milestones by their numbers, as `item0`, `item1` … within `place0`, `place1` … */
export function itemsQuery(items: readonly WantedItem[], parts: IssueParts): GithubQuery {
  const variables = Object.fromEntries(
    items.flatMap(({ repository: { owner, name } }, index) => [
      [`owner${index}`, owner],
      [`name${index}`, name],
    ]),
  );
  const fields = items.map(({ kind, number }, index) => {
    const fragment = kind === 'issue' ? 'GoalLensIssue' : 'GoalLensMilestone';
    return `  place${index}: repository(owner: $owner${index}, name: $name${index}) { nameWithOwner
    item: ${kind}(number: ${number}) { ...${fragment} } }`;
  });
  const declared = Object.keys(variables).map((name) => `$${name}: String!`);
  const has = (kind: GithubItem['kind']): boolean => items.some((item) => item.kind === kind);
  return {
    query: `query GoalLensItems(${declared.join(', ')}) {
${fields.join('\n')}
}
${has('issue') ? issueFragment(parts) : ''}
${has('milestone') ? milestoneFragment : ''}`,
    variables,
  };
}

/** The issue fields of an organisation. */
export function issueFieldsQuery(owner: string): GithubQuery {
  return {
    query: `query GoalLensIssueFields($owner: String!) {
  organization(login: $owner) { issueFields(first: 50) {
    nodes { __typename ... on IssueFieldCommon { name dataType } } } }
}`,
    variables: { owner },
  };
}

/** The projects of the organisations that the person belongs to, and the person's own. */
export function projectsQuery(): GithubQuery {
  return {
    query: `query GoalLensProjects {
  viewer { login projectsV2(first: 30) { nodes { number title shortDescription } }
    organizations(first: 30) { nodes { login projectsV2(first: 30) { nodes { number title shortDescription } } } } }
}`,
    variables: {},
  };
}

function projectQuery(
  { ownerKind, owner, number }: Project,
  name: string,
  fields: string,
  variables: Readonly<Record<string, unknown>>,
  fragments = '',
): GithubQuery {
  return {
    query: `query ${name}($owner: String!, $number: Int!, $first: Int!, $after: String) {
  owner: ${ownerKind}(login: $owner) { projectV2(number: $number) { ${fields} } }
}
${fragments}`,
    variables: { owner, number, ...variables },
  };
}

const projectFields = (count: number): string => `
  projectItems(first: ${count}, includeArchived: false) { nodes { isArchived
    project { number owner { ... on Organization { login } ... on User { login } } }
    fieldValues(first: 25) { nodes { __typename
      ... on ProjectV2ItemFieldSingleSelectValue { name field { ... on ProjectV2SingleSelectField { name options { name } } } }
      ... on ProjectV2ItemFieldNumberValue { number field { ... on ProjectV2FieldCommon { name } } }
      ... on ProjectV2ItemFieldDateValue { date field { ... on ProjectV2FieldCommon { name } } }
      ... on ProjectV2ItemFieldTextValue { text field { ... on ProjectV2FieldCommon { name } } } } } } }`;

function issueFragment({ isNew, lacks, projects }: IssueParts): string {
  const known = isNew ? newFieldsBut(lacks) : [];
  return `fragment GoalLensIssue on Issue {
  id number title body state stateReason updatedAt closedAt url
  repository { nameWithOwner }
  assignees(first: 10) { nodes { login name isViewer } }
  labels(first: 30) { nodes { name } }
  milestone { number dueOn }
  reactionGroups { content reactors { totalCount } }
  ${known.join('\n  ')}${projects > 0 ? projectFields(projects) : ''}
}`;
}

/** Milestones tell their counts by themselves only since 2025; every server can count their issues. */
const milestoneFragment = `fragment GoalLensMilestone on Milestone {
  id number title description url state dueOn updatedAt closedAt
  open: issues(first: 1, states: [OPEN]) { totalCount } closed: issues(first: 1, states: [CLOSED]) { totalCount }
}`;
