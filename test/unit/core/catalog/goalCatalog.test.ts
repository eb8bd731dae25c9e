import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Goal } from '../../../../src/core/goal/goal';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { effectiveImpact, effectivePriority } from '../../../../src/core/catalog/inheritance';
import { initiativeOf } from '../../../../src/core/catalog/initiative';
import { servedGoals } from '../../../../src/core/links/servedGoals';
import { catalogOf, customers, goal, shopGoals, tracker } from '../../../support/builders';

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

describe('inheritance', () => {
  it('takes priority and impact from the nearest ancestor that has them, and says whose they are', () => {
    const catalog = catalogOf(...shopGoals());
    const item = catalog.find('SHOP-142')!;
    assert.deepEqual(effectivePriority(item, catalog), {
      value: { rank: 1, label: 'Urgent' },
      from: catalog.find('SHOP-7'),
    });
    assert.equal(effectiveImpact(item, catalog)?.from.key, 'SHOP-7');
  });

  it('takes the own value before an ancestor’s', () => {
    const [objective, initiative, epic] = shopGoals();
    const item = goal('SHOP-142', {
      parentKey: 'SHOP-51',
      priority: { rank: 4, label: 'Low' },
      impact: customers(1),
    });
    const catalog = catalogOf(objective!, initiative!, epic!, item);
    assert.equal(effectivePriority(item, catalog)?.value.rank, 4);
    assert.equal(effectiveImpact(item, catalog)?.value.customers?.value, 1);
  });

  it('treats "not set" as no priority', () => {
    const catalog = catalogOf(
      goal('A-1', { priority: { rank: 2, label: 'High' } }),
      goal('A-2', { parentKey: 'A-1', priority: { rank: 0, label: 'None' } }),
    );
    assert.equal(effectivePriority(catalog.find('A-2')!, catalog)?.from.key, 'A-1');
    assert.equal(
      effectivePriority(goal('B-1', { priority: { rank: 0, label: 'None' } }), catalog),
      undefined,
    );
  });
});

describe('initiativeOf', () => {
  it('is the nearest initiative at or above a goal', () => {
    const catalog = catalogOf(...shopGoals());
    for (const key of ['SHOP-142', 'SHOP-51', 'SHOP-7']) {
      assert.equal(initiativeOf(catalog.find(key)!, catalog).key, 'SHOP-7');
    }
  });

  it('is the highest goal below the objectives where there is no initiative', () => {
    const catalog = catalogOf(
      goal('O-1', { level: 'objective' }),
      goal('E-1', { level: 'epic', parentKey: 'O-1' }),
      goal('I-1', { level: 'item', parentKey: 'E-1' }),
    );
    assert.equal(initiativeOf(catalog.find('I-1')!, catalog).key, 'E-1');
    assert.equal(initiativeOf(catalog.find('O-1')!, catalog).key, 'O-1');
  });
});

describe('servedGoals', () => {
  it('shows each initiative once, by its first link, and sets unknown keys aside', () => {
    const catalog = catalogOf(...shopGoals());
    const served = servedGoals(
      ['SHOP-142', 'SHOP-51', 'SHOP-160', 'SHOP-999'].map((key) => ({
        key,
        provenance: { kind: 'explicit' },
      })),
      catalog,
    );
    assert.deepEqual(
      served.goals.map(({ goal: { key }, linked }) => [key, linked.key]),
      [
        ['SHOP-7', 'SHOP-142'],
        ['SHOP-160', 'SHOP-160'],
      ],
    );
    assert.deepEqual(
      served.unknown.map(({ key }) => key),
      ['SHOP-999'],
    );
  });
});
