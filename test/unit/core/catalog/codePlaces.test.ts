import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodePlaces } from '../../../../src/core/catalog/codePlaces';

describe('the places of code', () => {
  const place = fc.string({ unit: fc.constantFrom('a', 'b', '/', '-', '0'), maxLength: 4 });

  it('have what one of them is, or is below', () =>
    fc.assert(
      fc.property(fc.array(place), place, (places, form) => {
        const is = places.some((each) => (form.endsWith('/') ? each.startsWith(form) : each === form));
        assert.equal(new CodePlaces(places).has(form), is);
      }),
    ));
});
