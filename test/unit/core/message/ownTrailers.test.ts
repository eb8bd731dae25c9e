import assert from 'node:assert/strict';
import { isTag, withoutOwn, type OwnTrailers } from '../../../../src/core/message/ownTrailers';
import { joinLines, splitLines } from '../../../../src/core/message/messageLayout';

const own: OwnTrailers = {
  token: 'Initiative',
  comment: '#',
  isOurs: (reference) => /^(?:SHOP-|#)/.test(reference),
};

describe('isTag', () => {
  for (const [line, is] of [
    ['Initiative: SHOP-7', true],
    ['initiative : OTHER-7', true],
    ['Initiative: none (spike)', true],
    ['Initiative: to be told', false],
    ['Initiative:', false],
    ['Refs: SHOP-7', false],
    ['SHOP-7', false],
  ] as const) {
    it(`is ${is} for ${JSON.stringify(line)}`, () => assert.equal(isTag(line, own), is));
  }

  it('is no comment', () => {
    const commented: OwnTrailers = { ...own, comment: 'Init' };
    assert.equal(isTag('Initiative: SHOP-7', commented), false);
    assert.equal(isTag('Initiative: SHOP-7', { ...own, comment: '' }), true);
  });
});

describe('withoutOwn', () => {
  for (const [name, text, rest, at] of [
    ['leaves other trailers', 'Refs: A-1\nInitiative: SHOP-7\nRefs: A-2\n', 'Refs: A-1\nRefs: A-2\n', 1],
    ['takes folded lines along', 'Initiative: SHOP-7,\n SHOP-8\nRefs: A-1\n', 'Refs: A-1\n', 0],
    ['leaves the folded lines of others', 'Refs: A-1\n A-2\nInitiative: SHOP-7', 'Refs: A-1\n A-2\n', 2],
    ['takes an empty one', 'Refs: A-1\nInitiative:  \n', 'Refs: A-1\n', 1],
    ['leaves words', 'Initiative: to be told\nInitiative: SHOP-7\n', 'Initiative: to be told\n', 0],
    [
      'leaves words behind a key',
      'Initiative: SHOP-7 because of the audit\n',
      'Initiative: because of the audit\n',
      0,
    ],
    ['leaves words in brackets', 'Initiative: SHOP-7 (see the RFC)\n', 'Initiative: (see the RFC)\n', 0],
    [
      'leaves words on a folded line',
      'Initiative: SHOP-7\n for the  audit\n',
      'Initiative: for the audit\n',
      0,
    ],
    ['leaves no word that would be a key', 'Initiative: SHOP-7 SHOP-x\n', '', 0],
    ['leaves folded words', 'Initiative: to be\n told\n', 'Initiative: to be\n told\n', 0],
    ['leaves others’ keys', 'Initiative: OTHER-1\n', 'Initiative: OTHER-1\n', 0],
    [
      'leaves others’ keys beside ours',
      'initiative : SHOP-7, OTHER-1, SHOP-8, OTHER-2\r\nRefs: A-1',
      'initiative : OTHER-1, OTHER-2\r\nRefs: A-1',
      0,
    ],
    [
      'leaves others’ keys on a folded line, and its line break',
      'Refs: A-1\nInitiative: SHOP-7,\n OTHER-1,\n SHOP-8',
      'Refs: A-1\nInitiative: OTHER-1',
      1,
    ],
    ['says where the end is if there are none', 'Refs: A-1\nText\n', 'Refs: A-1\nText\n', 2],
    ['says where the first one was', 'Initiative: SHOP-7\nRefs: A-1\nInitiative: SHOP-8\n', 'Refs: A-1\n', 0],
  ] as const) {
    it(name, () => {
      const found = withoutOwn(splitLines(text), own);
      assert.equal(joinLines(found.lines), rest);
      assert.equal(found.at, at);
    });
  }
});
