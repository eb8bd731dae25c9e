import assert from 'node:assert/strict';
import type { Goal } from '../../../../src/core/goal/goal';
import { workItemGoal } from '../../../../src/trackers/kinds/gitlab/gitlabGoal';
import { GitlabKeys } from '../../../../src/trackers/kinds/gitlab/gitlabKeys';
import { workItemSchema } from '../../../../src/trackers/kinds/gitlab/gitlabSchemas';
import { jiraGoal } from '../../../../src/trackers/kinds/jira/jiraGoal';
import * as jira from '../../../../src/trackers/kinds/jira/jiraSchemas';
import { issueGoal, projectGoal } from '../../../../src/trackers/kinds/linear/linearGoal';
import { issueSchema, projectSchema } from '../../../../src/trackers/kinds/linear/linearSchemas';
import { readRecords } from '../../../../src/trackers/kinds/rest/restGoal';
import { GoalSet } from '../../../../src/trackers/sync/goalSet';
import { connection } from '../support/connect';

const setting = connection({ kind: 'redmine', url: 'https://t.example' });
const parentsOf = (goal: Goal | undefined): readonly string[] =>
  [goal?.parentKey ?? [], goal?.otherParentKeys ?? []].flat();

describe('What a tracker names above a goal, where it is more than one', () => {
  it('is every initiative of a project of Linear', () => {
    const page = (slugId: string) => ({ slugId, url: `https://linear.app/acme/initiative/${slugId}` });
    const goal = projectGoal(
      projectSchema.parse({
        id: 'p',
        name: 'Retry',
        ...page('retry-0123456789ab'),
        initiatives: { nodes: [page('carts-0123456789ab'), page('trust-ba9876543210')] },
      }),
      { connection: setting, teams: new Set() },
      undefined,
    );
    assert.equal(parentsOf(goal).length, 2);
    // Both are asked for where no list brings them.
    assert.deepEqual([...GoalSet.from({ goals: [goal!], askedIds: [] }).parentKeys], parentsOf(goal));
  });

  it('is the issue above a sub-issue of Linear, and the project of its own', () => {
    const project = { slugId: '0123456789ab', url: 'https://linear.app/acme/project/retry-0123456789ab' };
    const read = (parent: object | null) =>
      parentsOf(
        issueGoal(
          issueSchema.parse({ id: 'i', identifier: 'ENG-2', title: 'x', parent, project }),
          { connection: setting, teams: new Set() },
          undefined,
        ),
      );
    assert.deepEqual(read({ identifier: 'ENG-1' }), ['ENG-1', 'retry-0123456789ab']);
    assert.deepEqual(read(null), ['retry-0123456789ab']);
  });

  it('is an epic’s parent and the idea that it implements, of Jira', () => {
    const type = { name: 'Polaris work item link', inward: 'is implemented by', outward: 'implements' };
    const issue = jira.issueSchema.parse({
      id: '1',
      key: 'SHOP-120',
      fields: {
        summary: 'x',
        parent: { key: 'PLAN-7' },
        issuelinks: [
          { type, outwardIssue: { key: 'IDEA-3' } },
          { type, inwardIssue: { key: 'SHOP-121' } },
        ],
      },
    });
    const plan = { ids: [], impact: [], parents: [], unknown: [] };
    const lists = { plan, placeOf: () => ({ index: -1, of: 0 }) };
    assert.deepEqual(parentsOf(jiraGoal(issue, setting, lists, 'https://t.example')), ['PLAN-7', 'IDEA-3']);
  });

  it('is the parent of a work item of GitLab and its milestone, where milestones stand in for epics', () => {
    const namespace = { fullPath: 'acme/shop' };
    const item = workItemSchema.parse({
      id: '2',
      iid: '2',
      namespace,
      title: 'x',
      widgets: [
        { parent: { id: '1', iid: '1', namespace } },
        { milestone: { iid: '3', webPath: '/acme/shop/-/milestones/3' } },
      ],
    });
    const keys = new GitlabKeys(setting);
    const read = (hasMilestones: boolean) =>
      parentsOf(workItemGoal(item, { connection: setting, keys, hasMilestones }));
    assert.deepEqual([read(true), read(false)], [['SHOP-1', 'SHOP.M-3'], ['SHOP-1']]);
  });

  it('is every parent of a record of the REST contract, in any tracker', () => {
    const record = { key: 'A-1', title: 'x', level: 'epic', parent: 'B-1', parents: ['acme/shop#7'] };
    assert.deepEqual(parentsOf(readRecords([record], 'rest').goals[0]), ['B-1', 'acme/shop#7']);
  });
});
