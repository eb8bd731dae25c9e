import assert from 'node:assert/strict';
import { declaredIntent } from '../../../../src/core/check/declaredIntent';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { catalogOf, goal, shopGoals } from '../../../support/builders';

const catalog = catalogOf(...shopGoals(), goal('SHOP-9', { level: 'initiative' }));
const pathMap = parsePathMap('/cart/ SHOP-142\n/search/ SHOP-9\n/both/ SHOP-9 SHOP-7\n/free/\n');

function intent(declared: readonly string[], paths: readonly string[]) {
  const goals = declared.map((key) => catalog.find(key)!);
  return declaredIntent({ declared: goals, paths, pathMap, catalog, home: undefined });
}

describe('declaredIntent', () => {
  for (const [declared, paths, verdict] of [
    [['SHOP-7'], [], 'noChange'],
    [[], [], 'noChange'],
    [[], ['cart/a'], 'noGoal'],
    [['SHOP-7'], ['cart/a'], 'fits'],
    [['SHOP-7'], ['cart/a', 'docs/b'], 'fits'],
    [['SHOP-7'], ['docs/b', 'free/c'], 'unmapped'],
    [['SHOP-7'], ['search/a'], 'strays'],
    [['SHOP-7'], ['cart/a', 'search/a', 'docs/b'], 'strays'],
    [['SHOP-9', 'SHOP-7'], ['cart/a', 'search/a'], 'fits'],
  ] as const) {
    it(`says ${verdict} of ${paths.join(', ') || 'nothing'} for ${declared.join(', ') || 'no goal'}`, () =>
      assert.equal(intent(declared, paths).verdict, verdict));
  }

  it('tells which file is which', () => {
    assert.deepEqual(intent(['SHOP-7'], ['cart/a', 'search/b', 'both/c', 'docs/d', 'free/e']), {
      verdict: 'strays',
      inside: ['cart/a', 'both/c'],
      strays: [{ path: 'search/b', keys: ['SHOP-9'] }],
      unmapped: ['docs/d', 'free/e'],
    });
  });

  it('knows of no file’s goal without a path map', () => {
    const declared = [catalog.find('SHOP-7')!];
    const found = declaredIntent({
      declared,
      paths: ['cart/a'],
      pathMap: undefined,
      catalog,
      home: undefined,
    });
    assert.deepEqual([found.verdict, found.unmapped], ['unmapped', ['cart/a']]);
  });
});
