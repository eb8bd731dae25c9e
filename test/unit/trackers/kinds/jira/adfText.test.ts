import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adfText } from '../../../../../src/trackers/kinds/jira/adfText';

const text = (value: string, marks?: object[]) => ({ type: 'text', text: value, ...(marks && { marks }) });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const doc = (...content: object[]) => ({ type: 'doc', version: 1, content });
const item = (...content: object[]) => ({ type: 'listItem', content });

describe('The text of a document in the Atlassian Document Format', () => {
  const examples: readonly (readonly [string, object, string])[] = [
    ['paragraphs', doc(paragraph(text('a')), paragraph(), paragraph(text('b'))), 'a\n\nb'],
    [
      'headings and marks',
      doc(
        { type: 'heading', attrs: { level: 2 }, content: [text('Why', [{ type: 'strong' }])] },
        paragraph(text('x')),
      ),
      'Why\n\nx',
    ],
    ['line breaks', doc(paragraph(text('a'), { type: 'hardBreak' }, text('b'))), 'a\nb'],
    [
      'lists in lists',
      doc({
        type: 'bulletList',
        content: [
          item(paragraph(text('a')), {
            type: 'orderedList',
            attrs: { order: 3 },
            content: [item(paragraph(text('b'))), item(paragraph(text('c')))],
          }),
          item(paragraph(text('d'))),
        ],
      }),
      '- a\n  3. b\n  4. c\n- d',
    ],
    [
      'tasks',
      doc({
        type: 'taskList',
        content: [
          { type: 'taskItem', attrs: { state: 'DONE' }, content: [text('a')] },
          { type: 'taskList', content: [{ type: 'taskItem', content: [text('b')] }] },
        ],
      }),
      '- [x] a\n  - [ ] b',
    ],
    [
      'titles of what folds, and what stands below a picture',
      doc(
        { type: 'expand', attrs: { title: 'Details' }, content: [paragraph(text('a'))] },
        {
          type: 'mediaSingle',
          content: [
            { type: 'media', attrs: { id: '1', type: 'file' } },
            { type: 'caption', content: [text('The cart')] },
          ],
        },
      ),
      'Details\n\na\n\nThe cart',
    ],
    [
      'cards with data, people without a name, and what apps put in',
      doc(
        paragraph(
          { type: 'inlineCard', attrs: { data: { name: 'The study', url: 'https://example.com/s' } } },
          text(' for '),
          { type: 'mention', attrs: { id: '5b10' } },
          text(' '),
          { type: 'inlineExtension', attrs: { extensionKey: 'x', text: 'from an app' } },
        ),
        { type: 'bodiedExtension', attrs: { text: 'Note' }, content: [paragraph(text('b'))] },
      ),
      'The study https://example.com/s for @… from an app\n\nNote\n\nb',
    ],
    [
      'code in lists and tables as it is',
      doc(
        {
          type: 'bulletList',
          content: [item(paragraph(text('a')), { type: 'codeBlock', content: [text('if (x)\n\n\n  y();')] })],
        },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [{ type: 'tableCell', content: [{ type: 'codeBlock', content: [text('a  b\nc')] }] }],
            },
          ],
        },
      ),
      '- a\n  if (x)\n  \n  \n    y();\n\na  b\nc',
    ],
    [
      'people, faces, days, states and links',
      doc(
        paragraph(
          { type: 'mention', attrs: { id: '1', text: '@Ada' } },
          text(' '),
          { type: 'emoji', attrs: { shortName: ':tada:' } },
          text(' '),
          { type: 'date', attrs: { timestamp: '1795305600000' } },
          text(' '),
          { type: 'status', attrs: { text: 'AT RISK', color: 'red' } },
          text(' '),
          { type: 'inlineCard', attrs: { url: 'https://example.com/x' } },
        ),
        { type: 'blockCard', attrs: { url: 'https://example.com/y' } },
      ),
      '@Ada :tada: 2026-11-22 AT RISK https://example.com/x\n\nhttps://example.com/y',
    ],
    [
      'code, quotes, panels and unknown nodes',
      doc(
        { type: 'codeBlock', attrs: { language: 'js' }, content: [text('if (a) {\n  b();\n}')] },
        { type: 'rule' },
        { type: 'blockquote', content: [paragraph(text('q'))] },
        { type: 'somethingNew', content: [paragraph(text('n'))] },
      ),
      'if (a) {\n  b();\n}\n\nq\n\nn',
    ],
    [
      'what is said of a picture, but no name of a file',
      doc(
        { type: 'mediaSingle', content: [{ type: 'media', attrs: { id: 'x', alt: 'The cart, empty' } }] },
        { type: 'mediaGroup', content: [{ type: 'media', attrs: { id: 'y', alt: 'image-20261122.png' } }] },
        paragraph(text('a'), { type: 'mediaInline', attrs: { id: 'z', alt: 'Image 7' } }),
      ),
      'The cart, empty\n\na',
    ],
    [
      'tables',
      doc({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableHeader', content: [paragraph(text('a')), paragraph(text('b'))] }],
          },
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [paragraph(text('1'))] },
              { type: 'tableCell', content: [paragraph(text('2'))] },
            ],
          },
        ],
      }),
      'a b\n1 | 2',
    ],
    [
      'the state of a task with blocks, and the text of what is still unknown',
      doc(
        {
          type: 'taskList',
          content: [{ type: 'blockTaskItem', attrs: { state: 'DONE' }, content: [paragraph(text('a'))] }],
        },
        { type: 'toBeInvented', text: 'b' },
      ),
      '- [x] a\n\nb',
    ],
  ];
  for (const [name, document, expected] of examples) {
    it(`has ${name}`, () => assert.equal(adfText(document), expected));
  }

  it('ends at a depth that nobody writes', () => {
    let node: object = paragraph(text('too deep'));
    for (let depth = 0; depth < 100_000; depth += 1) node = { type: 'blockquote', content: [node] };
    assert.equal(adfText(doc(paragraph(text('a')), node, paragraph(text('b')))), 'a\n\nb');
    let list: object = item(paragraph(text('too deep')));
    for (let depth = 0; depth < 100_000; depth += 1) list = { type: 'bulletList', content: [item(list)] };
    assert.equal(adfText(doc(list)), '');
    let nested: object = { type: 'taskList', content: [] };
    for (let depth = 0; depth < 100_000; depth += 1) nested = { type: 'taskList', content: [nested] };
    assert.equal(adfText(doc(nested)), '');
  });

  it('ends at a length that nobody reads', () => {
    const result = adfText(doc(...Array.from({ length: 10_000 }, () => paragraph(text('x'.repeat(100))))));
    assert.ok(result.length > 20_000 && result.length < 60_000);
  });

  it('makes a text of anything', () => {
    const node = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        fc.record(
          {
            type: fc.constantFrom(
              'doc',
              'paragraph',
              'bulletList',
              'orderedList',
              'table',
              'tableRow',
              'text',
              'date',
              'emoji',
            ),
            text: fc.jsonValue(),
            attrs: fc.oneof(
              fc.jsonValue(),
              fc.dictionary(fc.constantFrom('order', 'timestamp', 'text'), fc.jsonValue()),
            ),
            content: fc.oneof(fc.jsonValue(), fc.array(tie('node'))),
          },
          { requiredKeys: [] },
        ),
      ),
    })).node;
    fc.assert(
      fc.property(node, (value) => typeof adfText(value) === 'string'),
      { numRuns: 300 },
    );
  });
});
