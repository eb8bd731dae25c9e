import assert from 'node:assert/strict';
import { isFresh, systemClock } from '../../../src/core/clock';

describe('isFresh', () => {
  for (const [at, fresh] of [
    [undefined, false],
    [1000, true],
    [901, true],
    [900, false],
    [0, false],
    [1001, false],
  ] as const) {
    it(`is ${fresh} at 1000 for what is of ${at} and lasts 100`, () =>
      assert.equal(isFresh(at, 1000, 100), fresh));
  }
});

describe('the machine’s clock', () => {
  it('tells the time', () => {
    const before = Date.now();
    const now = systemClock.now();
    assert.ok(before <= now && now <= Date.now());
  });

  it('is random from 0 to 1', () => {
    const drawn = Array.from({ length: 100 }, () => systemClock.random());
    assert.ok(drawn.every((each) => each >= 0 && each < 1));
    assert.ok(new Set(drawn).size > 1);
  });

  it('sleeps, and wakes with the signal’s reason', async () => {
    await systemClock.sleep(1, new AbortController().signal);
    const stop = new AbortController();
    const sleeping = systemClock.sleep(60_000, stop.signal);
    stop.abort();
    await assert.rejects(sleeping, { name: 'AbortError' });
  });
});
