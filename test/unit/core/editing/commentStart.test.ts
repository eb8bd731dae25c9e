import assert from 'node:assert/strict';
import { commentStart } from '../../../../src/core/editing/commentStart';
import { assertGrowsAsText } from '../../../support/growth';

describe('commentStart', () => {
  for (const [line, is] of [
    ['x = 1 // #1', true],
    [' * see #1', true],
    ["' see #1", true],
    ['# see #1', true],
    ['x = 1 # see #1', true],
    ['x = 1 #2 # see #1', true],
    ['-- see #1', true],
    ['a -- see #1', true],
    ['<!-- #1 -->', true],
    ['/* #1 */', true],
    ['a = 1 /* #1 */', true],
    ['a := 1 (* #1 *)', true],
    ['{- #1 -}', true],
    ['; see #1', true],
    ['% see #1', true],
    ['""" see #1', true],
    ['rem see #1', true],
    ['get(`https://x`) // see #1', true],
    ['color: #1', false],
    ['a * #1', false],
    ["a ' #1", false],
    ['a-- #1', false],
    ['a;b#x #1', false],
    ['remark #1', false],
    ["const a = 'it' + #1", false],
    ['fetch(`https://x/` + #1)', false],
    ['#1 // x', false],
    ['#1', false],
  ] as const) {
    it(`${is ? 'takes' : 'does not take'} the number in ${JSON.stringify(line)} for a comment's`, () =>
      assert.equal(commentStart(line) <= line.lastIndexOf('#1'), is));
  }

  it('begins where the mark has ended, and nowhere without one', () =>
    assert.deepEqual(['x //', '  * x', 'x'].map(commentStart), [4, 3, Infinity]));

  it('is found in one go, however many marks begin none', () => {
    for (const shape of ["'A &1 ", '&1 ', '#1 ', 'a * ', ' ', '://']) assertGrowsAsText(shape, commentStart);
    assertGrowsAsText(' * ', (text) => commentStart(`${' '.repeat(text.length)}a${text}`));
  });
});
