const connection = (...nodes: readonly object[]): object => ({
  nodes,
  pageInfo: { hasNextPage: false, endCursor: null },
});

/** An issue with everything that we ask for, as GitHub's schema has it. */
export const fullIssue = {
  __typename: 'Issue',
  id: 'I_142',
  number: 142,
  title: 'Checkout that never loses a cart',
  body: '<!-- Say why -->Carts get lost.\r\n\r\nCustomers leave.',
  state: 'OPEN',
  stateReason: null,
  updatedAt: '2026-11-22T10:00:00Z',
  url: 'https://github.com/acme/shop/issues/142',
  repository: { nameWithOwner: 'acme/shop' },
  issueType: { name: 'Initiative' },
  assignees: connection({ login: 'priya', name: 'Priya Nair', isViewer: true }),
  labels: connection({ name: 'payments' }, { name: 'priority: low' }),
  milestone: { number: 3, dueOn: '2026-12-31T08:00:00Z' },
  reactionGroups: [
    { content: 'THUMBS_UP', reactors: { totalCount: 11 } },
    { content: 'HEART', reactors: { totalCount: 2 } },
    { content: 'THUMBS_DOWN', reactors: { totalCount: 5 } },
  ],
  parent: { number: 12, repository: { nameWithOwner: 'acme/platform' } },
  subIssuesSummary: { total: 8, completed: 5, percentCompleted: 62 },
  blockedBy: connection({ number: 9, repository: { nameWithOwner: 'acme/shop' } }),
  blocking: connection({ number: 4, repository: { nameWithOwner: 'globex/portal' } }),
  linkedBranches: connection(
    { ref: { name: '142-checkout', repository: { url: 'https://github.com/acme/shop' } } },
    { ref: null },
  ),
  closedByPullRequestsReferences: connection(
    {
      url: 'https://github.com/acme/shop/pull/4321',
      headRefName: 'ana/carts',
      headRepository: { url: 'https://github.com/ana/shop' },
    },
    { url: 'https://github.com/acme/api/pull/5', headRefName: 'gone', headRepository: null },
  ),
  issueFieldValues: connection(
    {
      __typename: 'IssueFieldSingleSelectValue',
      name: 'Someday',
      field: {
        __typename: 'IssueFieldSingleSelect',
        name: 'Priority',
        options: [
          { name: 'Someday', priority: 4 },
          { name: 'Now', priority: 1 },
          { name: 'Next', priority: 2 },
          { name: 'Later', priority: 3 },
        ],
      },
    },
    {
      __typename: 'IssueFieldDateValue',
      value: '2026-12-12',
      field: { __typename: 'IssueFieldDate', name: 'Target date' },
    },
    {
      __typename: 'IssueFieldNumberValue',
      value: 38,
      field: { __typename: 'IssueFieldNumber', name: 'Customers affected' },
    },
    {
      __typename: 'IssueFieldTextValue',
      value: 'Enterprise',
      field: { __typename: 'IssueFieldText', name: 'Customer tier' },
    },
  ),
  projectItems: connection({
    isArchived: false,
    project: { number: 7, owner: { __typename: 'Organization', login: 'acme' } },
    fieldValues: connection(
      {
        __typename: 'ProjectV2ItemFieldSingleSelectValue',
        name: 'In Progress',
        field: {
          __typename: 'ProjectV2SingleSelectField',
          name: 'Status',
          options: [{ name: 'Todo' }, { name: 'In Progress' }, { name: 'Done' }],
        },
      },
      {
        __typename: 'ProjectV2ItemFieldSingleSelectValue',
        name: 'P1',
        field: { __typename: 'ProjectV2SingleSelectField', name: 'Priority', options: [{ name: 'P1' }] },
      },
      {
        __typename: 'ProjectV2ItemFieldNumberValue',
        number: 180000,
        field: { __typename: 'ProjectV2Field', name: 'Revenue at stake' },
      },
    ),
  }),
};

/** An issue with what is never missing. */
export function plainIssue(number: number, updatedAt: string, more: object = {}) {
  return {
    __typename: 'Issue',
    id: `I_${number}`,
    number,
    title: `Issue ${number}`,
    body: '',
    state: 'OPEN',
    stateReason: null,
    updatedAt,
    url: `https://github.com/acme/shop/issues/${number}`,
    repository: { nameWithOwner: 'acme/shop' },
    issueType: null,
    assignees: connection(),
    labels: connection(),
    milestone: null,
    reactionGroups: [],
    parent: null,
    subIssuesSummary: { total: 0, completed: 0, percentCompleted: 0 },
    blockedBy: connection(),
    blocking: connection(),
    linkedBranches: connection(),
    closedByPullRequestsReferences: connection(),
    issueFieldValues: connection(),
    projectItems: connection(),
    ...more,
  };
}

