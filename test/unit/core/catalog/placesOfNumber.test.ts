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
  const [one, two, item] = [
    at('A', 'acme/shop'),
    at('B', 'acme/shop', { host: 'x.example' }),
    at('AB-7', '', { tracker: azure, host: 'dev.azure.com' }),
  ];
  const places = new PlacesOfNumber([one, two, item]);

  it('have their goals, on any host', () => {
    assert.deepEqual(places.in('acme/shop'), [one, two]);
    assert.deepEqual(places.in('acme'), []);
  });

  it('tell the hosts, and what is Azure’s', () => {
    assert.deepEqual([places.isOn('x.example'), places.isOn('y.example')], [true, false]);
    assert.deepEqual(places.azure, [item]);
  });
});
