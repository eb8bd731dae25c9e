import assert from 'node:assert/strict';
import type { Goal } from '../../../src/core/goal/goal';
import { servedGoals } from '../../../src/core/links/servedGoals';
import { shortGoalLine, shortGoalLines } from '../../../src/presentation/fileGoalsText';
import { catalogOf, goal, shopGoals, textOptions } from '../../support/builders';

describe('shortGoalLine', () => {
  const catalog = catalogOf(...shopGoals(), goal('SHOP-200', { title: 'A $(flame) title' }));
  const lineOf = (key: string): string => shortGoalLine(catalog.find(key)!, catalog, textOptions);

  it('has priority, title and key', () =>
    assert.equal(lineOf('SHOP-7'), 'P1 Checkout that never loses a cart (SHOP-7)'));

  it('says which goal its priority is from, where that is inherited', () =>
    assert.equal(lineOf('SHOP-142'), 'P1 from SHOP-7 · Retry a payment (SHOP-142)'));

  it('has no priority where none is set, and no icon of a title', () =>
    assert.equal(lineOf('SHOP-200'), 'A $ (flame) title (SHOP-200)'));
});

const priority = (rank: 1 | 2 | 3) => ({ priority: { rank, label: `P${rank}` } }) as const;
const goals: readonly Goal[] = [
  goal('SHOP-7', priority(2)),
  goal('SHOP-9', priority(1)),
  goal('SHOP-12', { title: 'Buy $(bug) now', ...priority(3) }),
  goal('SHOP-131', { level: 'item', parentKey: 'SHOP-7' }),
  goal('SHOP-142', { level: 'item', parentKey: 'SHOP-7', ...priority(1) }),
  goal('SHOP-10', { level: 'item', parentKey: 'SHOP-9', ...priority(2) }),
  goal('OLD-1', { ...priority(1), status: { name: 'Done', category: 'done' } }),
];

function lines(...keys: readonly string[]) {
  const catalog = catalogOf(...goals);
  const links = keys.map((key) => ({ key, provenance: { kind: 'explicit' } as const }));
  const { shown, more } = shortGoalLines(servedGoals(links, catalog).goals, catalog, textOptions);
  return [...shown.map(({ text }) => text), ...(more === undefined ? [] : [more])];
}

describe('shortGoalLines', () => {
  it('names the more urgent initiative first, whatever its item’s own priority', () =>
    assert.deepEqual(lines('SHOP-131', 'SHOP-10'), [
      'P1 Title of SHOP-9 (SHOP-9)',
      'P2 Title of SHOP-7 (SHOP-7)',
    ]));

  it('names the item that a rule names where it is more urgent than its initiative', () =>
    assert.deepEqual(lines('SHOP-142'), ['P1 Title of SHOP-142 (SHOP-142)']));

  it('names two open goals and how many more there are, and draws no icon of a title', () => {
    assert.deepEqual(lines('OLD-1', 'SHOP-12'), ['P3 Buy $ (bug) now (SHOP-12)']);
    assert.deepEqual(lines('SHOP-12', 'SHOP-7', 'SHOP-9').slice(2), ['1 more']);
  });
});
