import assert from 'node:assert/strict';
import { ownFault } from '../../../src/core/ownFault';

describe('ownFault', () => {
  it('says that the fault is ours, and what it was, on one line', () => {
    assert.equal(
      ownFault(new TypeError('x is\nnot a function')),
      'Goal Lens has a fault and leaves this entry out: TypeError: x is not a function. Please report it.',
    );
  });

  it('quotes no more than the beginning', () => {
    const told = ownFault(new Error('x'.repeat(10_000)));
    assert.ok(told.includes(`Error: ${'x'.repeat(193)}. Please`), told);
  });
});
