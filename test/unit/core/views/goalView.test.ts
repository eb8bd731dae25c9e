import assert from 'node:assert/strict';
import { goalView } from '../../../../src/core/views/goalView';
import { catalogOf, customers, goal, shopGoals } from '../../../support/builders';

describe('goalView', () => {
  it('takes priority and impact from the nearest ancestor that has them, and says whose they are', () => {
    const catalog = catalogOf(...shopGoals());
    const item = catalog.find('SHOP-142')!;
    assert.deepEqual(goalView(item, catalog).priority, {
      value: { rank: 1, label: 'Urgent' },
      from: catalog.find('SHOP-7'),
    });
    assert.equal(goalView(item, catalog).impact?.from.key, 'SHOP-7');
  });

  it('takes the own value before an ancestor’s', () => {
    const [objective, initiative, epic] = shopGoals();
    const item = goal('SHOP-142', {
      parentKey: 'SHOP-51',
      priority: { rank: 4, label: 'Low' },
      impact: customers(1),
    });
    const catalog = catalogOf(objective!, initiative!, epic!, item);
    assert.equal(goalView(item, catalog).priority?.value.rank, 4);
    assert.equal(goalView(item, catalog).impact?.value.customers?.value, 1);
  });

  it('treats "not set" as no priority', () => {
    const catalog = catalogOf(
      goal('A-1', { priority: { rank: 2, label: 'High' } }),
      goal('A-2', { parentKey: 'A-1', priority: { rank: 0, label: 'None' } }),
    );
    assert.equal(goalView(catalog.find('A-2')!, catalog).priority?.from.key, 'A-1');
    assert.equal(
      goalView(goal('B-1', { priority: { rank: 0, label: 'None' } }), catalog).priority,
      undefined,
    );
  });
});

describe('the initiative of a goalView', () => {
  it('is the nearest initiative at or above a goal', () => {
    const catalog = catalogOf(...shopGoals());
    for (const key of ['SHOP-142', 'SHOP-51', 'SHOP-7']) {
      assert.equal(goalView(catalog.find(key)!, catalog).initiative.key, 'SHOP-7');
    }
  });

  it('is the highest goal below the objectives where there is no initiative', () => {
    const catalog = catalogOf(
      goal('O-1', { level: 'objective' }),
      goal('E-1', { level: 'epic', parentKey: 'O-1' }),
      goal('I-1', { level: 'item', parentKey: 'E-1' }),
    );
    assert.equal(goalView(catalog.find('I-1')!, catalog).initiative.key, 'E-1');
    assert.equal(goalView(catalog.find('O-1')!, catalog).initiative.key, 'O-1');
  });
});

describe('the target of a goalView', () => {
  it('is the nearest, as the tracker spells it, and says whose it is', () => {
    const catalog = catalogOf(
      goal('A-1', { targetDate: '2026-12-31', targetLabel: '2026-Q4' }),
      goal('A-2', { parentKey: 'A-1' }),
      goal('A-3', { parentKey: 'A-2', targetDate: '2026-12-03' }),
    );
    const target = (key: string) => goalView(catalog.find(key)!, catalog).target;
    assert.deepEqual(
      [target('A-2')?.value, target('A-2')?.from.key],
      [{ date: '2026-12-31', label: '2026-Q4' }, 'A-1'],
    );
    assert.deepEqual([target('A-3')?.value, target('A-3')?.from.key], [{ date: '2026-12-03' }, 'A-3']);
  });
});

describe('the dependencies of a goalView', () => {
  it('tell open blockers from closed ones, and name keys that no tracker has', () => {
    const catalog = catalogOf(
      goal('A-1', { blockedByKeys: ['A-2', 'A-3', 'X-9'], blocksKeys: ['A-4'] }),
      goal('A-2', { status: { name: 'Done', category: 'done' } }),
      goal('A-3'),
      goal('A-4'),
    );
    const { dependencies, unknownReferences } = goalView(catalog.find('A-1')!, catalog);
    const { openBlockers, blockedBy, blocks } = dependencies;
    const keys = (goals: readonly { key: string }[]) => goals.map(({ key }) => key);
    assert.deepEqual(
      [keys(openBlockers), keys(blockedBy), keys(blocks), unknownReferences],
      [['A-3'], ['A-2', 'A-3'], ['A-4'], ['X-9']],
    );
  });
});

