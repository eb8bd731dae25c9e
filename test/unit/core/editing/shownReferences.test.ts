import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { referenceAt, shownReferences } from '../../../../src/core/editing/shownReferences';
import { goal, shopGoals, tracker } from '../../../support/builders';
import { assertGrowsAsSize } from '../../../support/growth';

const numbered = goal('ISSUE-142', {
  id: '142',
  trackerId: 'github',
  level: 'item',
  url: 'https://github.com/acme/shop/issues/142',
});
const references = new GoalCatalog([
  tracker(shopGoals()),
  tracker([numbered], {
    id: 'github',
    references: { kind: 'github', url: 'https://github.com', places: ['acme/shop'] },
  }),
]).in({ folder: 'file:///shop', remotes: [{ host: 'github.com', path: 'acme/shop' }] });

const shown = (line: string, place: 'prose' | 'code' = 'code'): string[] =>
  shownReferences(line, references, place).map(({ text, goal: { key } }) => `${text} ${key}`);

describe('shownReferences', () => {
  it('finds every place where a known key stands', () =>
    assert.deepEqual(shown("throw new Error('SHOP-142'); // shop-142, SHOP-7"), [
      'SHOP-142 SHOP-142',
      'shop-142 SHOP-142',
      'SHOP-7 SHOP-7',
    ]));

  it('leaves out what no tracker has', () => assert.deepEqual(shown('SHOP-999 UTF-8 OPS-1'), []));

  it('takes a bare number in code for a goal only in a comment', () => {
    assert.deepEqual(shown('color: #142;'), []);
    assert.deepEqual(shown('const a = 1; // see #142'), ['#142 ISSUE-142']);
    assert.deepEqual(shown('color: #142;', 'prose'), ['#142 ISSUE-142']);
  });

  it('takes a key that we made up only in upper case', () =>
    assert.deepEqual(shown('issue-142 is a host, ISSUE-142 is not'), ['ISSUE-142 ISSUE-142']));

  it('lists keys, numbers and addresses as they stand', () =>
    assert.deepEqual(shown('#142 SHOP-7 https://github.com/acme/shop/issues/142 SHOP-142', 'prose'), [
      '#142 ISSUE-142',
      'SHOP-7 SHOP-7',
      'https://github.com/acme/shop/issues/142 ISSUE-142',
      'SHOP-142 SHOP-142',
    ]));

  it('reads 2,000 characters of a line', () => {
    assert.deepEqual(shown(`${'x'.repeat(1993)} SHOP-7`), ['SHOP-7 SHOP-7']);
    assert.deepEqual(shown(`${'x'.repeat(1994)} SHOP-7`), []);
  });

  it('does not look at the rest of a long line, whatever is in the part that it reads', () => {
    for (const shape of ["'A &1 ", 'A &1 ', '&1 ', 'a{color:#333}']) {
      const lines = [2e3, 4e3, 8e3, 4e6].map((length) => shape.repeat(length / shape.length));
      assertGrowsAsSize(shape, lines, (line) => shown(line));
    }
  });

  it('takes no longer for each of a line’s numbers in code the more there are', () => {
    // Lines of as many characters, of which ever more are numbers.
    const line = (count: number): string => '#1 '.repeat(count).padEnd(1995, 'x');
    assertGrowsAsSize('#1 ', [83, 166, 332, 665].map(line), (text) => {
      for (let at = 0; at < 20; at += 1) shown(text);
    });
  });

  it('reads an address wherever it stands, and once', () =>
    assert.deepEqual(shown("const docs = 'https://github.com/acme/shop/issues/142';"), [
      'https://github.com/acme/shop/issues/142 ISSUE-142',
    ]));

  it('knows which of them stands at a place', () => {
    const line = 'SHOP-7 before SHOP-142';
    const at = (column: number): string | undefined =>
      referenceAt(line, column, references, 'code')?.goal.key;
    assert.deepEqual(
      [at(0), at(6), at(8), at(14), at(22)],
      ['SHOP-7', 'SHOP-7', undefined, 'SHOP-142', 'SHOP-142'],
    );
  });

  it('says of each where it stands, whatever the line holds', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const line = `${before} SHOP-142 ${after}`;
        for (const { index, text } of shownReferences(line, references, 'prose')) {
          assert.equal(line.slice(index, index + text.length), text);
        }
        assert.equal(referenceAt(line, before.length + 1, references, 'prose')?.goal.key, 'SHOP-142');
      }),
    ));
});
