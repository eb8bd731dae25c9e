import assert from 'node:assert/strict';
import { namedKeys, withoutGoalIn } from '../../../../src/core/report/namedKeys';

const rules = { trailer: 'Initiative', projects: new Set(['SHOP', 'NONE']) };

describe('withoutGoalIn', () => {
  for (const [value, reason] of [
    ['none', ''],
    ['None', ''],
    ['none (tooling)', 'tooling'],
    ['none(tooling)', 'tooling'],
    ['none: tooling', 'tooling'],
    ['none – tooling ', 'tooling'],
    ['none ( two words )', 'two words'],
    ['none ()', ''],
    ['nonesuch', undefined],
    ['SHOP-7 none', undefined],
    ['', undefined],
  ] as const) {
    it(`is ${JSON.stringify(reason)} in ${JSON.stringify(value)}`, () =>
      assert.equal(withoutGoalIn(value), reason));
  }
});

describe('namedKeys', () => {
  for (const [name, body, note, keys, withoutGoal] of [
    ['reads keys', 'Initiative: SHOP-7', '', ['SHOP-7'], undefined],
    ['reads that there is no goal', 'Initiative: none (tooling)', '', [], 'tooling'],
    ['takes the first reason', 'Initiative: none (one)\nInitiative: none (two)', '', [], 'one'],
    ['reads a key beside it', 'Initiative: none (one)\nInitiative: SHOP-7', '', ['SHOP-7'], 'one'],
    ['takes no other trailer for it', 'Refs: none (one)', '', [], undefined],
    ['reads a note', '', 'Initiative: SHOP-7\n', ['SHOP-7'], undefined],
    ['reads in a note that there is no goal', '', 'Initiative: none (later)\n', [], 'later'],
    ['goes by the message before the note', 'Initiative: none', 'Initiative: none (later)\n', [], ''],
    ['reads a note’s key beside it', '', 'initiative: none\nInitiative: SHOP-7\nRefs: none', ['SHOP-7'], ''],
  ] as const) {
    it(name, () => {
      const found = namedKeys({ subject: 'Fix', body, note }, rules);
      assert.deepEqual([found.keys, found.withoutGoal], [keys, withoutGoal]);
    });
  }
});
