import assert from 'node:assert/strict';
import { mostSpecific } from '../../../../src/core/links/mostSpecific';
import { catalogOf, shopGoals } from '../../../support/builders';

describe('mostSpecific', () => {
  const catalog = catalogOf(...shopGoals());
  const keysOf = (...keys: string[]): string[] =>
    mostSpecific(
      keys.map((key) => ({ goal: catalog.find(key)! })),
      catalog,
    ).map(({ goal }) => goal.key);

  it('takes the item in place of what is above it, and keeps the order', () =>
    assert.deepEqual(keysOf('SHOP-7', 'SHOP-160', 'SHOP-142', 'OBJ-1'), ['SHOP-160', 'SHOP-142']));

  it('keeps an initiative that stands for itself', () => assert.deepEqual(keysOf('SHOP-7'), ['SHOP-7']));
});