describe('a closed goalView', () => {
  it('is told apart from an open one below a closed goal', () => {
    const catalog = catalogOf(
      goal('A-1', { status: { name: 'Shipped', category: 'done' } }),
      goal('A-2', { parentKey: 'A-1' }),
    );
    const [closed, below] = ['A-1', 'A-2'].map((key) => goalView(catalog.find(key)!, catalog));
    assert.deepEqual([closed?.isClosed, closed?.closedAncestor], [true, undefined]);
    assert.deepEqual([below?.isClosed, below?.closedAncestor?.key], [false, 'A-1']);
  });

  it('is the same object as long as the catalog is', () => {
    const catalog = catalogOf(...shopGoals());
    const item = catalog.find('SHOP-142')!;
    assert.equal(goalView(item, catalog), goalView(item, catalog));
    assert.notEqual(goalView(item, catalog), goalView(item, catalogOf(...shopGoals())));
  });
});

describe('what else a goalView serves', () => {
  const catalog = catalogOf(
    goal('O-1', { level: 'objective' }),
    goal('O-2', { level: 'objective' }),
    goal('O-3', { level: 'objective' }),
    goal('A-1', { parentKey: 'O-1', otherParentKeys: ['O-2'] }),
    goal('A-2', { parentKey: 'A-1', otherParentKeys: ['O-3', 'O-2'], level: 'item' }),
  );
  const viewOf = (key: string) => goalView(catalog.find(key)!, catalog);
  const keys = (goals: readonly { readonly key: string }[]): string[] => goals.map(({ key }) => key);

  it('are the further parents of the goal and of those above it, each once', () => {
    assert.deepEqual(keys(viewOf('A-2').ancestors), ['A-1', 'O-1']);
    assert.deepEqual(keys(viewOf('A-2').alsoServes), ['O-3', 'O-2']);
    assert.deepEqual(keys(viewOf('A-1').alsoServes), ['O-2']);
    assert.deepEqual(viewOf('O-1').alsoServes, []);
  });

  it('is none that its chain has already', () => {
    const twice = catalogOf(
      goal('O-1', { level: 'objective', parentKey: 'A-1' }),
      goal('O-2', { level: 'objective' }),
      goal('A-1', { parentKey: 'O-1', otherParentKeys: ['O-2'] }),
      goal('A-2', { parentKey: 'O-2', otherParentKeys: ['A-1'] }),
    );
    for (const key of ['A-1', 'A-2', 'O-1']) {
      const { goal: own, ancestors, alsoServes } = goalView(twice.find(key)!, twice);
      assert.ok(
        alsoServes.every((each) => each !== own && !ancestors.includes(each)),
        key,
      );
    }
  });
});

describe('a goalView', () => {
  it('takes an impact in which nothing is said for none', () => {
    const catalog = catalogOf(
      goal('A-1', { impact: customers(3) }),
      goal('A-2', { parentKey: 'A-1', impact: {} }),
      goal('A-3', { impact: {} }),
    );
    const impactOf = (key: string) => goalView(catalog.find(key)!, catalog).impact?.from.key;
    assert.deepEqual([impactOf('A-2'), impactOf('A-3')], ['A-1', undefined]);
  });

  it('names the references that lead nowhere, each once', () => {
    const lost = goal('A-1', {
      parentKey: 'X-1',
      otherParentKeys: ['X-2'],
      covers: ['X-3'],
      blockedByKeys: ['X-4', 'A-2'],
      blocksKeys: ['X-4', 'X-5'],
    });
    const catalog = catalogOf(lost, goal('A-2'));
    assert.deepEqual(goalView(lost, catalog).unknownReferences, ['X-1', 'X-2', 'X-3', 'X-4', 'X-5']);
    assert.deepEqual(goalView(catalog.find('A-2')!, catalog).unknownReferences, []);
  });
});
