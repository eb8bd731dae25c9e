import assert from 'node:assert/strict';
import { servedGoals } from '../../../../src/core/links/servedGoals';
import { catalogOf, shopGoals } from '../../../support/builders';

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
