import assert from 'node:assert/strict';
import { lazy } from '../../../src/core/lazy';

describe('what is made when it is first asked for', () => {
  it('is made once', async () => {
    let made = 0;
    const get = lazy(() => Promise.resolve((made += 1)));
    assert.equal(made, 0);
    assert.deepEqual(await Promise.all([get(), get()]), [1, 1]);
    assert.equal(await get(), 1);
  });

  it('is tried again after it could not be made', async () => {
    let tries = 0;
    const get = lazy(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('busy')) : Promise.resolve(tries);
    });
    await Promise.all([assert.rejects(get(), /busy/), assert.rejects(get(), /busy/)]);
    assert.equal(await get(), 2);
    assert.equal(await get(), 2);
  });
});
