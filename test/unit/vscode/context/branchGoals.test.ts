import assert from 'node:assert/strict';
import { noChoices, type BranchChoices } from '../../../../src/core/links/branchLinks';
import { BranchGoals } from '../../../../src/vscode/context/branchGoals';
import { catalogOf, goal, shopGoals } from '../../../support/builders';

type Repository = Parameters<BranchGoals['of']>[0];

const both = 'feature/SHOP-131-SHOP-142-both';

function onBranch(name: string, choices: BranchChoices = noChoices) {
  const catalog = catalogOf(...shopGoals(), goal('SHOP-131', { level: 'item', parentKey: 'SHOP-7' }));
  const repository = {
    rootUri: { toString: () => 'file:///shop' },
    state: { HEAD: { name, commit: '0123456789' } },
  } as unknown as Repository;
  const [store, files, references] = [
    { catalog },
    { peek: () => ({ get: () => choices }) },
    {
      homeOf: () => undefined,
      in: () => catalog.in(),
      written: ({ key }: { key: string }) => key,
    },
  ] as unknown as ConstructorParameters<typeof BranchGoals>;
  const goals = new BranchGoals(store, files, references);
  return {
    linked: goals.of(repository)?.served.goals.map(({ linked }) => linked.key),
    tags: goals.tagsOf(repository, name),
  };
}

describe('BranchGoals', () => {
  it('has every item that a branch is linked to, and tags their initiative once', () => {
    assert.deepEqual(onBranch(both), { linked: ['SHOP-131', 'SHOP-142'], tags: ['SHOP-7'] });
    assert.deepEqual(onBranch('work', { linked: ['SHOP-142', 'SHOP-160', 'SHOP-131'], rejected: [] }), {
      linked: ['SHOP-142', 'SHOP-160', 'SHOP-131'],
      tags: ['SHOP-7', 'SHOP-160'],
    });
  });

  it('has what is left when a person takes one of two items off', () => {
    assert.deepEqual(onBranch(both, { linked: [], rejected: ['SHOP-131'] }), {
      linked: ['SHOP-142'],
      tags: ['SHOP-7'],
    });
  });

  it('has no tags for a branch that nothing is said of, and none where all was taken off', () => {
    assert.equal(onBranch('main').tags, undefined);
    assert.deepEqual(onBranch('main', { linked: [], rejected: ['SHOP-7'] }).tags, []);
  });
});
