import assert from 'node:assert/strict';
import type { Goal } from '../../../../src/core/goal/goal';
import { systemClock } from '../../../../src/core/clock';
import type { TrackerContext } from '../../../../src/trackers/port/adapter';
import { AzureFields } from '../../../../src/trackers/kinds/azureDevOps/azureFields';
import { azureGoal } from '../../../../src/trackers/kinds/azureDevOps/azureGoal';
import { AzureProcess } from '../../../../src/trackers/kinds/azureDevOps/azureProcess';
import * as azure from '../../../../src/trackers/kinds/azureDevOps/azureSchemas';
import * as githubGoals from '../../../../src/trackers/kinds/github/githubGoal';
import { GithubKeys } from '../../../../src/trackers/kinds/github/githubKeys';
import * as githubRest from '../../../../src/trackers/kinds/github/githubRestSchemas';
import * as github from '../../../../src/trackers/kinds/github/githubSchemas';
import { workItemGoal } from '../../../../src/trackers/kinds/gitlab/gitlabGoal';
import { GitlabKeys } from '../../../../src/trackers/kinds/gitlab/gitlabKeys';
import * as gitlab from '../../../../src/trackers/kinds/gitlab/gitlabSchemas';
import { jiraGoal } from '../../../../src/trackers/kinds/jira/jiraGoal';
import * as jira from '../../../../src/trackers/kinds/jira/jiraSchemas';
import * as linearGoals from '../../../../src/trackers/kinds/linear/linearGoal';
import * as linear from '../../../../src/trackers/kinds/linear/linearSchemas';
import { redmineGoal } from '../../../../src/trackers/kinds/redmine/redmineGoal';
import type { RedmineLists } from '../../../../src/trackers/kinds/redmine/redmineLists';
import * as redmine from '../../../../src/trackers/kinds/redmine/redmineSchemas';
import { readRecords } from '../../../../src/trackers/kinds/rest/restGoal';
import { NumberedKeys } from '../../../../src/trackers/port/numberedKeys';
import { connection } from '../support/connect';

const at = '2026-11-20T09:00:00Z';
const later = '2026-11-21T09:00:00Z';

const setting = connection({ kind: 'redmine', url: 'https://t.example' });
const shop = { owner: 'acme', name: 'shop' };
const githubContext = {
  connection: setting,
  keys: new GithubKeys({}, { repositories: [shop], projects: [] }),
  projects: [],
};
const gitlabContext = { connection: setting, keys: new GitlabKeys(setting), hasMilestones: false };
const process = new AzureProcess({ connection: setting, clock: systemClock } as TrackerContext);
const azureReading = {
  connection: setting,
  keys: new NumberedKeys({}, undefined, 'AB'),
  process,
  fields: new AzureFields({}, []),
};
const jiraLists = {
  plan: { ids: [], impact: [], parents: [], unknown: [] },
  placeOf: () => ({ index: -1, of: 0 }),
};
const redmineLists: Partial<RedmineLists> = { valuesIn: () => [], isClosed: () => undefined };

interface Case {
  readonly name: string;
  /** The goal of an entry that is over, or was and is open again. */
  readonly read: (isClosed: boolean) => Goal | undefined;
}

const jiraOf = (fields: object, isClosed: boolean): Goal | undefined => {
  const status = { name: isClosed ? 'Done' : 'Doing', statusCategory: { key: isClosed ? 'done' : 'new' } };
  const issue = jira.issueSchema.parse({
    id: '1',
    key: 'SHOP-1',
    fields: { summary: 'x', status, ...fields },
  });
  return jiraGoal(issue, setting, jiraLists, 'https://t.example');
};
const plan = {
  id: '1',
  name: 'x',
  slugId: 'x-0123456789ab',
  url: 'https://linear.app/acme/project/x-0123456789ab',
};
const azureOf = (dates: object, state: string): Goal | undefined =>
  azureGoal(
    azure.workItemSchema.parse({ id: 1, fields: { 'System.Title': 'x', 'System.State': state, ...dates } }),
    azureReading,
  );

