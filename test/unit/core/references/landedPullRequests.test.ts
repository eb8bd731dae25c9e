import assert from 'node:assert/strict';
import { landedPullRequests, readPullRequest } from '../../../../src/core/references/landedPullRequests';

describe('landedPullRequests', () => {
  for (const [subject, expected] of [
    ['Totals (#142)', ['!142']],
    ['Totals (#142) ', ['!142']],
    ['Totals (pull request #142)', ['!142']],
    ['Totals (PR #142)', ['!142']],
    ['Totals (#142), again', []],
    ['Totals (#0)', []],
    ['Totals #142', []],
    ['Merge pull request #142 from acme/totals', ['!142']],
    ['Merged PR 142: Totals', ['!142']],
    ['Merged in totals (pull request #142)', ['!142']],
    ['Merge pull request #7 from acme/totals (#142)', ['!142', '!7']],
    ['Do merge pull request #142', []],
    ['Merge of PR 142', []],
  ] as const) {
    it(`finds ${expected.join(', ') || 'none'} in “${subject}”`, () =>
      assert.deepEqual(landedPullRequests(subject, ''), expected));
  }

  for (const [body, expected] of [
    ['Totals\n\nSee merge request acme/web!142', ['acme/web!142']],
    ['See merge request !142 \nSee merge request acme/api!7', ['!142', 'acme/api!7']],
    ['I said: See merge request !142', []],
    ['See merge request !142 and more', []],
    ['PR-URL: https://github.com/acme/shop/pull/142', ['!https://github.com/acme/shop/pull/142']],
    ['Text\nPull-Request: #142\nPull-Request-URL: https://x.example/7', ['!142', '!https://x.example/7']],
    ['pr-url:#142', ['!142']],
    ['PR-URL: 142', []],
    ['See the PR-URL: #142', []],
  ] as const) {
    it(`finds ${expected.join(', ') || 'none'} below a subject in ${JSON.stringify(body)}`, () =>
      assert.deepEqual(landedPullRequests('Totals', body), expected));
  }

  it('finds each once, and eight at most', () => {
    assert.deepEqual(landedPullRequests('Totals (#142)', 'PR-URL: #142'), ['!142']);
    const many = Array.from({ length: 9 }, (_, at) => `PR-URL: #${at + 1}`);
    assert.deepEqual(
      landedPullRequests('Totals', many.join('\n')),
      many.slice(0, 8).map((_, at) => `!${at + 1}`),
    );
  });

  it('looks at 600 characters at either end of a subject', () => {
    const long = 'x'.repeat(700);
    assert.deepEqual(landedPullRequests(`${long} (#142)`, ''), ['!142']);
    assert.deepEqual(landedPullRequests(`Totals (#142)${' '.repeat(700)}`, ''), []);
    assert.deepEqual(landedPullRequests(`Merge pull request #142 from ${long}`, ''), ['!142']);
    assert.deepEqual(landedPullRequests(`Merged in ${long} (pull request #142) x`, ''), []);
  });
});

describe('readPullRequest', () => {
  for (const [text, expected] of [
    ['!142', { number: 142, place: '' }],
    ['Acme/Shop!142', { number: 142, place: 'acme/shop' }],
    ['!https://x.example/7', { address: 'https://x.example/7' }],
    ['!http://x.example/7', { address: 'http://x.example/7' }],
    ['see !https://x.example/7', undefined],
    ['!0', undefined],
    ['!1234567890', undefined],
    ['a b!142', undefined],
    ['!142 ', undefined],
    ['#142', undefined],
    ['SHOP-142', undefined],
  ] as const) {
    it(`reads ${expected === undefined ? 'nothing' : JSON.stringify(expected)} from “${text}”`, () =>
      assert.deepEqual(readPullRequest(text), expected));
  }
});
