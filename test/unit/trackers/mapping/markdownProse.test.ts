import assert from 'node:assert/strict';
import { inProse } from '../../../../src/trackers/mapping/markdownProse';

const shout = (text: string): string => inProse(text, (prose) => prose.replace(/[a-z]/g, 'X'));

describe('Changes to Markdown beside its code', () => {
  for (const [what, text, changed] of [
    ['a fence', 'one\n```js\ntwo\n```\nthree', 'XXX\n```js\ntwo\n```\nXXXXX'],
    [
      'a fence in a list',
      '- one\n  - ```\n    two\n    ```\n- three',
      '- XXX\n  - ```\n    two\n    ```\n- XXXXX',
    ],
    ['a fence in another', '````\n```\none\n```\n````\ntwo', '````\n```\none\n```\n````\nXXX'],
    ['tildes around backticks', '~~~\n```\none\n~~~\ntwo', '~~~\n```\none\n~~~\nXXX'],
    ['a fence that is never closed', 'one\n```\ntwo', 'XXX\n```\ntwo'],
    ['an indented block', 'one\n\n    two\n\n    three\nfour', 'XXX\n\n    two\n\n    three\nXXXX'],
    ['an indented block at the beginning', '\ttwo\n\nthree', '\ttwo\n\nXXXXX'],
    ['code in a line', 'one `two` ``three ` four`` five', 'XXX `two` ``three ` four`` XXXX'],
  ] as const) {
    it(`leave ${what} as it is`, () => assert.equal(shout(text), changed));
  }

  for (const [what, text, changed] of [
    ['a paragraph that goes on', 'one\n    two', 'XXX\n    XXX'],
    ['a list', '- one\n\n    two', '- XXX\n\n    XXX'],
    ['a backtick alone', 'one ` two', 'XXX ` XXX'],
    ['code that is only marked', '```one``` two', '```one``` XXX'],
  ] as const) {
    it(`reach ${what}`, () => assert.equal(shout(text), changed));
  }
});
