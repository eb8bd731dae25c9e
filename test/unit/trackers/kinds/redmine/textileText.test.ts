import assert from 'node:assert/strict';
import { textileText } from '../../../../../src/trackers/kinds/redmine/textileText';

describe('the text of Textile', () => {
  for (const [markup, text] of [
    ['h2. What we promise\r\n\r\nA cart is *still there*.', 'What we promise\n\nA cart is still there.'],
    ['* one\n** two\n# three', '- one\n  - two\n1. three'],
    ['See "the report":https://shop.example/carts for more', 'See the report for more'],
    [
      '_quick_ and @code@, not snake_case_name or 2 * 3 * 4',
      'quick and code, not snake_case_name or 2 * 3 * 4',
    ],
    ['before\n!image.png!\nafter', 'before\n\nafter'],
    ['<pre><code class="ruby">\nputs 1\n</code></pre>', 'puts 1'],
    ['bq. It was lost.', 'It was lost.'],
    [
      '<pre>\n# npm *test*\n\n\nh1. "a":https://b.example\n</pre>',
      '# npm *test*\n\n\nh1. "a":https://b.example',
    ],
    ['run @npm *test*@ or <code>a_b_ *c*</code>', 'run npm *test* or a_b_ *c*'],
    ['a <pre>never closed *b*', 'a never closed b'],
    ['|_. Who |_. Why |\n|\\2. Ada and Sam |\n|>. 3 | *4* |', 'Who | Why\nAda and Sam\n3 | 4'],
    ['see [[Start]] and [[shop:Guide|the guide]], *not* [0]', 'see Start and the guide, not [0]'],
    ['p. x\n\n{{collapse(More of it)\nhidden\n}}\n{{>toc}}', 'x\n\nMore of it\nhidden'],
    ['h2(#why). Why %{color:red}red% !{width: 5em}shot.png(The cart)!', 'Why red The cart'],
    ['## Why\n\n**38** shops, see [[Guide|the guide]]', '## Why\n\n**38** shops, see the guide'],
    ['# Why\n\nBecause [it](https://a.example) matters', '# Why\n\nBecause [it](https://a.example) matters'],
    ['```\n[[a]] *b* # c\n\n\n```\n- *one*', '```\n[[a]] *b* # c\n\n\n```\n- *one*'],
    ['# one\n# two', '1. one\n2. two'],
    ['Plain text stays.', 'Plain text stays.'],
  ] as const) {
    it(JSON.stringify(markup), () => assert.equal(textileText(markup), text));
  }

  it('is soon done with a text that is all marks', () => {
    assert.ok(textileText('*_@"!'.repeat(20_000)).length > 0);
    assert.ok(textileText('"a":https:'.repeat(5_000)).length > 0);
  });
});
