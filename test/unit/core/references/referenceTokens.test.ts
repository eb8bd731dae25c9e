import assert from 'node:assert/strict';
import { meaningOfToken } from '../../../../src/core/references/referenceTokens';

describe('meaningOfToken', () => {
  it('tells in any case what closes an item from what only names it', () => {
    assert.deepEqual(
      ['Fixes', 'closes-bug', 'REFS', 'Jira'].map((token) => meaningOfToken(token)),
      ['closing', 'closing', 'reference', 'reference'],
    );
    assert.equal(meaningOfToken('Reviewed-by'), undefined);
  });

  it('takes the team’s own for references, but does not change what a known one says', () => {
    const own = ['Topic', 'Fixes'];
    assert.deepEqual(
      ['topic', 'TOPIC', 'fixes', 'other'].map((token) => meaningOfToken(token, own)),
      ['reference', 'reference', 'closing', undefined],
    );
  });
});
