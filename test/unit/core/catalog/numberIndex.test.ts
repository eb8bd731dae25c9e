import assert from 'node:assert/strict';
import { NumberIndex } from '../../../../src/core/catalog/numberIndex';
import { goal, tracker } from '../../../support/builders';

const issue = (key: string, place: string, number: number) =>
  goal(key, { trackerId: 'github', url: `https://github.com/${place}/issues/${number}` });
const [seven, nine, other] = [
  issue('SHOP-7', 'acme/shop', 7),
  issue('SHOP-9', 'acme/shop', 9),
  issue('API-7', 'acme/api', 7),
];
const github = tracker([seven, nine, other], {
  id: 'github',
  references: { kind: 'github', url: 'https://github.com', places: ['acme/shop', 'acme/api'] },
});
const cart = goal('cart', { references: ['acme/shop#7', 'https://linear.app/acme/project/cart-0a1b/'] });
const named = goal('named', { url: 'https://goals.example/g/named?tab=1' });
const file = tracker([cart, named]);
const index = new NumberIndex([github, file]);

describe('NumberIndex', () => {
  it('finds the goals with a number, in every place', () => {
    assert.deepEqual(
      index.withNumber('#', 7).map(({ goal: { key }, place }) => [key, place]),
      [
        ['SHOP-7', 'acme/shop'],
        ['API-7', 'acme/api'],
        ['cart', 'acme/shop'],
      ],
    );
    assert.deepEqual([index.withNumber('&', 7), index.withNumber('#', 8)], [[], []]);
  });

  it('has each place once, with the beginning of its keys', () =>
    assert.deepEqual(
      index.spaces.map(({ tracker: { id }, sign, place, host, prefix }) => [id, sign, place, host, prefix]),
      [
        ['github', '#', 'acme/shop', 'github.com', 'SHOP-'],
        ['github', '#', 'acme/api', 'github.com', 'API-'],
        [file.id, '#', 'acme/shop', undefined, ''],
      ],
    ));

  it('finds the goals at an address', () => {
    assert.deepEqual(index.atPage('github.com/acme/shop/issues/7'), [seven]);
    assert.deepEqual(index.atPage('linear.app/acme/project/cart-0a1b'), [cart]);
    assert.deepEqual(index.atPage('goals.example/g/named'), [named]);
    assert.deepEqual(index.atPage('goals.example'), []);
    const two = new NumberIndex([tracker([named, { ...cart, url: named.url ?? '' }])]);
    assert.equal(two.atPage('goals.example/g/named').length, 2);
  });

  it('knows the number of a goal, and the newest beside it', () => {
    assert.deepEqual(
      [seven, other, named].map((each) => index.numberOf(each)?.number),
      [7, 7, undefined],
    );
    assert.deepEqual(
      [seven, nine, other, cart, named].map((each) => index.newestBeside(each)),
      [9, 9, 7, 7, 0],
    );
  });

  it('goes by the first number of a goal that has several', () => {
    const several = issue('SHOP-8', 'acme/shop', 8);
    const both = { ...several, references: ['acme/api#100'] };
    const found = new NumberIndex([{ ...github, goals: [seven, both] }]);
    assert.equal(found.numberOf(both)?.number, 8);
    assert.equal(found.newestBeside(seven), 8);
  });
});
