import assert from 'node:assert/strict';
import type { Goal } from '../../../../src/core/goal/goal';
import { atlassianGoal } from '../../../../src/trackers/kinds/atlassianGoals/atlassianGoal';
import { goalSchema } from '../../../../src/trackers/kinds/atlassianGoals/goalsSchemas';
import { targetOf } from '../../../../src/trackers/kinds/atlassianGoals/targetOf';
import { dayWritten } from '../../../../src/trackers/mapping/dayWritten';
import * as githubGoals from '../../../../src/trackers/kinds/github/githubGoal';
import { GithubKeys } from '../../../../src/trackers/kinds/github/githubKeys';
import * as github from '../../../../src/trackers/kinds/github/githubSchemas';
import * as gitlabGoals from '../../../../src/trackers/kinds/gitlab/gitlabGoal';
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
import { targetText } from '../../../../src/presentation/targetText';
import { connection } from '../support/connect';

const setting = connection({ kind: 'redmine', url: 'https://t.example' });
const plan = { ids: [], impact: [], parents: [], unknown: [] };
const lists = { plan, placeOf: () => ({ index: -1, of: 0 }) };
const day = '2026-12-12';

/** A goal that is due on the 12th, as each kind says so. */
const kinds: Readonly<Record<string, () => Goal | undefined>> = {
  Jira: () =>
    jiraGoal(
      jira.issueSchema.parse({ id: '1', key: 'A-1', fields: { summary: 'x', duedate: day } }),
      setting,
      lists,
      'https://t.example',
    ),
  Linear: () =>
    linearGoals.issueGoal(
      linear.issueSchema.parse({ id: '1', identifier: 'A-1', title: 'x', dueDate: day }),
      { connection: setting, teams: new Set() },
      undefined,
    ),
  'a project of Linear': () =>
    linearGoals.projectGoal(
      linear.projectSchema.parse({
        id: '1',
        name: 'x',
        slugId: '0123456789ab',
        targetDate: day,
        targetDateResolution: null,
      }),
      { connection: setting, teams: new Set() },
      undefined,
    ),
  'Atlassian Goals': () =>
    atlassianGoal(
      goalSchema.parse({
        id: '1',
        key: 'A-1',
        name: 'x',
        targetDate: {
          confidence: 'DAY',
          dateRange: { start: `${day}T00:00:00.000Z`, end: `${day}T23:59:59.999Z` },
        },
      }),
      { connection: setting, me: 'ana' },
    ),
  'a field of a project of GitHub': () =>
    githubGoals.issueGoal(
      {
        id: '1',
        number: 1,
        title: 'x',
        isClosed: false,
        assignees: [],
        labels: [],
        blockedBy: [],
        blocks: [],
        projectFields: [],
        fields: [{ name: 'Target date', value: day, isDate: true }],
      },
      { owner: 'acme', name: 'shop' },
      {
        connection: setting,
        keys: new GithubKeys({}, { repositories: [{ owner: 'acme', name: 'shop' }], projects: [] }),
        projects: [],
      },
    ),
  'a milestone of GitLab': () =>
    gitlabGoals.milestoneGoal(
      gitlab.milestoneSchema.parse({
        id: 7,
        iid: 7,
        title: 'x',
        due_date: day,
        web_url: 'https://t.example/acme/shop/-/milestones/7',
      }),
      { connection: setting, keys: new GitlabKeys(setting), hasMilestones: true },
    ),
  // As GitHub's own page writes it: seven or eight in the morning.
  'a milestone of GitHub': () =>
    githubGoals.milestoneGoal(
      github.milestoneSchema.parse({ id: '1', number: 1, title: 'x', dueOn: `${day}T08:00:00Z` }),
      { owner: 'acme', name: 'shop' },
      {
        connection: setting,
        keys: new GithubKeys({}, { repositories: [{ owner: 'acme', name: 'shop' }], projects: [] }),
        projects: [],
      },
    ),
  GitLab: () =>
    gitlabGoals.workItemGoal(
      gitlab.workItemSchema.parse({
        id: '1',
        iid: '1',
        namespace: { fullPath: 'acme/shop' },
        title: 'x',
        widgets: [{ dueDate: day }],
      }),
      { connection: setting, keys: new GitlabKeys(setting), hasMilestones: false },
    ),
  Redmine: () =>
    redmineGoal(
      redmine.issueSchema.parse({ id: 1, subject: 'x', due_date: day }),
      setting,
      new NumberedKeys({}, 'shop', 'RM'),
      { valuesIn: () => [] } as Partial<RedmineLists> as RedmineLists,
    ),
  'the REST contract': () =>
    readRecords([{ key: 'A-1', title: 'x', level: 'item', target: day }], 'rest').goals[0],
};

describe('Target dates', () => {
  const own = process.env['TZ'];
  afterEach(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  for (const zone of ['Pacific/Honolulu', 'America/Los_Angeles', 'UTC', 'Asia/Kolkata', 'Pacific/Auckland']) {
    for (const [kind, read] of Object.entries(kinds)) {
      it(`of ${kind} are the same day in ${zone}, and shown as that`, () => {
        process.env['TZ'] = zone;
        const now = new Date(2026, 11, 10, 23, 30).getTime();
        assert.equal(new Date(now).getDate(), 10);
        const goal = read();
        assert.equal(goal?.targetDate, day);
        const text = targetText(goal, { language: 'en', now, revenue: 'band' });
        assert.deepEqual([text?.date, text?.relative], ['Dec 12, 2026', 'in 2 days']);
      });
    }

    for (const [season, month] of [
      ['winter', 11],
      ['summer', 6],
    ] as const) {
      it(`of Azure DevOps are the day that a person in ${zone} chose in ${season}, read anywhere`, () => {
        process.env['TZ'] = zone;
        const written = new Date(2026, month, 12).toISOString();
        for (const reader of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']) {
          process.env['TZ'] = reader;
          assert.equal(dayWritten(written), `2026-${month + 1 < 10 ? '0' : ''}${month + 1}-12`);
        }
      });

      it(`of Atlassian Goals are the day that a person in ${zone} chose in ${season}, read anywhere`, () => {
        process.env['TZ'] = zone;
        const [start, next] = [12, 13].map((each) => new Date(2026, month, each));
        // Atlassian may return the span of the day, or only the time at which it begins.
        const ends = [new Date(next!.getTime() - 1), start!].map((end) => end.toISOString());
        for (const reader of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']) {
          process.env['TZ'] = reader;
          for (const end of ends) {
            const dateRange = { start: start!.toISOString(), end };
            assert.equal(
              targetOf({ confidence: 'DAY', dateRange }),
              `2026-${String(month + 1).padStart(2, '0')}-12`,
            );
          }
        }
      });
    }
  }

  it('of Azure DevOps that are none are left out', () => {
    for (const text of [undefined, null, '', 'soon', '+275760-09-13T00:00:00Z']) {
      assert.equal(dayWritten(text), undefined);
    }
  });
});
