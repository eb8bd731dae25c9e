import assert from 'node:assert/strict';
import { goalView } from '../../../src/core/views/goalView';
import { goalCard } from '../../../src/presentation/goalCard';
import { catalogOf, goal, shopGoals, textOptions } from '../../support/builders';

describe('the card of a goal', () => {
  const catalog = catalogOf(...shopGoals());
  const card = (key: string) => goalCard(goalView(catalog.find(key)!, catalog), textOptions);

  it('says of an item whose priority, date and customers it has, and the initiative as its reason', () => {
    assert.deepEqual(card('SHOP-142'), [
      { name: 'P1 · Retry a payment', text: 'SHOP-142' },
      { text: 'P1 from SHOP-7 · due in 20 days, Dec 12, 2026 from SHOP-7' },
      { icon: 'type-hierarchy', name: 'Checkout that never loses a cart', text: 'SHOP-7 · At risk' },
      { icon: 'organization', text: '38 customers from SHOP-7' },
    ]);
  });

  it('says nothing twice of an initiative, and leaves out what is not recorded', () => {
    assert.deepEqual(card('SHOP-7'), [
      { name: 'P1 · Checkout that never loses a cart', text: 'SHOP-7' },
      { text: 'In progress · At risk · due in 20 days, Dec 12, 2026' },
      { icon: 'organization', text: '38 customers' },
    ]);
    const bare = catalogOf(goal('A-1'));
    assert.deepEqual(goalCard(goalView(bare.find('A-1')!, bare), textOptions), [
      { name: 'Title of A-1', text: 'A-1' },
    ]);
  });
});
