/** An issue as Data Center gives it. */
export const serverIssue = {
  expand: 'operations,versionedRepresentations,editmeta,changelog,renderedFields',
  id: '20007',
  self: 'https://jira.example.com/jira/rest/api/2/issue/20007',
  key: 'SHOP-7',
  fields: {
    summary: 'Pay by invoice',
    description:
      'h2. Why\r\n\r\nPeople *want* it, see [the study|https://example.com/study].\r\n\r\n* one\r\n** two',
    issuetype: { id: '10002', name: 'Initiative', subtask: false },
    status: {
      id: '6',
      name: 'Closed',
      statusCategory: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
    },
    resolution: { id: '2', name: "Won't Do" },
    priority: { id: '2', name: 'Ganz schön wichtig' },
    assignee: {
      name: 'pnair',
      key: 'JIRAUSER10100',
      displayName: 'Priya Nair',
      emailAddress: 'priya@example.com',
      active: true,
    },
    issuelinks: [],
    labels: [],
    components: [],
    fixVersions: [],
    duedate: '2026-12-31',
    aggregateprogress: { progress: 1, total: 4 },
    votes: { votes: 0, hasVoted: false },
    updated: '2026-11-22T10:00:00.000+0000',
    customfield_10101: 'SHOP-1',
    customfield_10102: 'PLAN-2',
  },
};
