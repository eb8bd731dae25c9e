import assert from 'node:assert/strict';
import { isMine } from '../../../../src/core/goal/mine';
import { workItemGoal } from '../../../../src/trackers/kinds/gitlab/gitlabGoal';
import { GitlabKeys } from '../../../../src/trackers/kinds/gitlab/gitlabKeys';
import { workItemSchema } from '../../../../src/trackers/kinds/gitlab/gitlabSchemas';
import { issueGoal as githubGoal } from '../../../../src/trackers/kinds/github/githubGoal';
import { GithubKeys } from '../../../../src/trackers/kinds/github/githubKeys';
import { issueSchema as githubIssue } from '../../../../src/trackers/kinds/github/githubSchemas';
import { jiraGoal } from '../../../../src/trackers/kinds/jira/jiraGoal';
import * as jira from '../../../../src/trackers/kinds/jira/jiraSchemas';
import { issueGoal as linearGoal } from '../../../../src/trackers/kinds/linear/linearGoal';
import { issueSchema as linearIssue } from '../../../../src/trackers/kinds/linear/linearSchemas';
import { redmineGoal } from '../../../../src/trackers/kinds/redmine/redmineGoal';
import type { RedmineLists } from '../../../../src/trackers/kinds/redmine/redmineLists';
import * as redmine from '../../../../src/trackers/kinds/redmine/redmineSchemas';
import { NumberedKeys } from '../../../../src/trackers/port/numberedKeys';
import { connection } from '../support/connect';

const setting = connection({ kind: 'redmine', url: 'https://t.example' });
const plan = { ids: [], impact: [], parents: [], unknown: [] };
const lists = { plan, placeOf: () => ({ index: -1, of: 0 }) };
const shop = { owner: 'acme', name: 'shop' };

const jiraOf = (assignee: object | null, me: jira.JiraAccount | undefined) =>
  jiraGoal(
    jira.issueSchema.parse({ id: '1', key: 'A-1', fields: { summary: 'x', assignee } }),
    setting,
    lists,
    'https://t.example',
    me,
  );

describe('What is assigned to the person who is signed in', () => {
  it('is known of Jira by the account in the cloud, and by key or name on a server', () => {
    const me = { accountId: '5b10', displayName: 'Robin' };
    assert.equal(jiraOf({ accountId: '5b10' }, me)?.mine, 'me');
    assert.equal(jiraOf({ accountId: '7c20' }, me)?.mine, undefined);
    assert.equal(jiraOf({ name: 'robin' }, { name: 'robin' })?.mine, 'me');
    // Nobody is nobody's.
    assert.equal(jiraOf({ displayName: 'Robin' }, {})?.mine, undefined);
    assert.equal(jiraOf(null, me)?.mine, undefined);
    assert.equal(jiraOf({ accountId: '5b10' }, undefined)?.mine, undefined);
  });

  it('is what Linear and GitHub say of the person themselves', () => {
    const issue = (isMe: boolean) =>
      linearIssue.parse({ id: '1', identifier: 'A-1', title: 'x', assignee: { name: 'Robin', isMe } });
    const linear = (isMe: boolean, ...teams: string[]) =>
      linearGoal(issue(isMe), { connection: setting, teams: new Set(teams) }, undefined)?.mine;
    assert.deepEqual(
      [linear(true), linear(false), linear(false, 'A'), linear(true, 'A'), linear(false, 'AB')],
      ['me', undefined, 'team', 'me', undefined],
    );
    const context = {
      connection: setting,
      keys: new GithubKeys({}, { repositories: [shop], projects: [] }),
      projects: [],
    };
    const assigned = (...viewers: boolean[]) =>
      githubIssue.parse({
        id: '1',
        number: 1,
        title: 'x',
        assignees: { nodes: viewers.map((isViewer) => ({ login: 'someone', isViewer })) },
      });
    // The second of two people is meant as well.
    assert.equal(githubGoal(assigned(false, true), shop, context)?.mine, 'me');
    assert.equal(githubGoal(assigned(false), shop, context)?.mine, undefined);
    const mates = new Set(['someone']);
    assert.equal(githubGoal(assigned(false), shop, context, mates)?.mine, 'team');
    assert.equal(githubGoal(assigned(false, true), shop, context, mates)?.mine, 'me');
  });

  it('is known of GitLab and Redmine by who is signed in', () => {
    const item = workItemSchema.parse({
      id: '1',
      iid: '1',
      namespace: { fullPath: 'acme/shop' },
      title: 'x',
      widgets: [
        {
          assignees: {
            nodes: [
              { name: 'Kim', username: 'kim' },
              { name: 'Robin', username: 'robin' },
            ],
          },
        },
      ],
    });
    const gitlab = (me?: string) =>
      workItemGoal(item, { connection: setting, keys: new GitlabKeys(setting), hasMilestones: false, me })
        ?.mine;
    assert.deepEqual([gitlab('robin'), gitlab('sam'), gitlab()], ['me', undefined, undefined]);
    const issue = redmine.issueSchema.parse({ id: 1, subject: 'x', assigned_to: { id: 5, name: 'Robin' } });
    const noFields: Partial<RedmineLists> = { valuesIn: () => [] };
    const of = (id?: number, ...groups: number[]) =>
      redmineGoal(issue, setting, new NumberedKeys({}, 'shop', 'RM'), noFields as RedmineLists, {
        id,
        groups: new Set(groups),
      })?.mine;
    assert.deepEqual([of(5), of(6), of(), of(6, 4, 5)], ['me', undefined, undefined, 'team']);
  });

  it('is told by git’s address where a file or a service knows nobody', () => {
    const owner = { name: 'Robin', email: 'Robin@shop.example' };
    assert.ok(isMine({ owner }, { email: 'robin@SHOP.example ' }));
    assert.ok(!isMine({ owner }, { email: 'kim@shop.example' }));
    assert.ok(!isMine({ owner }, {}));
    assert.ok(!isMine({}, { email: 'robin@shop.example' }));
  });

  it('counts a team’s items where they are asked for', () => {
    assert.ok(isMine({ mine: 'team' }, {}, 'team'));
    assert.ok(!isMine({ mine: 'team' }, {}));
    assert.ok(isMine({ mine: 'me' }, {}, 'team'));
  });
});
