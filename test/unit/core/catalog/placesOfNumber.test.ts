import assert from 'node:assert/strict';
import { PlacesOfNumber } from '../../../../src/core/catalog/placesOfNumber';
import { goal, tracker } from '../../../support/builders';

const file = tracker([]);
const azure = tracker([], {
  id: 'azure',
  references: { kind: 'azureDevOps', url: 'https://dev.azure.com/acme', places: [] },
});
const at = (key: string, place: string, more: object = {}) => ({
  goal: goal(key),
  tracker: file,
  sign: '#' as const,
  number: 7,
  place,
  ...more,
});

describe('the places of a number', () => {
  const one = at('A', 'acme/shop');
  const two = at('B', 'acme/shop', { host: 'x.example' });
  const item = at('AB-7', '', { tracker: azure, host: 'dev.azure.com' });

  it('have their goals, on any host', () => {
    const places = new PlacesOfNumber([one, two, item]);
    assert.deepEqual(places.in('acme/shop'), [one, two]);
    assert.deepEqual(places.in('acme'), []);
  });

  it('have a last name', () => {
    const [other, flat] = [at('C', 'beta/tools/shop'), at('D', 'shop')];
    const places = new PlacesOfNumber([one, other, flat, at('E', 'acme/shop-web')]);
    assert.deepEqual(places.named('shop'), [one, other, flat]);
    assert.deepEqual(places.named('acme'), []);
  });

  it('tell the hosts, and what is Azure’s', () => {
    const places = new PlacesOfNumber([one, two, item]);
    assert.deepEqual([places.isOn('x.example'), places.isOn('y.example')], [true, false]);
    assert.deepEqual(places.azure, [item]);
  });
});
