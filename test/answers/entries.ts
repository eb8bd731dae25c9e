import type { Goal } from '../../src/core/goal/goal';
import { atlassianGoal } from '../../src/trackers/kinds/atlassianGoals/atlassianGoal';
import { goalSchema as atlassianGoals } from '../../src/trackers/kinds/atlassianGoals/goalsSchemas';
import { AzureFields } from '../../src/trackers/kinds/azureDevOps/azureFields';
import { azureGoal } from '../../src/trackers/kinds/azureDevOps/azureGoal';
import { AzureProcess } from '../../src/trackers/kinds/azureDevOps/azureProcess';
import { workItemSchema as azureItem } from '../../src/trackers/kinds/azureDevOps/azureSchemas';
import { issueGoal as githubGoal } from '../../src/trackers/kinds/github/githubGoal';
import { GithubKeys } from '../../src/trackers/kinds/github/githubKeys';
import { restIssueSchema } from '../../src/trackers/kinds/github/githubRestSchemas';
import { issueSchema as githubIssue } from '../../src/trackers/kinds/github/githubSchemas';
import { workItemGoal } from '../../src/trackers/kinds/gitlab/gitlabGoal';
import { GitlabKeys } from '../../src/trackers/kinds/gitlab/gitlabKeys';
import { workItemSchema as gitlabItem } from '../../src/trackers/kinds/gitlab/gitlabSchemas';
import { jiraGoal } from '../../src/trackers/kinds/jira/jiraGoal';
import { issueSchema as jiraIssue } from '../../src/trackers/kinds/jira/jiraSchemas';
import { issueGoal as linearGoal } from '../../src/trackers/kinds/linear/linearGoal';
import { issueSchema as linearIssue } from '../../src/trackers/kinds/linear/linearSchemas';
import { redmineGoal } from '../../src/trackers/kinds/redmine/redmineGoal';
import type { RedmineLists } from '../../src/trackers/kinds/redmine/redmineLists';
import { issueSchema as redmineIssue } from '../../src/trackers/kinds/redmine/redmineSchemas';
import { NumberedKeys } from '../../src/trackers/port/numberedKeys';
import { connection } from '../unit/trackers/support/connect';
import type { Pin } from './pins';

type Entry = Readonly<Record<string, unknown>>;

/** How the entries of a kind are told from what is around them, and made goals. @throws where one cannot be used */
interface EntryReader {
  readonly isEntry: (entry: Entry) => boolean;
  readonly toGoal: (entry: Entry) => Goal | undefined;
}

const setting = connection({ kind: 'redmine', url: 'https://tracker.example' });
const has = (...names: string[]) => {
  return (entry: Entry): boolean => names.every((name) => entry[name] !== undefined);
};
const hasText = (fields: unknown, name: string): boolean => {
  const text = (fields as Entry | null | undefined)?.[name];
  return typeof text === 'string' && text.trim() !== '';
};
const github = {
  connection: setting,
  keys: new GithubKeys({}, { repositories: [], projects: [] }),
  projects: [],
};
const home = { owner: 'acme', name: 'shop' };
const jiraLists = {
  plan: { ids: [], impact: [], parents: [], unknown: [] },
  placeOf: () => ({ index: -1, of: 0 }),
};

const redmineLists: Partial<RedmineLists> = {
  valuesIn: () => [],
  placeOf: () => ({ index: -1, of: 0 }),
  isClosed: () => undefined,
  versionDue: () => undefined,
};

/** The readers, by kind. */
export const entryReaders: Readonly<Record<Pin['kind'], EntryReader>> = {
  redmine: {
    isEntry: has('id', 'subject'),
    toGoal: (entry) =>
      redmineGoal(
        redmineIssue.parse(entry),
        setting,
        new NumberedKeys({}, 'shop', 'RM'),
        redmineLists as RedmineLists,
      ),
  },
  jira: {
    // A title of blanks, as one of them has, is none: such an entry is left out, and said to be.
    isEntry: ({ key, fields }) => key !== undefined && hasText(fields, 'summary'),
    toGoal: (entry) =>
      jiraGoal(jiraIssue.parse({ id: 'not given', ...entry }), setting, jiraLists, 'https://tracker.example'),
  },
  atlassianGoals: {
    isEntry: ({ id, name }) => typeof id === 'string' && id.includes(':goal/') && name !== undefined,
    toGoal: (entry) =>
      atlassianGoal(atlassianGoals.parse({ key: 'NOT-1', ...entry }), { connection: setting, me: '' }),
  },
  github: {
    isEntry: (entry) => has('number', 'title', 'url')(entry) && !('pull_request' in entry),
    toGoal: (entry) =>
      'html_url' in entry
        ? githubGoal(restIssueSchema.parse({ node_id: 'not given', ...entry }), home, github)
        : githubGoal(githubIssue.parse({ id: 'not asked for', ...entry }), home, github),
  },
  linear: {
    isEntry: has('identifier', 'title'),
    toGoal: (entry) =>
      linearGoal(linearIssue.parse(entry), { connection: setting, teams: new Set() }, undefined),
  },
  gitlab: {
    isEntry: has('iid', 'title', 'widgets'),
    toGoal: (entry) =>
      workItemGoal(gitlabItem.parse(entry), {
        connection: setting,
        keys: new GitlabKeys(setting),
        hasMilestones: false,
      }),
  },
  azureDevOps: {
    isEntry: ({ id, fields }) => id !== undefined && hasText(fields, 'System.Title'),
    toGoal: (entry) =>
      azureGoal(azureItem.parse(entry), {
        connection: setting,
        keys: new NumberedKeys({}, undefined, 'AB'),
        process: new AzureProcess({ connection: setting } as ConstructorParameters<typeof AzureProcess>[0]),
        fields: new AzureFields(setting, []),
      }),
  },
};
