import assert from 'node:assert/strict';
import { mendable } from '../../../../src/core/editing/mendable';

describe('mendable', () => {
  it('has the problems that are asked for', () =>
    assert.deepEqual(
      mendable([1, 2, 3, 4], (each) => each % 2 === 0),
      [2, 4],
    ));

  it('has only the first twenty, and looks no further', () => {
    const asked: number[] = [];
    const all = Array.from({ length: 500 }, (_, at) => at);
    const found = mendable(all, (each) => asked.push(each) % 2 === 0);
    assert.deepEqual(
      found,
      all.slice(0, 40).filter((each) => each % 2 === 1),
    );
    assert.equal(asked.length, 40);
  });
});
