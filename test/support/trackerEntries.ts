import assert from 'node:assert/strict';
import { healths, levels, statusCategories, type Goal } from '../../src/core/goal/goal';
import { connectionSchema, toConnection, type Connection } from '../../src/trackers/connection/connection';
import { atlassianGoal } from '../../src/trackers/kinds/atlassianGoals/atlassianGoal';
import { goalSchema } from '../../src/trackers/kinds/atlassianGoals/goalsSchemas';
import { AzureFields } from '../../src/trackers/kinds/azureDevOps/azureFields';
import { azureGoal } from '../../src/trackers/kinds/azureDevOps/azureGoal';
import { AzureProcess } from '../../src/trackers/kinds/azureDevOps/azureProcess';
import * as azure from '../../src/trackers/kinds/azureDevOps/azureSchemas';
import * as githubGoals from '../../src/trackers/kinds/github/githubGoal';
import { GithubKeys } from '../../src/trackers/kinds/github/githubKeys';
import * as github from '../../src/trackers/kinds/github/githubSchemas';
import * as gitlabGoals from '../../src/trackers/kinds/gitlab/gitlabGoal';
import { GitlabKeys } from '../../src/trackers/kinds/gitlab/gitlabKeys';
import * as gitlab from '../../src/trackers/kinds/gitlab/gitlabSchemas';
import { planFields } from '../../src/trackers/kinds/jira/jiraFields';
import { jiraGoal } from '../../src/trackers/kinds/jira/jiraGoal';
import * as jira from '../../src/trackers/kinds/jira/jiraSchemas';
import { initiativeList, issueList, projectList } from '../../src/trackers/kinds/linear/linearLists';
import { readGoals } from '../../src/trackers/kinds/linear/linearPages';
import { redmineGoal } from '../../src/trackers/kinds/redmine/redmineGoal';
import { RedmineLists } from '../../src/trackers/kinds/redmine/redmineLists';
import * as redmine from '../../src/trackers/kinds/redmine/redmineSchemas';
import { readRecords } from '../../src/trackers/kinds/rest/restGoal';
import { readEntries, type ReadEntries } from '../../src/trackers/mapping/readEntries';
import type { TrackerContext } from '../../src/trackers/port/adapter';
import { NumberedKeys } from '../../src/trackers/port/numberedKeys';

/** How the entries of a page become goals. */
export type EntryReader = (entries: readonly unknown[]) => ReadEntries;

/** What every object has, though nobody has written it there. */
export const objectMembers: readonly string[] = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

const signal = new AbortController().signal;
const mapped = {
  impact: { customers: 'customers', segment: 'segments', constructor: 'quotes', Weight: 'score' },
  metrics: { Rate: { current: 'rate', target: 'toString' } },
  priority: 'urgency',
};
const connection = (kind: string, more: object = {}): Connection =>
  toConnection(connectionSchema.parse({ kind, url: 'https://t.example/shop', ...mapped, ...more }));

/** Asks as a client does, and is answered with these texts. */
export function answering(
  connection: Connection,
  answers: Readonly<Record<string, unknown>>,
): TrackerContext {
  const http = { ask: ({ path }: { path: string }) => Promise.resolve(answers[path]) };
  return { connection, http } as unknown as TrackerContext;
}

/** How the entries of each kind become goals, without a server: an example of each is in `test/fuzz/corpus`. */
export async function entryReaders(): Promise<ReadonlyMap<string, EntryReader>> {
  return new Map<string, EntryReader>([
    ['rest', (entries) => readRecords(entries, 't')],
    ...githubReaders(),
    ...gitlabReaders(),
    ['jira', jiraReader()],
    ...[initiativeList, projectList, issueList].map(({ field, parse }): [string, EntryReader] => [
      `linear-${field}`,
      (entries) =>
        readGoals(entries.map(parse), new Map(), { connection: connection('linear'), teams: new Set() }),
    ]),
    [
      'atlassianGoals',
      (entries) =>
        readEntries(entries, goalSchema, (goal) =>
          atlassianGoal(goal, {
            connection: connection('atlassianGoals', { user: 'a@b.example' }),
            me: 'me',
          }),
        ),
    ],
    ['azureDevOps', azureReader()],
    ['redmine', await redmineReader()],
  ]);
}

