import assert from 'node:assert/strict';
import { wikiText } from '../../../../../src/trackers/kinds/jira/wikiText';

describe('The text of wiki markup', () => {
  for (const [name, markup, expected] of [
    ['headings', 'h2. Why\r\nx', 'Why\nx'],
    ['lists', '* a\n** b\n# c', '- a\n- b\n- c'],
    [
      'links',
      'see [the study|https://example.com/s] and [https://example.com]',
      'see the study and https://example.com',
    ],
    ['macros', '{code:java|title=A}\nint a;\n{code}{color:red}red{color}', 'int a;\nred'],
    ['images', 'a\n!shot.png|thumbnail!\nb', 'a\n\nb'],
    ['what is no markup', 'Wow! So *good*! {a: 1} [0]', 'Wow! So *good*! {a: 1} [0]'],
  ] as const) {
    it(`reads ${name}`, () => assert.equal(wikiText(markup), expected));
  }
});
