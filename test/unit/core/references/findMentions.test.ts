import assert from 'node:assert/strict';
import { scanText } from '../../../../src/core/references/findMentions';

/** The spellings found in a text, each with `!` if a word says that the work closes it. */
function found(text: string, limit = Infinity): string[] {
  return scanText(text, limit).mentions.map(({ text: written, index, isClosing }) => {
    assert.ok(text.startsWith(written, index), `${written} is at ${index}`);
    return `${written}${isClosing ? '!' : ''}`;
  });
}

describe('scanText finds numbers', () => {
  for (const [text, expected] of [
    ['#142', ['#142']],
    ['(#142), #7.', ['#142', '#7']],
    ['#142\n#7', ['#142', '#7']],
    ['#0 #0142 #x # 142 #: #', []],
    ['#1234567890', ['#1234567890']],
    ['#12345678901', []],
    // What runs on is something else.
    ['#142x #142é #142_ #1.5 #1-5 #1,5', []],
    ['#142. #142- #142, #142-x', ['#142', '#142', '#142', '#142']],
    ['#142修复 #142😀', ['#142', '#142']],
    ['a#142修 修#142', ['#142']],
    // A sign behind other signs is an address's, a reference's or an entity's.
    ['##142 &#142; =#142 ?#142 x?a&142', []],
    // Places
    ['acme/shop#142', ['acme/shop#142']],
    ['see acme/shop.web#142', ['acme/shop.web#142']],
    ['-a#142', ['-a#142']],
    ['a#142', []],
    ['éa#142', []],
    ['é#142', []],
    ['acme//shop#142', []],
    ['shop-#142', []],
    ['- #142 -#142 _#142 --#7 .-#8', ['#142', '#142', '#142', '#7', '#8']],
    ['/#142', ['#142']],
    ['./#142 ...#142 a/#142', []],
    [`${'a'.repeat(128)}#142`, [`${'a'.repeat(128)}#142`]],
    [`${'a'.repeat(129)}#142 /${'a'.repeat(128)}#142`, []],
    [`${' '.repeat(200)}acme/shop#142`, ['acme/shop#142']],
    ['acme#12#3', ['acme#12']],
    // Words that only announce a number
    ['issue#142 Bug#7 lp#8 gh#9', ['#142', '#7', '#8', '#9']],
    // Azure DevOps and GitHub
    ['AB#142 ab#7 AB&7', ['AB#142', 'ab#7', 'AB&7']],
    ['GH-142 gh-7 Gh-8', ['GH-142', 'gh-7']],
    ['gh-7', ['gh-7']],
    ['gh-7 GH-142 gh-8', ['gh-7', 'GH-142', 'gh-8']],
    ['GH- GH-. GH-', []],
    ['xGH-142 x/GH-142 +GH-142 修GH-142 GH-142x GH-1.5', []],
    // Epics of GitLab
    ['&3 acme/web&3', ['&3', 'acme/web&3']],
    ['ACME &3', ['ACME &3']],
    ['ACME/WEB-2 &3', ['ACME/WEB-2 &3']],
    ['acme &3 A &3 2A &3 2AB &3', ['&3', '&3', '&3', '&3']],
    ['xACME &3 ACME(&4)', ['&3', '&4']],
    [`${' '.repeat(200)}ACME &3`, ['ACME &3']],
    [`${'A'.repeat(128)} &3`, [`${'A'.repeat(128)} &3`]],
    [`${'A'.repeat(129)} &3`, ['&3']],
    ['ACME #3', ['#3']],
    // Other things are numbered as well.
    ['pull request #142 merge-request #7 PR #8 MRs (#9', []],
    ['Part #1, step #2, revision #3, build #4, comment #5', []],
    ['PR#142 build#7', []],
    ['APR #142', ['#142']],
  ] as const) {
    it(`${expected.join(' ') || 'none'} in ${JSON.stringify(text.slice(0, 60))}`, () =>
      assert.deepEqual(found(text), expected));
  }

  it('with the sign that trackers know', () => {
    const { mentions } = scanText('gh-142 acme/shop#7', Infinity);
    assert.deepEqual(
      mentions.map(({ kind, reference, index }) => [kind, reference, index]),
      [
        ['number', '#142', 0],
        ['number', 'acme/shop#7', 7],
      ],
    );
  });

  it('that begin before a limit, never cut in two', () => {
    assert.deepEqual(found('#1 #22 #3', 4), ['#1', '#22']);
    assert.deepEqual(found('#1 #22 #3', 3), ['#1']);
    assert.deepEqual(found('&1 GH-2', 3), ['&1']);
  });
});

