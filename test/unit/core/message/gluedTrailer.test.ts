import assert from 'node:assert/strict';
import { isAllKeys, trailerLine } from '../../../../src/core/message/gluedTrailer';

const known = ['SHOP-7', 'DEMO-1', 'checkout', 'SHOP', 'SHOP-77th'];
const isKnown = (key: string): boolean => known.includes(key);
const long = `${'K'.repeat(63)}-`;

describe('trailerLine', () => {
  for (const [line, expected] of [
    ['Initiative: SHOP-7', ['SHOP-7', '', '', 'after']],
    ['initiative :  SHOP-7  ', ['SHOP-7', '', '', 'after']],
    ['Initiative: SHOP-7, PAY-3', ['SHOP-7 PAY-3', '', '', 'after']],
    ['Initiative: checkout', ['checkout', '', '', 'after']],
    ['Initiative: SHOP-7Retry', ['SHOP-7', 'Retry', '', 'after']],
    ['Initiative: SHOP-7 \t retry it', ['SHOP-7', 'retry it', ' \t ', 'after']],
    ['Initiative: checkoutRetry', ['checkout', 'Retry', '', 'after']],
    ['Initiative: acme/shop#12Retry', ['acme/shop#12', 'Retry', '', 'after']],
    ['Initiative: #12Retry', ['#12', 'Retry', '', 'after']],
    // The longest key that a tracker knows; where a space ends it, there is nothing to ask.
    ['Initiative: SHOP-77th day', ['SHOP-77th', 'day', ' ', 'after']],
    ['Initiative: SHOP-78th day', ['SHOP-7', '8th day', '', 'after']],
    ['Initiative: OTHER-78th day', ['OTHER-78', 'th day', '', 'after']],
    ['Initiative: SHOP-9 8th day', ['SHOP-9', '8th day', ' ', 'after']],
    ['Retry Initiative: SHOP-7', ['SHOP-7', 'Retry', ' ', 'before']],
    ['RetryInitiative: SHOP-7, PAY-3 ', ['SHOP-7 PAY-3', 'Retry', '', 'before']],
    ['Retry: twice Initiative: SHOP-7', ['SHOP-7', 'Retry: twice', ' ', 'before']],
  ] as const) {
    it(`reads ${JSON.stringify(line)}`, () => {
      const found = trailerLine(line, 'Initiative', isKnown);
      assert.deepEqual(found && [found.keys.join(' '), found.text, found.gap, found.textIs], expected);
    });
  }

  for (const line of [
    '',
    'Retry',
    'Initiative:',
    'Initiative: to be told',
    'Initiative: none (spike)',
    'Initiative: SHOP-7, and more',
    'Initiative: SHOP-7-b',
    'Initiative: SHOP-7/b',
    'Initiative: 12th day',
    `Initiative: ${long}7Retry`,
    'Goal: SHOP-7',
    ' Initiative: SHOP-7',
    'Retry Initiative: to be told',
    'Retry initiative: SHOP-7',
    'Retry Initiative:SHOP-7',
    'Explain "Initiative: SHOP-7',
    'Explain (Initiative: SHOP-7',
    '- Initiative: SHOP-7',
  ]) {
    it(`reads nothing in ${JSON.stringify(line)}`, () =>
      assert.equal(trailerLine(line, 'Initiative', isKnown), undefined));
  }
});

describe('isAllKeys', () => {
  for (const [value, isAll] of [
    ['SHOP-9', true],
    ['SHOP-9,PAY-3;#12  acme&7', true],
    [', SHOP-9,', true],
    ['checkout', true],
    ['SHOP-9 checkout', true],
    ['cart', false],
    ['SHOP-9, cart', false],
    ['', false],
    [' , ', false],
  ] as const) {
    it(`is ${isAll} for ${JSON.stringify(value)}`, () => assert.equal(isAllKeys(value, isKnown), isAll));
  }
});
