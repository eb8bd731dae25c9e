import assert from 'node:assert/strict';
import { messageFacts, type MessageFacts } from '../../../../src/core/report/messageFacts';
import { shaOf } from './landingsFixture';

const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
const empty = { keys: [], reverts: [], isNumbered: false };
const long = 'ab'.repeat(32);

function facts(words: { subject?: string; body?: string; note?: string }): MessageFacts {
  return messageFacts({ subject: 's', body: '', note: '', ...words }, rules);
}

describe('the facts of a message', () => {
  it('are the keys and the reason for no goal, of the message and its note', () => {
    assert.deepEqual(facts({ subject: 'SHOP-7' }), { ...empty, keys: ['SHOP-7'] });
    assert.deepEqual(facts({ note: 'Text\n\nInitiative: SHOP-7\n\nInitiative: none (x)' }), {
      ...empty,
      keys: ['SHOP-7'],
      withoutGoal: 'x',
    });
    const reason = (value: string): string | undefined => facts({ body: `Initiative: ${value}` }).withoutGoal;
    assert.deepEqual(['none', 'none (a (b))', 'NONE: c', 'nonesuch', 'SHOP-7'].map(reason), [
      '',
      'a (b)',
      'c',
      undefined,
      undefined,
    ]);
  });

  it('are all commits that it reverts, by lines of git’s own', () => {
    const body = `This reverts commit ${shaOf(1)}.\n\nThis reverts commit ${long}, reversing\nchanges.`;
    assert.deepEqual(facts({ body }), { ...empty, reverts: [shaOf(1), long] });
    for (const other of [
      'This reverts commit nothing',
      `This reverts commit ${shaOf(1).slice(1)}`,
      `I know that This reverts commit ${shaOf(1)}.`,
    ]) {
      assert.deepEqual(facts({ body: other }), empty, other);
    }
  });

  it('are the commit that it was last picked from', () => {
    const picked = (sha: string): string => `(cherry picked from commit ${sha})`;
    assert.deepEqual(facts({ body: `x\n\n${picked(shaOf(1))}\n` }), { ...empty, pickedFrom: shaOf(1) });
    assert.deepEqual(facts({ body: `${picked(shaOf(1))}\n${picked(long)}` }), {
      ...empty,
      pickedFrom: long,
    });
    for (const other of [picked('abc'), `See ${picked(shaOf(1))}`])
      assert.deepEqual(facts({ body: other }), empty, other);
  });

  it('are its type, in lower case', () => {
    for (const [subject, type] of [
      ['fix: totals', 'fix'],
      ['Fix(cart)!: totals', 'fix'],
      ['Note: this is prose', 'note'],
      ['fix totals: all', undefined],
      ['fix:totals', undefined],
      ['fix(): totals', undefined],
    ] as const) {
      assert.deepEqual(facts({ subject }), type === undefined ? empty : { ...empty, type }, subject);
    }
  });

  it('are whether it ends in the number of a pull request, beside others as well', () => {
    assert.deepEqual(facts({ subject: 'Totals (#12)' }), { ...empty, isNumbered: true });
    assert.deepEqual(facts({ subject: 'fix: totals (#12)' }), { ...empty, type: 'fix', isNumbered: true });
    assert.deepEqual(facts({ subject: 'Totals (#12) again' }), empty);
  });

  it('are one object for all messages without any, as a history has many of them', () => {
    assert.equal(facts({ subject: 'One' }), facts({ subject: 'Two', body: 'Text' }));
    assert.equal(facts({ subject: 'One (#1)' }), facts({ subject: 'Two (#2)' }));
  });
});
