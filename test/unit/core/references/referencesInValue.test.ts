import assert from 'node:assert/strict';
import { isNone, isReference, referencesInValue } from '../../../../src/core/references/referencesInValue';

describe('referencesInValue', () => {
  for (const [value, expected] of [
    ['SHOP-7', ['SHOP-7']],
    ['SHOP-7, SHOP-9;AB#12 shop-1', ['SHOP-7', 'SHOP-9', 'AB#12', 'shop-1']],
    ['CHECKOUT, SHOP-7', ['CHECKOUT', 'SHOP-7']],
    ['SHOP-7 because the cart v2 (Checkout)', ['SHOP-7']],
    ['#142 #7, acme/shop#9 and &3', ['#142', '#7', 'acme/shop#9', '&3']],
    ['https://github.com/acme/shop/issues/142', ['https://github.com/acme/shop/issues/142']],
    ['blueprint faster-search, bug 142', ['faster-search', '142']],
    ['none (a typo, see SHOP-7)', []],
    ['none (see SHOP-7 there)', []],
    ['bug', ['bug']],
    ['None', []],
    ['nonesuch', ['nonesuch']],
    ['', []],
    [' , ,', []],
  ] as const) {
    it(`reads “${value}”`, () => assert.deepEqual(referencesInValue(value), expected));
  }
});

describe('isNone', () => {
  it('is the word alone, or with a reason', () => {
    for (const value of ['none', ' None ', 'none (dependencies only)']) assert.ok(isNone(value), value);
    for (const value of ['', 'nonesuch', 'none of them', 'NONE-7']) assert.ok(!isNone(value), value);
  });
});

describe('isReference', () => {
  it('is what fits a trailer as one word', () => {
    for (const text of ['SHOP-7', '#142', '&3', 'acme/shop#142', 'AB#1', 'https://x.example/1'])
      assert.ok(isReference(text), text);
    for (const text of [
      '',
      '#',
      '#0',
      '# 1',
      'A 1',
      'https://x.example/a b',
      'https://x.example/a,b',
      '#1\nx',
      'javascript:1',
    ])
      assert.ok(!isReference(text), text);
  });
});
