import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Goal } from '../../../../src/core/goal/goal';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { catalogOf, goal, shopGoals, tracker } from '../../../support/builders';

const keysOf = (goals: readonly Goal[]): string[] => goals.map(({ key }) => key);

describe('GoalCatalog', () => {
  it('finds a goal by its key without regard to case', () => {
    assert.equal(catalogOf(...shopGoals()).find('shop-142')?.key, 'SHOP-142');
  });

  it('climbs from an item to its objective', () => {
    const catalog = catalogOf(...shopGoals());
    assert.deepEqual(keysOf(catalog.ancestors(catalog.find('SHOP-142')!)), ['SHOP-51', 'SHOP-7', 'OBJ-1']);
  });

  it('ends the climb at a cycle, wherever it starts', () => {
    const keys = fc.constantFrom('A-1', 'A-2', 'A-3', 'A-4', 'A-5');
    const graph = fc.array(fc.record({ key: keys, parentKey: keys }), { maxLength: 8 });
    fc.assert(
      fc.property(graph, (edges) => {
        const catalog = catalogOf(...edges.map(({ key, parentKey }) => goal(key, { parentKey })));
        for (const each of catalog.all()) {
          const chain = [each.key, ...keysOf(catalog.ancestors(each))];
          assert.equal(new Set(chain).size, chain.length);
        }
      }),
    );
  });

  it('prefers the goals file of the folder, then trackers of no folder, then files of other folders', () => {
    const own = goal('SHOP-1', { trackerId: 'own', title: 'own' });
    const remote = goal('SHOP-1', { trackerId: 'remote', title: 'remote' });
    const other = goal('SHOP-1', { trackerId: 'other', title: 'other' });
    const trackers = [
      tracker([other], { folder: 'file:///other' }),
      { ...tracker([remote]), folder: undefined as never },
      tracker([own], { folder: 'file:///own' }),
    ];
    assert.equal(new GoalCatalog(trackers).find('SHOP-1', 'file:///own')?.title, 'own');
    assert.equal(new GoalCatalog(trackers).find('SHOP-1', 'file:///third')?.title, 'remote');
    assert.deepEqual(
      new GoalCatalog(trackers).all('file:///own').map(({ title }) => title),
      ['own'],
    );
  });

  it('keeps the chain within one tracker', () => {
    const catalog = new GoalCatalog([
      tracker([goal('A-1', { trackerId: 'one', title: 'wrong' })]),
      tracker([
        goal('A-1', { trackerId: 'two', title: 'right' }),
        goal('A-2', { trackerId: 'two', parentKey: 'A-1' }),
      ]),
    ]);
    assert.equal(catalog.ancestors(catalog.find('A-2')!)[0]?.title, 'right');
  });

  it('knows the projects of its keys', () => {
    assert.deepEqual(
      [...catalogOf(...shopGoals(), goal('web-app-3'), goal('loose')).projects()],
      ['OBJ', 'SHOP', 'WEB-APP'],
    );
  });

  it('lists the goals below a goal', () => {
    const catalog = catalogOf(...shopGoals());
    assert.deepEqual(keysOf(catalog.children(catalog.find('SHOP-7')!)), ['SHOP-51']);
    assert.deepEqual(keysOf(catalog.descendants(catalog.find('SHOP-7')!)), ['SHOP-51', 'SHOP-142']);
  });

  it('ends the descent at a cycle', () => {
    const catalog = catalogOf(goal('A-1', { parentKey: 'A-2' }), goal('A-2', { parentKey: 'A-1' }));
    assert.deepEqual(keysOf(catalog.descendants(catalog.find('A-1')!)), ['A-2']);
  });

  it('finds a goal by a key that it had before it moved, unless another has that key now', () => {
    const moved = goal('SHOP-142', { aliases: ['OLD-5', 'SHOP-7'] });
    const catalog = catalogOf(moved, goal('SHOP-7'));
    assert.equal(catalog.find('old-5'), moved);
    assert.notEqual(catalog.find('SHOP-7'), moved);
    assert.ok(catalog.projects().has('OLD'));
  });
});
