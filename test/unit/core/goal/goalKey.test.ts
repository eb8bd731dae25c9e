import assert from 'node:assert/strict';
import { distinctKeys, normalizeKey } from '../../../../src/core/goal/goalKey';

describe('normalizeKey', () => {
  it('makes one of the ways to write a key', () => {
    for (const key of ['SHOP-7', 'shop-7', 'Shop-7']) assert.equal(normalizeKey(key), 'SHOP-7');
  });
});

describe('distinctKeys', () => {
  it('have each key once, as it is written first', () => {
    assert.deepEqual(distinctKeys([]), []);
    assert.deepEqual(distinctKeys(['shop-7', 'A-1', 'SHOP-7', 'a-1', 'A-2']), ['shop-7', 'A-1', 'A-2']);
  });
});
