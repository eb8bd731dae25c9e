import assert from 'node:assert/strict';
import { isLongAgo } from '../../../../src/core/links/longAgo';
import { titleWords, wordsOf } from '../../../../src/core/links/titleWords';

describe('isLongAgo', () => {
  for (const [reference, kind, newest, expected] of [
    ['#99', 'number', 1000, true],
    ['#100', 'number', 1000, false],
    ['#1', 'number', 999, false],
    ['#1', 'number', 0, false],
    ['SHOP-9', 'key', 1000, true],
    ['SHOP-10', 'key', 1000, false],
    ['checkout', 'key', 1000, false],
    ['a1-500', 'number', 1000, false],
  ] as const) {
    it(`is ${expected} for ${reference} as a ${kind} where ${newest} is the newest`, () =>
      assert.equal(isLongAgo(reference, kind, { newestBeside: () => newest }), expected));
  }

  it('is nothing where nobody counts', () => assert.equal(isLongAgo('#1', 'number', {}), false));
});

describe('the words of a title', () => {
  it('are without case, accents and signs', () => {
    assert.deepEqual(wordsOf('Café: pay TWICE (v2)!'), ['cafe', 'pay', 'twice', 'v2']);
    assert.deepEqual(wordsOf('—'), []);
    assert.deepEqual(wordsOf('修复 购物车'), ['修复', '购物车']);
  });

  it('are as compared and as written, each once', () => {
    assert.deepEqual(titleWords('Café: pay, PAY'), ['cafe', 'pay', 'café']);
    assert.deepEqual(titleWords('Cafe\u0301'), ['cafe', 'café']);
    assert.deepEqual(titleWords(' — '), []);
  });
});
