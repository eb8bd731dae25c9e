import assert from 'node:assert/strict';
import { trackerWithBrokenEntry } from '../../../../src/core/tracker/brokenEntry';
import { tracker } from '../../../support/builders';

describe('a key whose entry cannot be used', () => {
  const jira = tracker([]);
  const file = tracker([], { brokenKeys: ['SHOP-1', 'Shop-2'] });

  it('is the tracker’s that has it, in whichever case', () => {
    assert.equal(trackerWithBrokenEntry([jira, file], 'shop-1'), file);
    assert.equal(trackerWithBrokenEntry([jira, file], 'SHOP-2'), file);
  });

  it('is nobody’s where each entry can be used', () => {
    assert.equal(trackerWithBrokenEntry([jira, file], 'SHOP-3'), undefined);
    assert.equal(trackerWithBrokenEntry([jira], 'SHOP-1'), undefined);
  });
});
