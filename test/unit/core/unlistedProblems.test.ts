import assert from 'node:assert/strict';
import { unlistedProblems } from '../../../src/core/unlistedProblems';

describe('unlistedProblems', () => {
  it('says how many there are', () => {
    assert.equal(unlistedProblems(1), '1 more problem is not listed: mend those that are.');
    assert.equal(unlistedProblems(1200), '1200 more problems are not listed: mend those that are.');
  });
});
