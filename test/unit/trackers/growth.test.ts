import assert from 'node:assert/strict';
import type { Goal } from '../../../src/core/goal/goal';
import { readJson } from '../../../src/trackers/http/readJson';
import { htmlText } from '../../../src/trackers/kinds/azureDevOps/htmlText';
import { issueGoal } from '../../../src/trackers/kinds/github/githubGoal';
import { GithubKeys } from '../../../src/trackers/kinds/github/githubKeys';
import { issueSchema } from '../../../src/trackers/kinds/github/githubSchemas';
import { adfText } from '../../../src/trackers/kinds/jira/adfText';
import { wikiText } from '../../../src/trackers/kinds/jira/wikiText';
import { textileText } from '../../../src/trackers/kinds/redmine/textileText';
import { impactOfFields } from '../../../src/trackers/mapping/impactFields';
import { makeGoal } from '../../../src/trackers/mapping/makeGoal';
import { NumberedKeys } from '../../../src/trackers/port/numberedKeys';
import { assertGrowsAsText, cpuMs, type Shape } from '../../support/growth';
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
