import assert from 'node:assert/strict';
import { textileText } from '../../../../../src/trackers/kinds/redmine/textileText';

describe('the text of Textile', () => {
  for (const [markup, text] of [
    ['h2. What we promise\r\n\r\nA cart is *still there*.', 'What we promise\n\nA cart is still there.'],
    ['* one\n** two\n# three', '- one\n- two\n- three'],
    ['See "the report":https://shop.example/carts for more', 'See the report for more'],
    [
      '_quick_ and @code@, not snake_case_name or 2 * 3 * 4',
      'quick and code, not snake_case_name or 2 * 3 * 4',
    ],
    ['before\n!image.png!\nafter', 'before\n\nafter'],
    ['<pre><code class="ruby">\nputs 1\n</code></pre>', 'puts 1'],
    ['bq. It was lost.', 'It was lost.'],
    ['Plain text stays.', 'Plain text stays.'],
  ] as const) {
    it(JSON.stringify(markup), () => assert.equal(textileText(markup), text));
  }

  it('is soon done with a text that is all marks', () => {
    assert.ok(textileText('*_@"!'.repeat(20_000)).length > 0);
    assert.ok(textileText('"a":https:'.repeat(5_000)).length > 0);
  });
});
