import assert from 'node:assert/strict';
import { initiativesOf, servedGoals, type ServedGoals } from '../../../../src/core/links/servedGoals';
import { catalogOf, goal, shopGoals } from '../../../support/builders';

const shop = catalogOf(...shopGoals(), goal('SHOP-131', { level: 'item', parentKey: 'SHOP-7' }));

function served(keys: readonly string[], catalog = shop): ServedGoals {
  return servedGoals(
    keys.map((key) => ({ key, provenance: { kind: 'explicit' } })),
    catalog,
  );
}

const namesIn = ({ goals }: ServedGoals): string[][] =>
  goals.map(({ goal: { key }, linked }) => [key, linked.key]);

describe('servedGoals', () => {
  it('has every linked goal in the order of its links, two of one initiative too', () => {
    assert.deepEqual(namesIn(served(['SHOP-142', 'SHOP-160', 'SHOP-131', 'SHOP-7'])), [
      ['SHOP-7', 'SHOP-142'],
      ['SHOP-160', 'SHOP-160'],
      ['SHOP-7', 'SHOP-131'],
      ['SHOP-7', 'SHOP-7'],
    ]);
  });

  it('has a goal once, by its first link, however often and by whatever name it is linked', () => {
    const catalog = catalogOf(...shopGoals(), goal('SHOP-170', { aliases: ['OLD-1'] }));
    const found = served(['OLD-1', 'SHOP-142', 'shop-142', 'SHOP-170'], catalog);
    assert.deepEqual(
      found.goals.map(({ linked, link }) => [linked.key, link.key]),
      [
        ['SHOP-170', 'OLD-1'],
        ['SHOP-142', 'SHOP-142'],
      ],
    );
  });

  it('sets unknown keys aside', () => {
    const { goals, unknown } = served(['SHOP-999', 'SHOP-160', 'SHOP-998']);
    assert.equal(goals.length, 1);
    assert.deepEqual(
      unknown.map(({ key }) => key),
      ['SHOP-999', 'SHOP-998'],
    );
  });
});

describe('initiativesOf', () => {
  it('has each initiative once, in the order of the first link to it', () => {
    const { goals } = served(['SHOP-142', 'SHOP-160', 'SHOP-131']);
    assert.deepEqual(
      initiativesOf(goals).map(({ key }) => key),
      ['SHOP-7', 'SHOP-160'],
    );
  });
});
