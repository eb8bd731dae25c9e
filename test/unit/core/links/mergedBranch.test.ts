import assert from 'node:assert/strict';
import { mergedBranch } from '../../../../src/core/links/mergedBranch';

describe('mergedBranch', () => {
  for (const [subject, branch] of [
    ["Merge branch 'issue/142' into main", 'issue/142'],
    ["Merge remote-tracking branch 'origin/142-totals'", '142-totals'],
    ["Merge branches 'a' and 'b'", 'a'],
    ['Merge pull request #7 from ana/142-totals', '142-totals'],
    ['Merge pull request #7 from 142-totals', '142-totals'],
    ['Merged in 142-totals (pull request #7)', '142-totals'],
    ['Merge pull request #7 in SHOP/web from 142-totals to main', '142-totals'],
    ["Merge branch 'upstream/142-totals'", '142-totals'],
    ["Merge branch 'ana/origin/142'", 'ana/origin/142'],
    ['Revert "Merge branch \'issue/142\'"', undefined],
    ["Merge tag 'v142'", undefined],
    ['Merge pull request #7 from ana/142 totals', undefined],
    ['Merge 142-totals', undefined],
    ['', undefined],
  ] as const) {
    it(`is ${branch ?? 'unknown'} in “${subject}”`, () => assert.equal(mergedBranch(subject), branch));
  }

  it('is looked for at the beginning of a long subject only', () => {
    const [start, end] = ['Merge pull request #7 in ', ' from 142-totals to main'];
    const of = (length: number): string => start + 'x'.repeat(length - start.length - end.length) + end;
    assert.equal(mergedBranch(of(600)), '142-totals');
    assert.equal(mergedBranch(of(600 + 'main'.length + 1)), undefined);
  });
});