function githubReaders(): [string, EntryReader][] {
  const own = connection('github', { url: 'https://api.github.com', follow: ['acme/shop'] });
  const home = { owner: 'acme', name: 'shop' };
  const projects = [{ owner: 'acme', number: 1 }];
  const context = {
    connection: own,
    keys: new GithubKeys(own, { repositories: [home], projects: [] }),
    projects,
  } as unknown as githubGoals.GoalContext;
  return [
    [
      'github-issue',
      (entries) =>
        readEntries(entries, github.issueSchema, (issue) => githubGoals.issueGoal(issue, home, context)),
    ],
    [
      'github-milestone',
      (entries) =>
        readEntries(entries, github.milestoneSchema, (each) =>
          githubGoals.milestoneGoal(each, home, context),
        ),
    ],
  ];
}

function gitlabReaders(): [string, EntryReader][] {
  const own = connection('gitlab');
  const context = { connection: own, keys: new GitlabKeys(own), hasMilestones: true, me: 'priya' };
  return [
    [
      'gitlab-work-item',
      (entries) =>
        readEntries(entries, gitlab.workItemSchema, (item) => gitlabGoals.workItemGoal(item, context)),
    ],
    [
      'gitlab-milestone',
      (entries) =>
        readEntries(entries, gitlab.milestoneSchema, (each) => gitlabGoals.milestoneGoal(each, context)),
    ],
  ];
}

function jiraReader(): EntryReader {
  const own = connection('jira', { user: 'a@b.example' });
  const names = ['customers', 'segment', 'urgency', 'rate', ...objectMembers];
  const plan = planFields(
    [
      ...names.map((id) => ({ id, name: id })),
      {
        id: 'toString',
        name: 'epic',
        schema: { type: 'any', custom: 'com.pyxis.greenhopper.jira:gh-epic-link' },
      },
    ],
    own,
  );
  const lists = { plan, placeOf: () => ({ index: 0, of: 4 }) };
  return (entries) => readEntries(entries, jira.issueSchema, (issue) => jiraGoal(issue, own, lists, own.url));
}

function azureReader(): EntryReader {
  const own = connection('azureDevOps');
  const reading = {
    connection: own,
    keys: new NumberedKeys({}, 'SHOP', 'AB'),
    process: new AzureProcess(answering(own, {})),
    fields: new AzureFields(own, []),
  };
  return (entries) => readEntries(entries, azure.workItemSchema, (item) => azureGoal(item, reading));
}

async function redmineReader(): Promise<EntryReader> {
  const own = connection('redmine');
  const lists = await RedmineLists.read(
    answering(own, {
      '/enumerations/issue_priorities.json': { issue_priorities: [{ id: 1, name: 'Low' }] },
      '/issue_statuses.json': { issue_statuses: [] },
      '/custom_fields.json': { custom_fields: [] },
    }),
    signal,
  );
  const keys = new NumberedKeys({}, 'SHOP', 'R');
  return (entries) =>
    readEntries(entries, redmine.issueSchema, (issue) => redmineGoal(issue, own, keys, lists));
}

/** Asserts that what was read is plain, as it goes to a file and to another thread, and that nothing failed. */
export function assertPlain({ goals, problems }: ReadEntries): void {
  assert.deepEqual(
    problems.filter((problem) => problem.includes('Goal Lens has a fault')),
    [],
  );
  for (const goal of goals) {
    assert.deepEqual(structuredClone(goal), goal);
    assert.ok(levels.includes(goal.level), 'level');
    assert.ok(isAmong(healths, goal.health), 'health');
    assert.ok(isAmong(statusCategories, goal.status?.category), 'category');
    assert.ok(isAmong([0, 1, 2, 3, 4], goal.priority?.rank), 'rank');
    assert.equal(typeof textsOf(goal), 'string');
  }
}

function isAmong(all: readonly unknown[], value: unknown): boolean {
  return value === undefined || all.includes(value);
}

/** Everything that a surface writes out as it is. */
function textsOf({ key, title, owner, labels, status, priority }: Goal): string {
  return [key, title, owner?.name, ...labels, status?.name, priority?.label].join(' ');
}
