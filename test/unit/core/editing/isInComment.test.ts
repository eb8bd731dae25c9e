import assert from 'node:assert/strict';
import { isInComment } from '../../../../src/core/editing/isInComment';

describe('isInComment', () => {
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
      assert.equal(isInComment(line, line.lastIndexOf('#1')), is));
  }

  it('begins where the mark has ended', () =>
    assert.deepEqual(
      [0, 2, 3, 4, 5].map((column) => isInComment('x //', column)),
      [false, false, false, true, true],
    ));
});