const cases: readonly Case[] = [
  {
    name: 'Jira, by the resolution',
    read: (isClosed) => jiraOf({ resolutiondate: at, statuscategorychangedate: later }, isClosed),
  },
  {
    name: 'Jira, by the status where a workflow sets no resolution',
    read: (isClosed) => jiraOf({ resolutiondate: null, statuscategorychangedate: at }, isClosed),
  },
  {
    name: 'an issue of Linear',
    read: (isClosed) =>
      linearGoals.issueGoal(
        linear.issueSchema.parse({
          id: '1',
          identifier: 'ENG-1',
          title: 'x',
          completedAt: at,
          state: isClosed ? { name: 'Shipped', type: 'completed' } : { name: 'Doing', type: 'started' },
        }),
        { connection: setting, teams: new Set() },
        undefined,
      ),
  },
  {
    name: 'a canceled project of Linear',
    read: (isClosed) =>
      linearGoals.projectGoal(
        linear.projectSchema.parse({
          ...plan,
          canceledAt: at,
          status: isClosed ? { name: 'Cut', type: 'canceled' } : { name: 'Doing', type: 'started' },
        }),
        { connection: setting, teams: new Set() },
        undefined,
      ),
  },
  {
    name: 'an initiative of Linear',
    read: (isClosed) =>
      linearGoals.initiativeGoal(
        linear.initiativeSchema.parse({
          ...plan,
          completedAt: at,
          status: isClosed ? 'Completed' : 'Active',
        }),
        { connection: setting, teams: new Set() },
        undefined,
      ),
  },
  {
    name: 'an issue of GitHub',
    read: (isClosed) => {
      const state = isClosed ? 'CLOSED' : 'OPEN';
      const issue = github.issueSchema.parse({ id: '1', number: 1, title: 'x', state, closedAt: at });
      return githubGoals.issueGoal(issue, shop, githubContext);
    },
  },
  {
    name: 'an issue of GitHub over REST',
    read: (isClosed) => {
      const state = isClosed ? 'closed' : 'open';
      const entry = { node_id: '1', number: 1, title: 'x', state, closed_at: at };
      return githubGoals.issueGoal(githubRest.restIssueSchema.parse(entry), shop, githubContext);
    },
  },
  {
    name: 'a milestone of GitHub',
    read: (isClosed) => {
      const state = isClosed ? 'CLOSED' : 'OPEN';
      const milestone = github.milestoneSchema.parse({ id: '1', number: 1, title: 'x', state, closedAt: at });
      return githubGoals.milestoneGoal(milestone, shop, githubContext);
    },
  },
  {
    name: 'a milestone of GitHub over REST',
    read: (isClosed) => {
      const state = isClosed ? 'closed' : 'open';
      const entry = { node_id: '1', number: 1, title: 'x', state, closed_at: at };
      return githubGoals.milestoneGoal(githubRest.restMilestoneSchema.parse(entry), shop, githubContext);
    },
  },
  {
    name: 'a work item of GitLab',
    read: (isClosed) => {
      const namespace = { fullPath: 'acme/shop' };
      const state = isClosed ? 'CLOSED' : 'OPEN';
      const item = { id: '1', iid: '1', namespace, title: 'x', state, closedAt: at };
      return workItemGoal(gitlab.workItemSchema.parse(item), gitlabContext);
    },
  },
  {
    name: 'a work item of Azure DevOps that is closed',
    read: (isClosed) =>
      azureOf(
        { 'Microsoft.VSTS.Common.ClosedDate': at, 'Microsoft.VSTS.Common.StateChangeDate': later },
        isClosed ? 'Closed' : 'Active',
      ),
  },
  {
    name: 'a work item of Azure DevOps that is removed',
    read: (isClosed) =>
      azureOf({ 'Microsoft.VSTS.Common.StateChangeDate': at }, isClosed ? 'Removed' : 'Active'),
  },
  {
    name: 'an issue of Redmine, which keeps the date of one that is open again',
    read: (isClosed) => {
      const status = { id: 1, name: isClosed ? 'Erledigt' : 'Neu', is_closed: isClosed };
      const issue = redmine.issueSchema.parse({ id: 1, subject: 'x', status, closed_on: at });
      return redmineGoal(issue, setting, new NumberedKeys({}, 'shop', 'RM'), redmineLists as RedmineLists);
    },
  },
  {
    name: 'a record of the REST contract',
    read: (isClosed) => {
      const status = isClosed ? 'done' : 'active';
      const record = { key: 'SHOP-1', title: 'x', level: 'item', status, closed: at };
      return readRecords([record], 'rest').goals[0];
    },
  },
];

describe('When work on a goal was over', () => {
  for (const { name, read } of cases) {
    it(`is known of ${name}`, () => {
      assert.equal(read(true)?.closedAt, '2026-11-20T09:00:00.000Z');
      const open = read(false);
      assert.ok(open);
      assert.equal(open.closedAt, undefined);
    });
  }
});
