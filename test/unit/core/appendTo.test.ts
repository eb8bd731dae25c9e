import assert from 'node:assert/strict';
import { appendTo } from '../../../src/core/appendTo';

describe('appendTo', () => {
  it('makes a list with the first value, and keeps it for the others', () => {
    const lists = new Map<string, number[]>();
    appendTo(lists, 'a', 1);
    const first = lists.get('a');
    appendTo(lists, 'b', 2);
    appendTo(lists, 'a', 3);
    assert.deepEqual(
      [...lists],
      [
        ['a', [1, 3]],
        ['b', [2]],
      ],
    );
    assert.equal(lists.get('a'), first);
  });
});
