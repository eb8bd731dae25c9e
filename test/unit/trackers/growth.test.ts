import assert from 'node:assert/strict';
import type { Goal } from '../../../src/core/goal/goal';
import { readJson } from '../../../src/trackers/http/readJson';
import { htmlText } from '../../../src/trackers/kinds/azureDevOps/htmlText';
import { issueGoal } from '../../../src/trackers/kinds/github/githubGoal';
import { GithubKeys } from '../../../src/trackers/kinds/github/githubKeys';
import { issueSchema } from '../../../src/trackers/kinds/github/githubSchemas';
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
import { wikiText } from '../../../src/trackers/kinds/jira/wikiText';
import { textileText } from '../../../src/trackers/kinds/redmine/textileText';
import { readRecords } from '../../../src/trackers/kinds/rest/restGoal';
import { impactOfFields, proposeImpact } from '../../../src/trackers/mapping/impactFields';
import { makeGoal, type GoalDraft } from '../../../src/trackers/mapping/makeGoal';
import { NumberedKeys } from '../../../src/trackers/port/numberedKeys';
import { GoalSet } from '../../../src/trackers/sync/goalSet';
import { assertGrowsAsText, assertSettlesAsSize, cpuMs, type Shape } from '../../support/growth';
import { connection } from './support/connect';

const github = connection({ kind: 'github', url: 'https://api.github.com', follow: ['acme/shop'] });
const githubContext = {
  connection: github,
  keys: new GithubKeys(github, { repositories: [], projects: [] }),
  projects: [],
};
const adf = (text: string): object => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const draft = { id: '1', trackerId: 't', key: 'A-1', title: 'x', level: 'item' } as const;

/** Everything that reads a text of a tracker's. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  adfText: (text) => adfText(adf(text)),
  wikiText,
  htmlText: (text) => htmlText(`<p>${text}`),
  textileText,
  'a body of GitHub': (body): Goal | undefined =>
    issueGoal(
      issueSchema.parse({ id: '1', number: 1, title: 'x', body }),
      { owner: 'a', name: 'b' },
      githubContext,
    ),
  'a name of GitHub': (name) =>
    new GithubKeys(github, { repositories: [], projects: [] }).issueKey({ owner: 'a', name }, 1),
  'a prefix of keys': (text) => new NumberedKeys({}, text, 'X').prefix,
  'every text of a goal': (text) =>
    makeGoal({
      ...draft,
      title: text,
      description: text,
      status: { name: text, category: 'active' },
      owner: { name: text, email: text },
      labels: [text],
      url: text,
      target: text,
      updatedAt: text,
      parentKey: text,
    }),
  'a field of impact': (value) =>
    impactOfFields(
      ['customers', 'quotes', 'segments'].map((name) => ({ name, value })),
      {
        impact: { customers: 'customers', quotes: 'quotes', segments: 'segments' },
      },
    ),
  JSON: (text) => readJson(JSON.stringify({ text })),
};

/** What makes careless expressions go back and forth, repeated, and marks that all differ. */
const shapes: readonly Shape[] = [
  ' ',
  '\n',
  '\t ',
  '<li',
  '<br ',
  '<p',
  '<td',
  '<!--',
  '<script>',
  '&a',
  '&#1',
  '!a',
  '[a|',
  '[https:',
  '{code:',
  '*a ',
  '_a',
  '"a":http:',
  '"a":/',
  '# ',
  '- ',
  'h1. ',
  '@',
  '1',
  '.',
  '-',
  '\\"',
  '/',
  '[',
  'src="data:',
  (at: number): string => `&#${at};`,
  (at: number): string => `<p id="${at}">${at}<!--${at}-->`,
  (at: number): string => `<ol start="${at}"><li>${at}<ul><li>${at}`,
  (at: number): string => `<td a${at}='${at}'>`,
  (at: number): string => `[a${at}|https://x.example/${at}] `,
  (at: number): string => `"a${at}":https://x.example/${at} `,
  (at: number): string => `{code:title=${at}}${at}{code}\n`,
  (at: number): string => `{noformat}${at}{noformat} *${at}* _${at}_\n`,
  (at: number): string => `!${at}.png|alt=${at}! |${at}|[${at}|${at}]|\n`,
  (at: number): string => `\n\`\`\`${at}\n${at}\n\`\`\`\n`,
  (at: number): string => `\n${'*'.repeat(1 + (at % 6))} ${at}\n${'#'.repeat(1 + (at % 6))} ${at}`,
  (at: number): string => `\nh${1 + (at % 6)}. ${at}\n|_. ${at}|${at}|`,
  (at: number): string => `\n- [x] ${at} \`${at}\` <!-- ${at} --> ![${at}](${at})`,
];

describe('The time that a text of a tracker takes', function () {
  this.timeout(60_000);
  for (const [name, read] of Object.entries(readers)) {
    it(`grows no faster than the text: ${name}`, () => {
      for (const shape of shapes) assertGrowsAsText(shape, read);
    });
  }
});

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

describe('Links of Textile', () => {
  it('are found at once where one follows the other', () => {
    const text = '"a":/'.repeat(12_000);
    assert.ok(cpuMs(() => textileText(text)) < 60);
  });
});

describe('JSON from a tracker', () => {
  it('is not parsed where it is nested deeper than any answer', () => {
    const deep = '['.repeat(5_000_000);
    assert.ok(cpuMs(() => assert.equal(readJson(deep), undefined)) < 500);
    assert.equal(readJson(`${'['.repeat(300_000)}${']'.repeat(300_000)}`), undefined);
  });

  it('is not parsed where it is in more pieces than any answer', () => {
    for (const piece of ['[]', '{}', '0', '{"a":0}']) {
      const many = `[${Array<string>(2_000_000).fill(piece).join()}]`;
      assert.ok(readJson(many) === undefined, piece);
    }
    const entry = { key: 'A-1', labels: ['a, b', '[]'], impact: { customers: 1 } };
    const list = Array<object>(50_000).fill(entry);
    assert.deepEqual(readJson(JSON.stringify(list)), list);
  });

  it('is read where only its texts look nested', () => {
    const value = { text: '[{"\\'.repeat(100_000), list: Array.from({ length: 50_000 }, () => [{}]) };
    assert.deepEqual(readJson(JSON.stringify(value)), value);
    assert.deepEqual(readJson('[[1]]'), [[1]]);
    assert.equal(readJson('{'), undefined);
  });
});
