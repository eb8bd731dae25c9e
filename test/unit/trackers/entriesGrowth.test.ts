import assert from 'node:assert/strict';
import type { Goal } from '../../../src/core/goal/goal';
import { AzureAreas } from '../../../src/trackers/kinds/azureDevOps/azureTeams';
import { GitlabKeys } from '../../../src/trackers/kinds/gitlab/gitlabKeys';
import { labelFields } from '../../../src/trackers/kinds/gitlab/gitlabLabels';
import { workItemSchema } from '../../../src/trackers/kinds/gitlab/gitlabSchemas';
import { MovedItems } from '../../../src/trackers/kinds/gitlab/movedItems';
import { pathsAbove } from '../../../src/trackers/kinds/gitlab/pathsAbove';
import { withAskedKeys } from '../../../src/trackers/kinds/jira/askedKeys';
import { valueOf } from '../../../src/trackers/kinds/jira/jiraFields';
import { JiraLists } from '../../../src/trackers/kinds/jira/jiraLists';
import type { JiraSite } from '../../../src/trackers/kinds/jira/jiraSite';
import { wantedKeys } from '../../../src/trackers/kinds/linear/linearKeys';
import { RedmineLists } from '../../../src/trackers/kinds/redmine/redmineLists';
import { issueSchema as redmineIssueSchema } from '../../../src/trackers/kinds/redmine/redmineSchemas';
import { answering } from '../../support/trackerEntries';
import { adfText } from '../../../src/trackers/kinds/jira/adfText';
import { readRecords } from '../../../src/trackers/kinds/rest/restGoal';
import { impactOfFields, proposeImpact } from '../../../src/trackers/mapping/impactFields';
import { makeGoal, type GoalDraft } from '../../../src/trackers/mapping/makeGoal';
import { GoalSet } from '../../../src/trackers/sync/goalSet';
import { assertSettlesAsSize } from '../../support/growth';
import { connection } from './support/connect';

const draft = { id: '1', trackerId: 't', key: 'A-1', title: 'x', level: 'item' } as const;

const each = <T>(size: number, piece: (at: number) => T): T[] =>
  Array.from({ length: size }, (_, at) => piece(at));
const goalOf = (id: string, key: string, more: Partial<GoalDraft> = {}): Goal => {
  const goal = makeGoal({ ...draft, id, key, ...more });
  assert.ok(goal);
  return goal;
};

const signal = new AbortController().signal;
const redmine = connection({
  kind: 'redmine',
  url: 'https://t.example',
  impact: { customers: 'customerNames' },
});
const jira = connection({ kind: 'jira', url: 'https://t.example', user: 'a@b.example' });
const redmineLists = (priorities: readonly number[], fields: readonly object[]): Promise<RedmineLists> =>
  RedmineLists.read(
    answering(redmine, {
      '/enumerations/issue_priorities.json': {
        issue_priorities: priorities.map((id) => ({ id, name: 'x' })),
      },
      '/issue_statuses.json': { issue_statuses: [] },
      '/custom_fields.json': { custom_fields: fields },
    }),
    signal,
  );
const gitlabKeys = new GitlabKeys(connection({ kind: 'gitlab', url: 'https://t.example' }));
const workItem = (iid: number) =>
  workItemSchema.parse({
    id: `gid://${iid}`,
    iid: `${iid}`,
    title: 'x',
    webUrl: `https://t.example/acme/shop/-/issues/${iid}`,
    movedToWorkItemUrl: 'https://t.example/acme/shop/-/issues/1',
  });

