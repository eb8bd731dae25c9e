import assert from 'node:assert/strict';
import fc from 'fast-check';
import { htmlText } from '../../../../../src/trackers/kinds/azureDevOps/htmlText';

describe('the text of HTML', () => {
  for (const [html, text] of [
    ['Plain text, 3 < 4 & so on', 'Plain text, 3 < 4 & so on'],
    ['<div>one</div><div>two</div>', 'one\ntwo'],
    ['<p>one</p>\r\n<p>two</p>', 'one\n\ntwo'],
    ['<div>one<br></div><div><br></div><div>two</div>', 'one\n\ntwo'],
    ['one<br>two<br/><br />three', 'one\ntwo\n\nthree'],
    [
      '<h2>Why</h2>Because<ul><li>first</li><li>second <b>bold</b></li></ul>after',
      'Why\n\nBecause\n\n- first\n- second bold\n\nafter',
    ],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    [
      'Customers&nbsp;&amp; carts &lt;b&gt; &#8364;&#x20AC; &rsquo; &unknown; &#0;',
      'Customers & carts <b> €€ ’ &unknown;',
    ],
    ['<a href="https://shop.example/?a>b">the report</a>', 'the report'],
    ['<style>p { color: red }</style>seen<script>alert(1)</script><!-- not seen -->', 'seen'],
    ['<img src="data:image/png;base64,AAAA">seen', 'seen'],
    ['seen <b never closed', 'seen'],
    ['<ol><li>one<ul><li>a</li><li>b</li></ul></li><li>two</li></ol>', '1. one\n  - a\n  - b\n2. two'],
    ['Run:<pre>\nif (x)\n\n  y();  // &lt;b&gt;\n</pre>then', 'Run:\n\nif (x)\n\n  y();  // <b>\n\n\nthen'],
    [
      '<ol start="3"><li><p>one</p></li><li><div>two</div><p>more</p></li></ol>end',
      '3. one\n4. two\n\nmore\n\nend',
    ],
    ['<details><summary>Why</summary>Because</details>so', 'Why\nBecause\nso'],
    [
      'See<img src="a.png" alt="The cart &amp; the till">and<img alt=\'Image\'><img alt="shot 1.png" src=x><img alt=cart.jpg>',
      'See The cart & the till and',
    ],
    ['1 <</>li> 2', '1 < li> 2'],
    ['Gr&uuml;&szlig;e &Auml;rger &frac12; &times; &rArr;', 'Grüße Ärger ½ × ⇒'],
  ] as const) {
    it(JSON.stringify(html), () => assert.equal(htmlText(html), text));
  }

  it('holds no tag and no edge of its own, whatever it is made of', () => {
    const parts = fc.constantFrom(
      '<',
      '>',
      '</',
      'div',
      'p',
      'script',
      'style',
      ' ',
      '\n',
      '!--',
      '-->',
      'x',
      '"',
      'li',
      'br',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (some) => {
        const text = htmlText(`<p>${some.join('')}`);
        assert.doesNotMatch(text, /[\u0001\u0002]|<(?:div|p|script|style|li|br)\b[^<>]*>/i);
      }),
      { numRuns: 500 },
    );
  });

  it('takes what attributes hold for no text, also where it ends a tag', () => {
    assert.equal(htmlText('<p title="a > b" data-x=\'c > d\'>Text</p>'), 'Text');
    assert.equal(htmlText('<ul><li data-x="1>2">one</li></ul>'), '- one');
    // Quotes that do not pair mean nothing.
    assert.equal(htmlText("<div>one</div><div title=it's>two</div>"), 'one\ntwo');
    assert.equal(htmlText('<p title="open>one</p><p>two</p>'), 'one\n\ntwo');
  });

  it('is soon done with a text that is all marks', () => {
    for (const mark of [
      '<p "',
      '<p a="',
      '<p \'"',
      '""',
      '<div>',
      '<',
      '<!--',
      '<script>',
      '&',
      '&#',
      '<p ',
      ' \n',
      '</',
    ]) {
      assert.ok(htmlText(`<p>begin${mark.repeat(100_000)}`).startsWith('begin'), mark);
    }
  });
});
