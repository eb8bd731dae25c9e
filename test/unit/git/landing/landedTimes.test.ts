import assert from 'node:assert/strict';
import fc from 'fast-check';
import { landedTimes } from '../../../../src/git/landing/landedTimes';

/** As a person reads a line: oldest first. */
function landed(times: readonly number[], now = 1e9): number[] {
  return [...landedTimes([...times].reverse(), now).landed].reverse();
}

describe('when commits landed', () => {
  it('is what their committers say where dates rise', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e8)), (times) => {
        const rising = times.sort((a, b) => a - b);
        assert.deepEqual(landed(rising), rising);
      }),
    );
  });

  it('is that of the commit before where a clock is wrong', () => {
    assert.deepEqual(landed([10, 20, 9000, 30, 40]), [10, 20, 20, 30, 40]);
    assert.deepEqual(landed([10, 20, 1, 30, 40]), [10, 20, 20, 30, 40]);
    assert.deepEqual(landed([9000, 10, 20]), [10, 10, 20]);
    assert.deepEqual(landed([10, 20, 9000], 50), [10, 20, 50], 'never later than now');
  });

  it('counts dates that are off by more than a day', () => {
    const day = 86_400;
    assert.equal(
      landedTimes([30 * day, 10 * day, 20 * day, 20 * day + 5, 20 * day].reverse(), 1e9).wrongClocks,
      1,
    );
  });

  it('keeps as many dates as can be kept, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 9 }), (times) => {
        const found = landed(times);
        assert.ok(
          found.every((time, at) => at === 0 || (found[at - 1] ?? 0) <= time),
          'never goes back',
        );
        let most = 0;
        for (let chosen = 1; chosen < 2 ** times.length; chosen += 1) {
          const kept = times.filter((_, at) => (chosen >> at) & 1);
          if (kept.every((time, at) => at === 0 || (kept[at - 1] ?? 0) <= time))
            most = Math.max(most, kept.length);
        }
        assert.ok(found.filter((time, at) => time === times[at]).length >= most);
      }),
    );
  });
});
