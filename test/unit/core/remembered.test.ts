import assert from 'node:assert/strict';
import { Remembered } from '../../../src/core/remembered';

describe('What is remembered for a while', () => {
  it('is asked for once, until it is old or the clock was wrong', async () => {
    let now = 1_000;
    let asked = 0;
    const remembered = new Remembered<number>({ now: () => now }, 100);
    const ask = () => Promise.resolve((asked += 1));
    assert.equal(remembered.value, undefined);
    assert.deepEqual([await remembered.or(ask), await remembered.or(ask), remembered.value], [1, 1, 1]);
    now = 1_100;
    assert.equal(remembered.value, undefined);
    assert.equal(await remembered.or(ask), 2);
    now = 500;
    assert.equal(await remembered.or(ask), 3);
  });

  it('is not what asking failed with', async () => {
    const remembered = new Remembered<number>({ now: () => 0 }, 100);
    await assert.rejects(
      remembered.or(() => Promise.reject(new Error('offline'))),
      /offline/,
    );
    assert.equal(await remembered.or(() => Promise.resolve(7)), 7);
  });
});
