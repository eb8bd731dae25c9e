import assert from 'node:assert/strict';
import { shortGoalLine, shortGoalLines } from '../../../src/presentation/fileGoalsText';
import { catalogOf, goal, shopGoals, textOptions } from '../../support/builders';

const catalog = catalogOf(...shopGoals(), goal('SHOP-200', { title: 'A $(flame) title' }));
const lineOf = (key: string): string => shortGoalLine(catalog.find(key)!, catalog, textOptions);

describe('a goal of a file in one line', () => {
  it('has its priority, title and key', () =>
    assert.equal(lineOf('SHOP-7'), 'P1 Checkout that never loses a cart (SHOP-7)'));

  it('says which goal its priority is from, where that is inherited', () => {
    assert.equal(lineOf('SHOP-142'), 'P1 from SHOP-7 · Retry a payment (SHOP-142)');
    assert.deepEqual(
      shortGoalLines([catalog.find('SHOP-51')!], catalog, textOptions).shown.map(({ text }) => text),
      ['P1 from SHOP-7 · Payments survive a passing fault (SHOP-51)'],
    );
  });

  it('has no priority where none is set, and no icon of a title', () =>
    assert.equal(lineOf('SHOP-200'), 'A $ (flame) title (SHOP-200)'));
});