/** A milestone as GitHub's schema has it. */
export const fullMilestone = {
  id: 'MI_3',
  number: 3,
  title: 'Winter release',
  description: 'What the shop needs before the holidays.',
  url: 'https://github.com/acme/shop/milestone/3',
  state: 'OPEN',
  dueOn: '2026-12-31T08:00:00Z',
  updatedAt: '2026-11-20T10:00:00Z',
  issues: ({ states }: { readonly states: readonly string[] }) => ({
    totalCount: states.includes('OPEN') ? 3 : 9,
  }),
};

/** An issue as REST gives it, with everything that the public description requires. */
export const restIssue = {
  id: 1,
  node_id: 'I_142',
  number: 142,
  title: 'Checkout that never loses a cart',
  body: 'Carts get lost.',
  state: 'closed',
  state_reason: 'completed',
  locked: false,
  comments: 2,
  url: 'https://api.github.com/repos/acme/shop/issues/142',
  repository_url: 'https://api.github.com/repos/acme/shop',
  labels_url: 'https://api.github.com/repos/acme/shop/issues/142/labels{/name}',
  comments_url: 'https://api.github.com/repos/acme/shop/issues/142/comments',
  events_url: 'https://api.github.com/repos/acme/shop/issues/142/events',
  html_url: 'https://github.com/acme/shop/issues/142',
  user: null,
  assignee: null,
  assignees: [],
  labels: ['payments', { id: 2, name: 'P2', color: 'ededed', default: false }],
  milestone: null,
  closed_at: '2026-11-22T10:00:00Z',
  created_at: '2026-11-01T10:00:00Z',
  updated_at: '2026-11-22T10:00:00Z',
  type: { id: 1, node_id: 'IT_1', name: 'Epic', description: null },
  parent_issue_url: 'https://api.github.com/repos/acme/platform/issues/12',
  sub_issues_summary: { total: 4, completed: 1, percent_completed: 25 },
  reactions: {
    url: 'https://api.github.com/repos/acme/shop/issues/142/reactions',
    total_count: 9,
    '+1': 5,
    '-1': 1,
    laugh: 0,
    confused: 0,
    heart: 3,
    hooray: 0,
    eyes: 0,
    rocket: 0,
  },
  issue_field_values: [
    {
      issue_field_id: 1,
      issue_field_name: 'Target date',
      node_id: 'F1',
      data_type: 'date',
      value: '2026-12-12',
    },
    {
      issue_field_id: 2,
      issue_field_name: 'Customers affected',
      node_id: 'F2',
      data_type: 'number',
      value: 38,
    },
    {
      issue_field_id: 3,
      issue_field_name: 'Priority',
      node_id: 'F3',
      data_type: 'single_select',
      value: 'High',
      single_select_option: { id: 1, name: 'High', color: 'red' },
    },
  ],
};

/** A milestone as REST gives it. */
export const restMilestone = {
  id: 1,
  node_id: 'MI_3',
  number: 3,
  title: 'Winter release',
  description: null,
  state: 'open',
  creator: null,
  url: 'https://api.github.com/repos/acme/shop/milestones/3',
  html_url: 'https://github.com/acme/shop/milestone/3',
  labels_url: 'https://api.github.com/repos/acme/shop/milestones/3/labels',
  open_issues: 3,
  closed_issues: 1,
  closed_at: null,
  due_on: '2026-12-31T08:00:00Z',
  created_at: '2026-11-01T10:00:00Z',
  updated_at: '2026-11-20T10:00:00Z',
};

/** The mapping that the tests' connections have. */
export const mapped = {
  impact: {
    'customers affected': 'customers',
    'Customer tier': 'segments',
    'Revenue at stake': 'revenue',
  },
  currency: 'eur',
};

/** A repository with the issue and the milestone. */
export const shop = { nameWithOwner: 'acme/shop', issues: [fullIssue], milestones: [fullMilestone] };

/** So many minutes into November. */
export const at = (minute: number): string => new Date(Date.UTC(2026, 10, 1) + minute * 60_000).toISOString();
