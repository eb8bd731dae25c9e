import assert from 'node:assert/strict';
import { settingsIn } from '../../../src/workspace/settingsFiles';

describe('settings of a folder', () => {
  it('are read with comments and trailing commas, and as far as they are not damaged', () =>
    assert.deepEqual(settingsIn('{ // mine\n "a": 1, "b": [2,], "c": '), { a: 1, b: [2] }));

  it('say nothing where they are no map, or nested without end', () => {
    for (const text of ['', '3', 'null', '['.repeat(300_000), '{"a":'.repeat(150_000)])
      assert.deepEqual(settingsIn(text), {}, text.slice(0, 9));
  });
});
