import assert from 'node:assert/strict';
import { jiraDialect } from '../../../../../src/trackers/kinds/jira/jiraDialect';

describe('How Jira uses HTTP', () => {
  const limit = (headers: Record<string, string>) => jiraDialect.rateLimit!(headers, 0);

  it('reads the reset as an ISO timestamp', () => {
    assert.deepEqual(
      limit({
        'x-ratelimit-limit': '100',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '2026-11-22T12:00:30Z',
      }),
      { limit: 100, remaining: 0, resetAt: Date.UTC(2026, 10, 22, 12, 0, 30) },
    );
  });

  it('takes no other number for a time', () => {
    assert.equal(limit({ 'x-ratelimit-reset': '1795345200' }), undefined);
    assert.equal(limit({ 'x-ratelimit-reset': '2026-99-99Tx' }), undefined);
    assert.equal(limit({ 'retry-after': '0' }), undefined);
  });

  it('finds the words of a refusal, whatever their shape', () => {
    const message = (json: unknown) => jiraDialect.message!(json);
    assert.equal(message({ errorMessages: ['A.'], errors: { jql: 'B.', x: 7 } }), 'A. B.');
    for (const json of [null, 7, 'x', [], { errorMessages: 'x', errors: [] }])
      assert.equal(message(json), undefined);
  });
});
