const site = 'https://shop.atlassian.net/rest/api/3';

/** A paragraph as a document in the Atlassian Document Format. */
function adf(...paragraphs: readonly string[]): object {
  return {
    version: 1,
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

const inProgress = {
  self: `${site}/status/3`,
  description: '',
  iconUrl: 'https://shop.atlassian.net/icon.png',
  name: 'In Progress',
  id: '3',
  statusCategory: {
    self: `${site}/statuscategory/4`,
    id: 4,
    key: 'indeterminate',
    colorName: 'yellow',
    name: 'In Progress',
  },
};

function link(type: object, end: 'inwardIssue' | 'outwardIssue', id: string, key: string): object {
  const fields = { summary: key, status: inProgress };
  return {
    id: `9${id}`,
    self: `${site}/issueLink/9${id}`,
    type,
    [end]: { id, key, self: `${site}/issue/${id}`, fields },
  };
}

const blocks = {
  id: '10000',
  name: 'Blocks',
  inward: 'is blocked by',
  outward: 'blocks',
  self: `${site}/issueLinkType/10000`,
};
const relates = {
  id: '10003',
  name: 'Relates',
  inward: 'relates to',
  outward: 'relates to',
  self: `${site}/issueLinkType/10003`,
};

/** An epic with all that Jira Cloud may say of it. */
export const cloudIssue = {
  expand: 'operations,versionedRepresentations,editmeta,changelog,renderedFields',
  id: '10142',
  self: `${site}/issue/10142`,
  key: 'SHOP-142',
  fields: {
    summary: 'Checkout that never loses a cart',
    description: adf('People lose their cart.', 'They do not come back.'),
    issuetype: {
      self: `${site}/issuetype/10001`,
      id: '10001',
      name: 'Epic',
      subtask: false,
      hierarchyLevel: 1,
    },
    status: inProgress,
    resolution: null,
    priority: {
      self: `${site}/priority/10002`,
      id: '10002',
      name: 'Must have',
      iconUrl: 'https://shop.atlassian.net/p.png',
    },
    assignee: {
      self: `${site}/user?accountId=5b10`,
      accountId: '5b10',
      accountType: 'atlassian',
      active: true,
      displayName: 'Priya Nair',
      emailAddress: 'priya@example.com',
      timeZone: 'Europe/Berlin',
    },
    parent: {
      id: '10100',
      key: 'PLAN-7',
      self: `${site}/issue/10100`,
      fields: { summary: 'Grow in Europe', status: inProgress },
    },
    issuelinks: [
      link(blocks, 'inwardIssue', '10150', 'PAY-3'),
      link(blocks, 'outwardIssue', '10151', 'SHOP-150'),
      link(relates, 'outwardIssue', '10152', 'SHOP-151'),
    ],
    labels: ['payments', 'q4'],
    components: [{ self: `${site}/component/1`, id: '1', name: 'Checkout' }],
    fixVersions: [
      {
        self: `${site}/version/1`,
        id: '1',
        name: '2026.10',
        archived: false,
        released: true,
        releaseDate: '2026-10-12',
      },
      {
        self: `${site}/version/3`,
        id: '3',
        name: '2027.1',
        archived: false,
        released: false,
        releaseDate: '2027-01-12',
      },
      {
        self: `${site}/version/2`,
        id: '2',
        name: '2026.12',
        archived: false,
        released: false,
        releaseDate: '2026-12-12',
      },
    ],
    duedate: null,
    aggregateprogress: { progress: 7200, total: 28800, percent: 25 },
    progress: { progress: 0, total: 0 },
    votes: { self: `${site}/issue/SHOP-142/votes`, votes: 12, hasVoted: false },
    updated: '2026-11-22T11:00:00.000+0100',
    customfield_10201: 38,
    customfield_10202: 180000.5,
    customfield_10203: [{ self: `${site}/customFieldOption/1`, value: 'Enterprise', id: '1' }],
    customfield_10204: { self: `${site}/customFieldOption/9`, value: 'High', id: '9' },
    customfield_10205: adf('We lost two orders.'),
    customfield_10206: '{"start":"2026-10-01","end":"2026-12-31"}',
  },
};

/** The priorities, the most urgent first. */
export const cloudPriorities = {
  self: `${site}/priority/search`,
  startAt: 0,
  maxResults: 100,
  total: 4,
  isLast: true,
  values: ['Right now', 'Must have', 'Should have', 'Could have'].map((name, index) => ({
    self: `${site}/priority/${10001 + index}`,
    id: String(10001 + index),
    name,
    description: '',
    statusColor: '#ffffff',
    isDefault: false,
  })),
};

/** Who is signed in. */
export const cloudMyself = {
  self: `${site}/user?accountId=5b11`,
  accountId: '5b11',
  accountType: 'atlassian',
  active: true,
  displayName: 'Ada Lovelace',
};

/** What a Cloud site says of itself. */
export const cloudInfo = {
  baseUrl: 'https://shop.atlassian.net',
  version: '1001.0.0-SNAPSHOT',
  versionNumbers: [1001, 0, 0],
  deploymentType: 'Cloud',
  buildNumber: 100287,
};
