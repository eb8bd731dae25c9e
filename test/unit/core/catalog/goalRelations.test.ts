import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { blockedChains } from '../../../../src/core/report/blockedChains';
import type { Goal, Rank } from '../../../../src/core/goal/goal';
import { goalView } from '../../../../src/core/views/goalView';
import { catalogOf, goal, tracker } from '../../../support/builders';

const keysOf = (goals: readonly Goal[]): string[] => goals.map(({ key }) => key);
const ranked = (rank: Rank): Pick<Goal, 'priority'> => ({ priority: { rank, label: `P${rank}` } });
const closed = { status: { name: 'Shipped', category: 'done' as const } };

describe('a goal with several parents', () => {
  const chainOf = (catalog: GoalCatalog, key: string): string[] =>
    keysOf(catalog.ancestors(catalog.find(key)!));

  it('shows the chain of the most urgent one, and names the others', () => {
    const catalog = catalogOf(
      goal('SHOP-1', { parentKey: 'INIT-1', otherParentKeys: ['INIT-2', 'INIT-3'] }),
      goal('INIT-1', ranked(3)),
      goal('INIT-2', ranked(1)),
      goal('INIT-3'),
    );
    const view = goalView(catalog.find('SHOP-1')!, catalog);
    assert.deepEqual(keysOf(view.ancestors), ['INIT-2']);
    assert.deepEqual(keysOf(view.alsoServes), ['INIT-1', 'INIT-3']);
    assert.equal(view.priority?.from.key, 'INIT-2');
    assert.deepEqual(keysOf(catalog.children(catalog.find('INIT-3')!)), ['SHOP-1']);
  });

  it('counts the priority that a parent inherits', () => {
    const catalog = catalogOf(
      goal('SHOP-1', { parentKey: 'EPIC-1', otherParentKeys: ['EPIC-2'] }),
      goal('EPIC-1', { parentKey: 'INIT-1' }),
      goal('EPIC-2', { parentKey: 'INIT-2' }),
      goal('INIT-1', ranked(2)),
      goal('INIT-2', ranked(1)),
    );
    assert.deepEqual(chainOf(catalog, 'SHOP-1'), ['EPIC-2', 'INIT-2']);
  });

  it('takes the first of those that are alike, and an open one before one that is over', () => {
    const catalog = catalogOf(
      goal('SHOP-1', { parentKey: 'INIT-1', otherParentKeys: ['INIT-2'] }),
      goal('SHOP-2', { parentKey: 'INIT-2', otherParentKeys: ['INIT-1'] }),
      goal('SHOP-3', { parentKey: 'INIT-3', otherParentKeys: ['INIT-1'] }),
      goal('INIT-1'),
      goal('INIT-2'),
      goal('INIT-3', { ...ranked(1), ...closed }),
    );
    assert.deepEqual(
      ['SHOP-1', 'SHOP-2', 'SHOP-3'].map((key) => chainOf(catalog, key)[0]),
      ['INIT-1', 'INIT-2', 'INIT-1'],
    );
  });

  it('does not skip a level because what is above its parent is named too', () => {
    const catalog = catalogOf(
      goal('SHOP-1', { parentKey: 'INIT-1', otherParentKeys: ['EPIC-1'] }),
      goal('EPIC-1', { parentKey: 'INIT-1', ...ranked(4) }),
      goal('INIT-1', ranked(1)),
    );
    const view = goalView(catalog.find('SHOP-1')!, catalog);
    assert.deepEqual(keysOf(view.ancestors), ['EPIC-1', 'INIT-1']);
    assert.deepEqual(view.alsoServes, []);
  });

  it('names what a goal above it serves as well', () => {
    const catalog = catalogOf(
      goal('SHOP-1', { parentKey: 'PROJ-1' }),
      goal('PROJ-1', { parentKey: 'INIT-1', otherParentKeys: ['INIT-2'] }),
      goal('INIT-1'),
      goal('INIT-2'),
    );
    assert.deepEqual(keysOf(goalView(catalog.find('SHOP-1')!, catalog).alsoServes), ['INIT-2']);
  });

  it('has a chain without repetition, whatever the graph, and is below each of its parents', () => {
    const key = fc.constantFrom('A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6');
    const node = fc.record({
      key,
      parents: fc.array(key, { maxLength: 4 }),
      covers: fc.array(key, { maxLength: 3 }),
      rank: fc.constantFrom<Rank>(0, 1, 2, 3, 4),
    });
    fc.assert(
      fc.property(fc.uniqueArray(node, { selector: (each) => each.key, maxLength: 6 }), (nodes) => {
        const catalog = catalogOf(
          ...nodes.map(({ key, parents: [parentKey, ...otherParentKeys], covers, rank }) =>
            goal(key, { ...(parentKey && { parentKey, otherParentKeys }), covers, ...ranked(rank) }),
          ),
        );
        for (const each of catalog.all()) {
          const chain = [each, ...catalog.ancestors(each)];
          assert.equal(new Set(chain).size, chain.length);
          for (const parent of catalog.relations.parents(each))
            assert.ok(catalog.children(parent).includes(each));
        }
      }),
    );
  });
});

