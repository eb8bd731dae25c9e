import assert from 'node:assert/strict';
import fc from 'fast-check';
import { htmlText } from '../../../../src/trackers/kinds/azureDevOps/htmlText';
import { adfText } from '../../../../src/trackers/kinds/jira/adfText';
import { wikiText } from '../../../../src/trackers/kinds/jira/wikiText';
import { textileText } from '../../../../src/trackers/kinds/redmine/textileText';

/** A markup: how words are written in it, and how code is. */
interface Markup {
  readonly read: (text: string) => string;
  readonly forms: readonly ((words: string) => string)[];
  readonly code: (code: string) => string;
  /** How code is shown, if not as it was given. */
  readonly shown?: (code: string) => string;
}

const adfDocument = (json: string): string =>
  adfText({ type: 'doc', content: JSON.parse(`[${json.replace(/,$/, '')}]`) as unknown });
const adf = (node: object): string => `${JSON.stringify(node)},`;
const paragraph = (text: string): object => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const markups: Readonly<Record<string, Markup>> = {
  'Jira’s wiki markup': {
    read: wikiText,
    forms: [
      (words) => `${words}\n`,
      (words) => `h2. ${words}\n`,
      (words) => `* ${words}\n## ${words}\n`,
      (words) => `||${words}||b||\n|${words}|[${words}|https://a.example]|\n`,
      (words) => `so *${words}* and _${words}_ {color:red}${words}{color}\n`,
      (words) => `{panel:title=${words}|bgColor=#fff}${words}{panel}\n`,
      (words) => `{expand:${words}}${words}{expand}\n`,
    ],
    code: (code) => `{code:java|title=A}\n${code}\n{code}\n`,
  },
  Textile: {
    // A line that only Textile has.
    read: (text) => textileText(`h1. Title\n\n${text}`),
    forms: [
      (words) => `${words}\n`,
      (words) => `h2(#a). ${words}\n\n`,
      (words) => `* ${words}\n## ${words}\n\n`,
      (words) => `|_. ${words}|\\2. ${words}|\n\n`,
      (words) => `"${words}":https://a.example and [[Page|${words}]] *${words}*\n`,
      (words) => `{{collapse(${words})\n${words}\n}}\n`,
    ],
    code: (code) => `<pre><code class="ruby">\n${code}\n</code></pre>\n`,
  },
  'the Markdown of Redmine': {
    read: (text) => textileText(`## Title\n\n${text}`),
    forms: [
      (words) => `${words}\n`,
      (words) => `# ${words}\n\n`,
      (words) => `- ${words}\n- **${words}**\n\n`,
      (words) => `[[${words}]] [${words}](https://a.example)\n`,
    ],
    code: (code) => `\n\`\`\`js\n${code}\n\`\`\`\n`,
  },
  'the Markdown of Redmine, with indented code': {
    read: (text) => textileText(`## Title\n\n${text}`),
    forms: [(words) => `${words}\n\n`],
    code: (code) => `    ${code.replaceAll('\n', '\n    ')}\n\n`,
    shown: (code) => code.replaceAll('\n', '\n    '),
  },
  HTML: {
    read: (text) => htmlText(`<div>Title</div>${text}`),
    forms: [
      (words) => `<p>${words}</p>`,
      (words) => `<ol><li>${words}<ul><li><b>${words}</b></li></ul></li></ol>`,
      (words) => `<table><tr><th>${words}</th><td>${words}</td></tr></table>`,
      (words) => `<a href="https://a.example">${words}</a><br>${words}`,
    ],
    code: (code) => `<pre>${html(code)}</pre>`,
  },
  'the Atlassian Document Format': {
    read: adfDocument,
    forms: [
      (words) => adf(paragraph(words)),
      (words) => adf({ type: 'expand', attrs: { title: words }, content: [paragraph(words)] }),
      (words) =>
        adf({
          type: 'bulletList',
          content: [{ type: 'listItem', content: [paragraph(words), paragraph(words)] }],
        }),
      (words) =>
        adf({
          type: 'table',
          content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(words)] }] }],
        }),
      (words) =>
        adf({
          type: 'mediaSingle',
          content: [{ type: 'caption', content: [{ type: 'text', text: words }] }],
        }),
    ],
    code: (code) => adf({ type: 'codeBlock', content: [{ type: 'text', text: code }] }),
  },
};

const words = fc
  .array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(' '));
/** Code full of marks, which neither ends itself nor begins or ends with a blank line. */
const code = fc
  .array(
    fc.constantFrom(
      'x',
      '*a*',
      '_b_',
      '# c',
      'h1. d',
      '|e|f|',
      '[g|h]',
      '"i":j',
      '<b>',
      '&amp;',
      '  k',
      ';',
      '\n',
      '\n\n',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => `begin ${parts.join(' ')} end`);

describe('The text of a description', () => {
  for (const [name, { read, forms, code: coded, shown = (text: string) => text }] of Object.entries(
    markups,
  )) {
    it(`keeps every word of ${name}, and code as it is`, () => {
      const block = fc.oneof(
        fc
          .record({ form: fc.constantFrom(...forms), words })
          .map(({ form, words }) => ({ markup: form(words), words })),
        code.map((text) => ({ markup: coded(text), code: text })),
      );
      fc.assert(
        fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
          const text = read(blocks.map(({ markup }) => markup).join(''));
          for (const each of blocks) {
            if ('code' in each) assert.ok(text.includes(shown(each.code)), `${each.code}\n---\n${text}`);
            else assert.ok(text.includes(each.words), `${each.words}\n---\n${text}`);
          }
        }),
      );
    });
  }
});
