import assert from 'node:assert/strict';
import { normalizeKey } from '../../../../src/core/goal/goalKey';

describe('normalizeKey', () => {
  it('makes one of the ways to write a key', () => {
    for (const key of ['SHOP-7', 'shop-7', 'Shop-7']) assert.equal(normalizeKey(key), 'SHOP-7');
  });
});