describe('goals above the tracker', () => {
  const jira = tracker(
    [
      goal('SHOP-120', {
        trackerId: 'jira',
        level: 'epic',
        url: 'https://acme.atlassian.net/browse/SHOP-120',
      }),
      goal('SHOP-121', {
        trackerId: 'jira',
        level: 'epic',
        url: 'https://acme.atlassian.net/browse/SHOP-121',
      }),
      goal('SHOP-142', { trackerId: 'jira', level: 'item', parentKey: 'SHOP-120' }),
    ],
    { name: 'Jira' },
  );
  const github = {
    ...tracker([goal('WEB-7', { trackerId: 'github', url: 'https://github.com/acme/web/issues/7' })]),
    references: { kind: 'github' as const, url: 'https://api.github.com', places: ['acme/web'] },
  };
  const file = (...goals: Goal[]) => tracker(goals, { folder: 'file:///shop' });
  const initiative = (more: Partial<Goal>): Goal =>
    goal('INIT-1', { trackerId: 'file', level: 'initiative', ...ranked(1), ...more });
  const catalogWith = (...goals: Goal[]): GoalCatalog => new GoalCatalog([jira, github, file(...goals)]);

  for (const [how, reference, covered] of [
    ['by key', 'shop-120', 'SHOP-120'],
    ['by address', 'https://acme.atlassian.net/browse/SHOP-120', 'SHOP-120'],
    ['by the tracker’s own spelling', 'acme/web#7', 'WEB-7'],
    ['by the address of a number', 'https://github.com/acme/web/issues/7', 'WEB-7'],
  ] as const) {
    it(`cover goals of another tracker ${how}`, () => {
      const catalog = catalogWith(initiative({ covers: [reference] }));
      const view = goalView(catalog.find(covered)!, catalog);
      assert.deepEqual(keysOf(view.ancestors), ['INIT-1']);
      assert.equal(view.priority?.from.key, 'INIT-1');
      assert.deepEqual(keysOf(catalog.children(catalog.find('INIT-1')!)), [covered]);
    });
  }

  it('are above what is below the goals that they cover', () => {
    const catalog = catalogWith(initiative({ covers: ['SHOP-120', 'SHOP-121'] }));
    const view = goalView(catalog.find('SHOP-142')!, catalog);
    assert.deepEqual(keysOf(view.ancestors), ['SHOP-120', 'INIT-1']);
    assert.equal(view.initiative.key, 'INIT-1');
    assert.deepEqual(keysOf(catalog.descendants(catalog.find('INIT-1')!)), [
      'SHOP-120',
      'SHOP-121',
      'SHOP-142',
    ]);
  });

  it('wait and are waited for across trackers, seen from both ends', () => {
    const catalog = catalogWith(initiative({ blockedByKeys: ['SHOP-120'], blocksKeys: ['acme/web#7'] }));
    const of = (key: string) => goalView(catalog.find(key)!, catalog).dependencies;
    assert.deepEqual(keysOf(of('INIT-1').openBlockers), ['SHOP-120']);
    assert.deepEqual(keysOf(of('SHOP-120').blocks), ['INIT-1']);
    assert.deepEqual(keysOf(of('WEB-7').openBlockers), ['INIT-1']);
    const [tree] = blockedChains(catalog, 'file:///shop', () => false);
    assert.deepEqual([tree?.goal.key, tree?.waitsFor[0]?.goal.key], ['WEB-7', 'INIT-1']);
  });

  it('name what is in no tracker that is read', () => {
    const more = { parentKey: 'OBJ-9', covers: ['SHOP-120', 'OTHER-1'], blockedByKeys: ['acme/api#3'] };
    const catalog = catalogWith(initiative(more));
    assert.deepEqual(goalView(catalog.find('INIT-1')!, catalog).unknownReferences, [
      'OBJ-9',
      'OTHER-1',
      'acme/api#3',
    ]);
  });

  it('are not guessed for a tracker whose keys are made up', () => {
    const issue = goal('WEB-8', { trackerId: 'github', parentKey: 'SHOP-120' });
    const numbering = { ...github, goals: [issue] };
    const catalog = new GoalCatalog([jira, numbering]);
    assert.deepEqual(catalog.ancestors(issue), []);
  });
});
