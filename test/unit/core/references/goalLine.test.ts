import assert from 'node:assert/strict';
import { lineOfGoal } from '../../../../src/core/references/goalLine';

describe('lineOfGoal', () => {
  const text = [
    'goals:',
    '  - key: SHOP-7',
    '    parentKey: SHOP-1',
    "  - 'key': 'SHOP-8'\r",
    '  - { "key": "SHOP-9", title: "key: SHOP-10" }\r  - title: x',
    '    key : shop-11 # the last',
    '    # key: SHOP-12',
    '    key: #SHOP-13',
  ].join('\n');

  for (const [key, line] of [
    ['SHOP-7', 1],
    ['shop-7', 1],
    ['SHOP-8', 3],
    ['SHOP-9', 4],
    ['SHOP-11', 6],
    ['SHOP-1', undefined],
    ['SHOP-10', undefined],
    ['SHOP-12', undefined],
    ['#SHOP-13', undefined],
  ] as const) {
    it(`is ${line ?? 'none'} for ${key}`, () => assert.equal(lineOfGoal(text, key), line));
  }

  it('is that of the first of two goals with one key', () =>
    assert.equal(lineOfGoal('- key: SHOP-7\n- key: SHOP-7', 'SHOP-7'), 0));
});