/** What reads many entries that all differ, and so many of them that the square of their number would be seen. */
const lists: Readonly<Record<string, (size: number) => (() => unknown) | Promise<() => unknown>>> = {
  'nodes of a document': (size) => {
    const content = each(500 * size, (at) => ({
      type: `n${at}`,
      content: [{ type: 'text', text: `${at}` }],
    }));
    return () => adfText({ type: 'doc', content });
  },
  'lists in a document': (size) => {
    const items = (depth: number): object[] =>
      each(depth === 0 ? 100 * size : 1, (at) => ({
        type: 'listItem',
        content:
          depth === 0
            ? [{ type: 'text', text: `${at}` }]
            : [{ type: 'orderedList', attrs: { order: at }, content: items(depth - 1) }],
      }));
    return () => adfText({ type: 'bulletList', content: items(25) });
  },
  'entries of a page': (size) => {
    const records = each(500 * size, (at) => ({
      key: `A-${at}`,
      title: `${at}`,
      level: 'item',
      parent: `P-${at}`,
      labels: [`l${at}`],
      covers: [`https://x.example/${at}`],
      blockedBy: [`B-${at}`],
      [`wrong${at}`]: at,
    }));
    return () => readRecords(records, 't');
  },
  'relations of a goal': (size) => {
    const keys = each(2_000 * size, (at) => `A-${at}`);
    const covers = each(500 * size, (at) => `https://x.example/${at}`);
    return () =>
      goalOf('1', 'X-1', { aliases: keys, otherParentKeys: keys, blocksKeys: keys, labels: keys, covers });
  },
  'values of an impact': (size) => {
    const value = each(2_000 * size, (at) => ({ value: `${at}` }));
    const fields = ['names', 'quotes', 'segments'].map((name) => ({ name, value }));
    return () =>
      impactOfFields(fields, { impact: { names: 'customerNames', quotes: 'quotes', segments: 'segments' } });
  },
  'fields of an item': (size) => {
    const fields = each(2_000 * size, (at) => ({ name: `f${at}`, type: 'number' as const, value: at }));
    return () => [impactOfFields(fields, { impact: { f1: 'customers' } }), proposeImpact(fields)];
  },
  'goals that others replace': (size) => {
    const goals = each(500 * size, (at) => goalOf(`a${at}`, `A-${at}`, { aliases: [`Z-${at}`] }));
    const set = GoalSet.from({ goals, askedIds: [] });
    const heirs = each(500 * size, (at) => goalOf(`b${at}`, `B-${at}`, { aliases: [`A-${at}`] }));
    return () =>
      assert.deepEqual(
        set.heirs(
          heirs,
          goals.map(({ id }) => id),
        )[0]?.aliases,
        ['A-0', 'Z-0'],
      );
  },
  'labels of a scope': (size) => {
    const labels = each(5_000 * size, (at) => `customer::c${at}`);
    return () => labelFields(labels);
  },
  'items that were moved to one': (size) => {
    const moved = new MovedItems(gitlabKeys);
    for (const item of each(5_000 * size, (at) => workItem(at + 2))) moved.note(item);
    const goals = [goalOf('1', 'SHOP-1')];
    return () => moved.follow((keys) => Promise.resolve({ goals: keys.length > 0 ? goals : [] }));
  },
  'parts of a path of GitLab': (size) => {
    const path = each(1_000 * size, (at) => `g${at}`).join('/');
    return () => pathsAbove(path);
  },
  'fields of Jira with one name, in as many issues': (size) => {
    const fields = { name: 'Customers', ids: each(800 * size, (at) => `customfield_${at}`) };
    const issues = each(800 * size, (at) => ({ customfield_0: at }));
    return () => issues.map((values) => valueOf(fields, values));
  },
  'priorities of Jira': async (size) => {
    const ids = each(5_000 * size, (at) => `${at}`);
    const api = { root: '', priorities: () => Promise.resolve(ids.map((id) => ({ id }))) };
    const context = answering(jira, { '/field': [] });
    const lists = await JiraLists.read({ api } as unknown as JiraSite, context, signal);
    return () => ids.map((id) => lists.placeOf(id));
  },
  'keys that Jira has moved to one': (size) => {
    const keys = each(5_000 * size, (at) => `OLD-${at}`);
    return () => withAskedKeys([goalOf('1', 'NEW-1')], keys, () => Promise.resolve('1'));
  },
  'priorities of Redmine': async (size) => {
    const ids = each(8_000 * size, (at) => at);
    const lists = await redmineLists(ids, []);
    return () => ids.map((id) => lists.placeOf(id));
  },
  'values of a list of Redmine': async (size) => {
    const values = each(5_000 * size, (at) => `${at}`);
    const possible = values.map((value) => ({ value, label: `Customer ${value}` }));
    const lists = await redmineLists(
      [1],
      [{ id: 1, field_format: 'enumeration', possible_values: possible }],
    );
    const issue = redmineIssueSchema.parse({
      id: 1,
      subject: 'x',
      custom_fields: [{ id: 1, name: 'Customers', value: values }],
    });
    return () => lists.valuesIn(issue, redmine);
  },
  'issues of a team of Linear': (size) => {
    const keys = each(5_000 * size, (at) => `ENG-${at}`);
    return () => wantedKeys(keys);
  },
  'areas of Azure DevOps': (size) => {
    const areas = each(1_000 * size, (at) => ({ path: `shop\\a${at}`, hasBelow: true }));
    const of = new AzureAreas(areas);
    const paths = each(1_000 * size, (at) => `Shop\\A${at}\\Team`);
    return () => paths.every((path) => of.has(path));
  },
  'goals of a set': (size) => {
    const goals = each(500 * size, (at) => goalOf(`a${at}`, `A${at}-1`, { parentKey: `P-${at}` }));
    return () => {
      const set = GoalSet.from({ goals: [], askedIds: [] });
      set.put(set.within(goals.length / 2, goals).fitting, 'asked', 0);
      return [
        set.has('A0-1'),
        set.projects,
        set.parentKeys,
        set.listedBeside(new Set()),
        set.remove(set.askedIds),
      ];
    };
  },
};

describe('The time that many entries of a tracker take', function () {
  this.timeout(60_000);
  for (const [name, readerOf] of Object.entries(lists)) {
    it(`grows no faster than their number: ${name}`, async () => {
      const readers = await Promise.all([1, 2, 4, 8].map(async (size) => readerOf(size)));
      await assertSettlesAsSize(name, readers, (read) => read());
    });
  }
});
