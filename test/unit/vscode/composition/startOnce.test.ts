import assert from 'node:assert/strict';
import { startOnce } from '../../../../src/vscode/composition/startOnce';

/** Something whose loading and starting fail as often as a test says. */
function failing({ loads = 0, starts = 0 }) {
  const done = { loads: 0, starts: 0 };
  const use = startOnce(
    () => {
      done.loads += 1;
      return done.loads > loads ? Promise.resolve('loaded') : Promise.reject(new Error('cannot be read'));
    },
    (loaded) => {
      done.starts += 1;
      if (done.starts <= starts) throw new Error('cannot start');
      return `${loaded} and started`;
    },
  );
  return { use, done };
}

describe('startOnce', () => {
  it('loads and starts once, whoever asks meanwhile', async () => {
    const { use, done } = failing({});
    assert.deepEqual(await Promise.all([use(), use()]), ['loaded and started', 'loaded and started']);
    await use();
    assert.deepEqual(done, { loads: 1, starts: 1 });
  });

  it('loads again at the next use where that failed', async () => {
    const { use, done } = failing({ loads: 1 });
    const early = [use(), use()];
    for (const each of early) await assert.rejects(each, /cannot be read/);
    assert.equal(await use(), 'loaded and started');
    assert.deepEqual(done, { loads: 2, starts: 1 });
  });

  it('does not start a second time what has failed half-way', async () => {
    const { use, done } = failing({ starts: 1 });
    await assert.rejects(use(), /cannot start/);
    await assert.rejects(use(), /cannot start/);
    assert.deepEqual(done, { loads: 1, starts: 1 });
  });
});
