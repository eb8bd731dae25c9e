import assert from 'node:assert/strict';
import { httpsUrl, makeGoal } from '../../../../src/trackers/mapping/makeGoal';

const draft = { id: '1', trackerId: 't', key: 'A-1', title: 'Shop', level: 'item' } as const;

describe('A goal of hostile texts', () => {
  for (const title of ['\u200B', '\u200D\u2060', '\u00AD', '\u2800\uFE0F'.slice(1), '\uFEFF \u200E']) {
    it(`has no title where a person would see none: ${JSON.stringify(title)}`, () => {
      assert.equal(makeGoal({ ...draft, title }), undefined);
    });
  }

  it('keeps joiners where they belong to what is seen', () => {
    for (const title of ['👨‍👩‍👧 family', 'می‌خواهم']) assert.equal(makeGoal({ ...draft, title })?.title, title);
  });

  for (const url of [
    'https://github.com@evil.example/',
    'https://a:b@github.com/',
    'javascript:alert(1)',
    'http://a.example',
  ]) {
    it(`has no address ${url}`, () => {
      assert.equal(httpsUrl(url), undefined);
    });
  }

  it('has no key of its own among the former ones, and each of those once', () => {
    const goal = makeGoal({ ...draft, aliases: ['a-1', 'OLD-1', 'OLD-1', 'not a key'] });
    assert.deepEqual(goal?.aliases, ['OLD-1']);
    assert.ok(!('aliases' in makeGoal({ ...draft, aliases: ['A-1'] })!));
  });
});
