import assert from 'node:assert/strict';
import { epochSeconds, rateLimitIn } from '../../../../src/trackers/http/rateLimit';

const reset = 1_795_000_000;

describe('The rate limit in headers', () => {
  const read = (headers: Record<string, string>) => rateLimitIn(headers, 'x-ratelimit', epochSeconds);

  it('is what is left, of how many, and when it starts anew in epoch milliseconds', () => {
    assert.deepEqual(
      read({ 'x-ratelimit-remaining': '7', 'x-ratelimit-limit': '60', 'x-ratelimit-reset': ` ${reset} ` }),
      { remaining: 7, limit: 60, resetAt: reset * 1000 },
    );
  });

  it('has only those parts that are there and make sense', () => {
    assert.deepEqual(read({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon' }), { remaining: 0 });
    assert.deepEqual(read({ 'x-ratelimit-remaining': '', 'x-ratelimit-reset': String(reset) }), {
      resetAt: reset * 1000,
    });
  });

  it('is none where nothing is said of it', () => {
    assert.equal(read({}), undefined);
    assert.equal(read({ 'x-ratelimit-remaining': 'many', 'ratelimit-remaining': '7' }), undefined);
  });
});