describe('scanText finds addresses', () => {
  const issue = 'https://github.com/acme/shop/issues/142';
  for (const [text, expected] of [
    [issue, [issue]],
    [`See <${issue}>, "${issue}" and [it](${issue}).`, [issue, issue, issue]],
    [`${issue}?`, [issue]],
    [`**${issue}**, '${issue}';`, [issue, issue]],
    [`${issue}#issuecomment-9 #7`, [`${issue}#issuecomment-9`, '#7']],
    [`(${issue}?a=(b))`, [`${issue}?a=(b))`]],
    [`[${issue}]`, [issue]],
    [`[${issue}?a[0]]`, [`${issue}?a[0]]`]],
    [`${issue}?a[0].`, [`${issue}?a[0]`]],
    [`#1 ${issue} #2 HTTP://x.example/issues/7 #3`, ['#1', issue, '#2', 'HTTP://x.example/issues/7', '#3']],
    [`git+${issue}`, [issue]],
    ['ftp://github.com/acme/shop/issues/142', []],
    ['https://github.com/acme/shop/tree/main', []],
    ['https://x.example/?n=142#7', []],
    ['https://x.example/a#142 b', []],
    ['https://linear.app/acme/project/checkout', ['https://linear.app/acme/project/checkout']],
    [`${issue}|${issue}`, [issue, issue]],
    [`${issue}|http://github.com/acme/shop/issues/7`, [issue, 'http://github.com/acme/shop/issues/7']],
    ['https://x.example/1'.padEnd(1030, '/a'), []],
  ] as const) {
    it(`${expected.length} mentions in ${JSON.stringify(text.slice(0, 70))}`, () =>
      assert.deepEqual(found(text), expected));
  }

  it('and blanks them out, so that nothing in them is taken for text', () => {
    const others = 'ftp://SHOP-7 httpx://SHOP-9';
    const { plain } = scanText(`a ${issue}, b ${others} https://x.example/SHOP-8 c`, Infinity);
    const blank = (text: string): string => ' '.repeat(text.length);
    assert.equal(plain, `a ${blank(issue)}, b ${others} ${blank('https://x.example/SHOP-8')} c`);
    assert.equal(scanText('SHOP-7', Infinity).plain, 'SHOP-7');
  });

  it('that begin before a limit', () => {
    assert.deepEqual(found(`a ${issue} ${issue}`, 3), [issue]);
    assert.deepEqual(found(`a ${issue}`, 2), []);
  });
});

describe('scanText tells', () => {
  const issue = 'https://github.com/acme/shop/issues/142';
  for (const [text, kind, reference] of [
    ['#142', 'number', '#142'],
    ['GH-142', 'number', '#142'],
    ['gh-142', 'number', '#142'],
    ['acme/gh-7#142', 'number', 'acme/gh-7#142'],
    ['gh-7a#142', 'number', 'gh-7a#142'],
    [issue, 'address', issue],
  ] as const) {
    it(`that ${text} is the ${kind} ${reference}`, () => {
      const { mentions } = scanText(text, Infinity);
      assert.deepEqual(
        mentions.map((each) => [each.kind, each.reference]),
        [[kind, reference]],
      );
    });
  }
});

describe('scanText knows that work closes an item', () => {
  for (const text of [
    ...['Closes #1', 'close #1', 'closed #1', 'closing #1', 'Fix #1', 'fixes #1', 'fixed #1', 'fixing #1'],
    ...['resolve #1', 'Resolves #1', 'resolved #1', 'implements #1', 'implemented #1'],
    ...['Fixes: #1', 'Fixes : #1', 'Fixes\n  #1', 'Closes-Bug: #1', 'fixes issue #1', 'Fixes bug: #1'],
    ...['Fixes tickets #1', 'fixes (#1', 'fixes [#1', 'It fixes #1', '(fixes #1'],
  ]) {
    it(`in ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), ['#1!']));
  }

  for (const text of [
    ...['See #1', 'Prefixes #1', 'bug-fix #1', 'fix it #1', 'fixes the cart #1', 'Fixes, #1'],
    ...[`Fixes ${' x'.repeat(30)} #1`, 'fixable #1'],
  ]) {
    it(`not in ${JSON.stringify(text.slice(0, 40))}`, () => assert.deepEqual(found(text), ['#1']));
  }

  for (const [text, expected] of [
    ['Fixes #1, #2 and #3', ['#1!', '#2!', '#3!']],
    ['Fixes #1 & #2', ['#1!', '#2!']],
    ['Fixes (#1), [#2] #3', ['#1!', '#2!', '#3!']],
    ['Fixes #1, bug #2, issues #3', ['#1!', '#2!', '#3!']],
    ['Fixes #1. #2', ['#1!', '#2']],
    ['Fixes #1 or #2', ['#1!', '#2']],
    ['Fixes #1, see #2, #3', ['#1!', '#2', '#3']],
    [`Fixes #1${' and'.repeat(11)} #2`, ['#1!', '#2!']],
    [`Fixes #1${' and'.repeat(12)} #2`, ['#1!', '#2']],
    ['See #1, #2', ['#1', '#2']],
  ] as const) {
    it(`through a list: “${text.slice(0, 40)}”`, () => assert.deepEqual(found(text), expected));
  }
});
