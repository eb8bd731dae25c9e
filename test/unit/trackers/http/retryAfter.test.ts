import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maxPauseMs, retryAt } from '../../../../src/trackers/http/retryAfter';

const now = Date.UTC(2026, 10, 22, 12);
const after = (value: string, limit?: Parameters<typeof retryAt>[1]): number | undefined => {
  const at = retryAt({ 'retry-after': value }, limit, now);
  return at === undefined ? undefined : at - now;
};

describe('When a tracker may be asked again', () => {
  for (const [value, expected] of [
    ['7', 7_000],
    [' 7 ', 7_000],
    ['1.5', 1_500],
    ['0', 0],
    ['86400', maxPauseMs],
    ['9'.repeat(400), maxPauseMs],
    ['Sun, 22 Nov 2026 12:01:00 GMT', 60_000],
    ['Sunday, 22-Nov-26 12:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['2026-11-22T12:01:00Z', 60_000],
    ['', undefined],
    ['-5', undefined],
    ['garbage 12', undefined],
    ['soon', undefined],
    ['NaN', undefined],
    ['1e3', undefined],
    ['99:99:99', undefined],
  ] as const) {
    it(`reads Retry-After: ${value.slice(0, 40)}`, () => assert.equal(after(value), expected));
  }

  it('is when a used-up limit starts anew, where there is no Retry-After', () => {
    assert.equal(after('', { remaining: 0, resetAt: now + 60_000 }), 60_000);
    assert.equal(after('', { resetAt: now + 60_000 }), 60_000);
    assert.equal(after('', { remaining: 0, resetAt: now + 2 * maxPauseMs }), maxPauseMs);
    assert.equal(after('5', { remaining: 0, resetAt: now + 60_000 }), 5_000);
  });

  it('is not said by a limit that is not used up, or that is an old one', () => {
    assert.equal(after('', { remaining: 4_000, resetAt: now + 60_000 }), undefined);
    assert.equal(after('', { remaining: 0, resetAt: now - 1 }), undefined);
    assert.equal(after('', { remaining: 0 }), undefined);
  });

  it('lies within the longest pause, whatever the header says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.date().map(String), fc.double().map(String)), (value) => {
        const pause = after(value) ?? 0;
        assert.ok(pause >= 0 && pause <= maxPauseMs);
      }),
    );
  });
});
