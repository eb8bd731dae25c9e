import assert from 'node:assert/strict';
import type { Level } from '../../../../src/core/goal/goal';
import { initiativeOf } from '../../../../src/core/views/initiative';
import { goal } from '../../../support/builders';

describe('initiativeOf', () => {
  for (const [chain, at] of [
    ['initiative', 0],
    ['item epic initiative objective', 2],
    ['item initiative initiative', 1],
    ['item epic objective', 1],
    ['item epic', 1],
    ['item item', 1],
    ['item', 0],
    ['objective', 0],
    ['objective objective', 0],
  ] as const) {
    it(`is number ${at} of ${chain}`, () => {
      const goals = chain.split(' ').map((level, index) => goal(`A-${index}`, { level: level as Level }));
      const [first, ...above] = goals;
      assert.equal(initiativeOf(first!, above), goals[at]);
    });
  }
});
