import assert from 'node:assert/strict';
import { wikiText } from '../../../../../src/trackers/kinds/jira/wikiText';

describe('The text of wiki markup', () => {
  for (const [name, markup, expected] of [
    ['headings', 'h2. Why\r\nx', 'Why\nx'],
    ['lists', '* a\n** b\n# c\n# d', '- a\n  - b\n1. c\n2. d'],
    [
      'links',
      'see [the study|https://example.com/s] and [https://example.com]',
      'see the study and https://example.com',
    ],
    ['macros', '{code:java|title=A}\nint a;\n{code}{color:red}red{color}', 'A\nint a;\nred'],
    ['images', 'a\n!shot.png|thumbnail!\nb', 'a\n\nb'],
    [
      'what is no markup',
      'Wow! So good! {a: 1} [0] a * b * c, 3*4*5',
      'Wow! So good! {a: 1} [0] a * b * c, 3*4*5',
    ],
    [
      'words that stand out',
      'So *good*, _really_ (+new+), snake_case_name',
      'So good, really (new), snake_case_name',
    ],
    [
      'code as it is',
      'run\n{noformat}\n# npm *test*\nh1. [a|b] {{c}}\n{noformat}\nthen {{a_b_c *x*}}.',
      'run\n# npm *test*\nh1. [a|b] {{c}}\nthen a_b_c *x*.',
    ],
    ['code that is never closed', 'a {code} b *c*', 'a  b c'],
    [
      'tables',
      '||Who||Why||\n|Ada|[the study|https://example.com/s]|\n|Sam| |',
      'Who | Why\nAda | the study\nSam |',
    ],
    [
      'people and files',
      'ask [~ada] or [~accountid:5b10:x], see [^plan.pdf]',
      'ask @ada or @…, see plan.pdf',
    ],
    ['pictures in a line', 'look !shot.png|alt=the cart! here!', 'look the cart here!'],
    [
      'titles of panels',
      '{panel:title=Why|borderStyle=solid}x{panel}\n{expand:More}y{expand}',
      'Why\nx\nMore\ny',
    ],
    ['escaped marks', 'a \\*b\\* \\{code}', 'a *b* {code}'],
  ] as const) {
    it(`reads ${name}`, () => assert.equal(wikiText(markup), expected));
  }
});
