import assert from 'node:assert/strict';
import { CountingPlaces } from '../../../../src/core/catalog/countingPlaces';
import type { NumberSpace } from '../../../../src/core/catalog/numberSpace';
import { goal, tracker } from '../../../support/builders';

const github = tracker([], { id: 'github' });
const placeOf = (place: string): NumberSpace => ({
  tracker: github,
  sign: '#',
  place,
  host: 'github.com',
  prefix: '',
});
const [shop, api] = [placeOf('acme/shop'), placeOf('acme/api')];
const holder = { ...shop, host: 'github.com', number: 7, goal: goal('SHOP-7') };

describe('places that count', () => {
  it('count what is of the same tracker, place and host', () => {
    assert.equal(new CountingPlaces([api, shop]).count(holder), true);
    for (const not of [
      { ...shop, host: 'other' },
      { ...shop, host: undefined },
      { ...shop, place: 'x' },
      { ...shop, tracker: tracker([], { id: 'other' }) },
    ])
      assert.equal(new CountingPlaces([not]).count(holder), false);
    assert.equal(new CountingPlaces([]).count(holder), false);
  });

  it('are one where they are the same, or none', () => {
    const listed = { ...shop, tracker: tracker([], { id: 'other' }), host: undefined };
    assert.deepEqual(
      [[], [shop], [shop, listed], [shop, api]].map((list) => new CountingPlaces(list).isOne),
      [true, true, true, false],
    );
  });
});
