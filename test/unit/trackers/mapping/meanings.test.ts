import assert from 'node:assert/strict';
import fc from 'fast-check';
import { levels, statusCategories } from '../../../../src/core/goal/goal';
import { levelOf, priorityOf, statusOf } from '../../../../src/trackers/mapping/meanings';

describe("The meaning of a tracker's words", () => {
  for (const [label, rank] of [
    ['Urgent', 1],
    ['P0', 1],
    ['Blocker', 1],
    ['2 - High', 2],
    ['Major', 2],
    ['Medium', 3],
    ['Normal', 3],
    ['Lowest', 4],
    ['P5', 4],
    ['No priority', 0],
    ['P-1', 1],
    ['Very high', 1],
    ['Dringend', 1],
    ['Crítica', 1],
    ['Élevée', 2],
    ['Alta', 2],
    ['Moyenne', 3],
    ['Niedrig', 4],
    ['Wichtig', 0],
  ] as const) {
    it(`ranks ${label}`, () => assert.deepEqual(priorityOf(` ${label} `), { rank, label }));
  }

  for (const [label, rank] of [
    ['1 - urgent', 1],
    ['2: Hoch', 2],
    ['3) Medium', 3],
    ['1 - low', 4],
    ['P1: outage', 1],
    ['p-3 – soon', 3],
    ['P2 - critical', 1],
    ['P7 - later', 4],
    ['5 - whatever', 0],
  ] as const) {
    it(`ranks ${label}, a number and a word`, () => assert.equal(priorityOf(label).rank, rank));
  }

  it('ranks an unusual word by its place', () => {
    const ranks = (of: number): number[] =>
      Array.from({ length: of }, (_, index) => priorityOf('?', { index, of }).rank);
    assert.deepEqual(ranks(3), [1, 2, 3]);
    assert.deepEqual(ranks(4), [1, 2, 3, 4]);
    assert.deepEqual(ranks(8), [1, 1, 2, 2, 3, 3, 4, 4]);
    assert.equal(priorityOf('?', { index: -1, of: 3 }).rank, 0);
    assert.equal(priorityOf('?', { index: 0, of: 0 }).rank, 0);
  });

  for (const [type, level] of [
    ['Objective', 'objective'],
    ['Strategic goals', 'objective'],
    ['Initiative', 'initiative'],
    ['Portfolio Epic', 'initiative'],
    ['Epic', 'epic'],
    ['Feature', 'epic'],
    ['User Story', 'item'],
    ['', 'item'],
  ] as const) {
    it(`takes "${type}" for the level ${level}`, () => assert.equal(levelOf(type, {}), level));
  }

  it('goes by the connection first, then by the word, then by the fallback', () => {
    assert.equal(levelOf('EPIC', { levels: { epic: 'objective' } }), 'objective');
    assert.equal(levelOf('Epic', {}, 'item'), 'epic');
    assert.equal(levelOf('Thema', {}, 'initiative'), 'initiative');
    assert.deepEqual(statusOf('done', 'active', { statuses: { Done: 'dropped' } }), {
      name: 'done',
      category: 'dropped',
    });
    assert.deepEqual(statusOf('Done', 'active', {}), { name: 'Done', category: 'active' });
  });

  for (const [name, category] of [
    ['Won’t do', 'dropped'],
    ["Won't do", 'dropped'],
    ['Cancelled', 'dropped'],
    ['On hold', 'blocked'],
    ['Shipped', 'done'],
    ['In Progress', 'active'],
    ['Triage', 'proposed'],
    ['Backlog', 'planned'],
    ['Fertig', 'done'],
    ['En curso', 'active'],
    ['Xyzzy', undefined],
    [' ', undefined],
  ] as const) {
    it(`takes the status "${name}" for ${category}`, () =>
      assert.equal(statusOf(name, undefined, {})?.category, category));
  }

  it('is one of those there are, for any word', () => {
    const map = <T extends string>(some: readonly T[]) =>
      fc.dictionary(fc.string(), fc.constantFrom(...some));
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer(),
        fc.integer(),
        map(levels),
        map(statusCategories),
        (word, index, of, l, s) => {
          assert.ok([0, 1, 2, 3, 4].includes(priorityOf(word, { index, of }).rank));
          assert.ok(levels.includes(levelOf(word, { levels: l })));
          const status = statusOf(word, undefined, { statuses: s });
          assert.ok(!status || statusCategories.includes(status.category));
        },
      ),
    );
  });
});
