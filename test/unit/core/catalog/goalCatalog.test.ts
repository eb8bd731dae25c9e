import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Goal } from '../../../../src/core/goal/goal';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { TrackerState } from '../../../../src/core/tracker/trackerState';
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

describe('the indexes of a catalog', () => {
  const links = [{ kind: 'branch', name: 'totals' }] as const;
  const url = 'https://github.com/acme/shop/issues/7';
  const catalog = catalogOf(goal('SHOP-7', { url, links }));
  const home = { remotes: [] };

  it('know numbers, addresses and code', () => {
    assert.deepEqual(keysOf(catalog.numbers.atPage('github.com/acme/shop/issues/7')), ['SHOP-7']);
    assert.deepEqual(keysOf(catalog.code.ofBranch('totals').map((each) => each.goal)), ['SHOP-7']);
    assert.equal(catalog.in(home).find(url)?.key, 'SHOP-7');
  });

  it('are made once', () => {
    assert.equal(catalog.numbers, catalog.numbers);
    assert.equal(catalog.code, catalog.code);
    assert.equal(catalog.relations, catalog.relations);
    assert.equal(catalog.in(home), catalog.in(home));
  });
});

describe('a key in a catalog', () => {
  const at = (id: string, ...goals: readonly Partial<Goal>[]): TrackerState => {
    const all = goals.map(({ key = 'SHOP-7', ...more }) => goal(key, { trackerId: id, ...more }));
    return { id, name: id, phase: 'ready', goals: all, badEntries: 0 };
  };

  it('is that of the first of several trackers that are as near', () => {
    const catalog = new GoalCatalog([at('one', {}), at('two', {})]);
    assert.equal(catalog.find('SHOP-7')?.trackerId, 'one');
  });

  it('may be a former one, or one that is listed, but no other spelling', () => {
    const catalog = new GoalCatalog([
      at('one', { aliases: ['old-1'], references: ['LIST-1', '#7'] }, { key: 'SHOP-8', aliases: ['OLD-1'] }),
    ]);
    const found = ['OLD-1', 'list-1', '#7'].map((key) => catalog.find(key)?.key);
    assert.deepEqual(found, ['SHOP-7', 'SHOP-7', undefined]);
  });

  it('says which projects there are', () => {
    const keys = ['SHOP-12', 'A-B-3', 'checkout', 'x-1y'];
    const catalog = new GoalCatalog([
      at('one', ...keys.map((key) => ({ key })), { key: 'z', aliases: ['OLD-5'] }),
    ]);
    assert.deepEqual([...catalog.projects()].sort(), ['A-B', 'OLD', 'SHOP']);
  });

  it('says which projects were made up for numbers', () => {
    const references = { kind: 'github', url: 'https://github.com', places: [] } as const;
    const numbering = { ...at('github', { key: 'web-1' }, { key: 'SHOP-1' }, { key: 'z' }), references };
    const catalog = new GoalCatalog([at('jira', { key: 'SHOP-2' }, { key: 'OPS-1' }), numbering]);
    assert.deepEqual([...catalog.inventedProjects()], ['WEB']);
    assert.equal(catalog.inventedProjects(), catalog.inventedProjects());
  });

  it('is looked for in other trackers, unless the goal’s own makes its keys up', () => {
    const references = { kind: 'github', url: 'https://github.com', places: [] } as const;
    const catalog = new GoalCatalog([at('jira', { key: 'OPS-1' }), { ...at('github', {}), references }]);
    const related = (trackerId: string): string | undefined =>
      catalog.related(goal('SHOP-7', { trackerId }), 'ops-1')?.key;
    assert.deepEqual([related('jira'), related('github'), related('gone')], ['OPS-1', undefined, undefined]);
    const other = new GoalCatalog([at('jira', { key: 'OPS-1' }), at('linear', {})]);
    assert.equal(other.related(other.find('SHOP-7')!, 'ops-1')?.key, 'OPS-1');
  });

  it('that a goals file names is looked for beside it first', () => {
    const child = { key: 'SHOP-1', parentKey: 'TOP-1' };
    const folder = 'file:///a';
    const [file, beside, far] = [
      at('file', child),
      at('beside', { key: 'TOP-1' }),
      at('far', { key: 'TOP-1' }),
    ];
    const catalog = new GoalCatalog([far, { ...beside, folder }, { ...file, folder }]);
    const [above] = catalog.ancestors(catalog.find('SHOP-1')!);
    assert.equal(above?.trackerId, 'beside');
  });

  it('has 32 goals above it at most', () => {
    const chain = Array.from({ length: 40 }, (_, level) => ({
      key: `SHOP-${level}`,
      parentKey: `SHOP-${level + 1}`,
    }));
    const catalog = new GoalCatalog([at('one', ...chain)]);
    assert.equal(catalog.ancestors(catalog.find('SHOP-0')!).length, 32);
  });

  it('has the same goals below it when it was read earlier', () => {
    const catalog = new GoalCatalog([at('one', { key: 'SHOP-1' }, { key: 'SHOP-2', parentKey: 'SHOP-1' })]);
    const [top, below] = ['SHOP-1', 'SHOP-2'].map((key) => ({ ...catalog.find(key)! }));
    assert.ok(top && below);
    assert.deepEqual(
      [catalog.children(top), catalog.ancestors(below)].map(([first]) => first?.key),
      ['SHOP-2', 'SHOP-1'],
    );
    const gone = goal('SHOP-9', { trackerId: 'one' });
    assert.deepEqual([catalog.children(gone), catalog.ancestors(gone)], [[], []]);
  });
});
