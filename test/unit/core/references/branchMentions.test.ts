import assert from 'node:assert/strict';
import { numbersInBranch } from '../../../../src/core/references/branchMentions';

/** The numbers in a branch's name: as reference, as written, what follows, and `?` if only the number speaks for it. */
function found(branch: string): string[] {
  return numbersInBranch(branch).map(
    ({ reference, text, isBare, rest }) => `${reference}${isBare ? '?' : ''} ${text} ${rest}`,
  );
}

describe('numbersInBranch', () => {
  for (const [branch, expected] of [
    // A number that leads
    ['142', ['#142? 142 ']],
    ['142-fix-totals', ['#142? 142 -fix-totals']],
    ['142_totals', ['#142? 142 _totals']],
    ['ana/142-totals', ['#142? 142 -totals']],
    ['issue/142-totals', ['#142 142 -totals']],
    ['bug/142', ['#142 142 ']],
    ['ticket/142', ['#142 142 ']],
    ['task/142', ['#142 142 ']],
    ['reissue/142', ['#142? 142 ']],
    ['ab/142-totals', ['AB#142 142 -totals']],
    ['TFS/142', ['AB#142 142 ']],
    ['lab/142', ['#142? 142 ']],
    ['abc/142', ['#142? 142 ']],
    ['ticketing/142', ['#142? 142 ']],
    ['142days', []],
    ['0142', []],
    ['142.1', []],
    ['142-1', []],
    ['142-7up', ['#142? 142 -7up']],
    ['1234567890-x', []],
    ['54832-7-x', []],
    ['bugs/54832-7-x', ['#54832 54832 -7-x']],
    ['bugs/5483-7-x', []],
    // A word or a sign before it
    ['issue-142-totals', ['#142 issue-142 -totals']],
    ['ana-issue142', ['#142 issue142 ']],
    ['x.bug_#142', ['#142 bug_#142 ']],
    ['ab-142', ['AB#142 ab-142 ']],
    ['tfs142', ['AB#142 tfs142 ']],
    ['us-142_a', ['#142 us-142 _a']],
    ['reissue-142', []],
    ['issue---142', []],
    ['issue-142x', []],
    ['issue-142.x', []],
    ['#142', ['#142 #142 ']],
    ['fix-#142-x', ['#142 #142 -x']],
    ['x#142', []],
    ['fix-142', ['#142 fix-142 ']],
    ['hotfix_142-x', ['#142 hotfix_142 -x']],
    ['fix142', ['#142 fix142 ']],
    ['fix42', []],
    ['closes-7', ['#7 closes-7 ']],
    ['my-fix-142', []],
    ['feature142', []],
    // Another number behind it
    ['issue-142-2', ['#142 issue-142 -2']],
    ['issue-142-25', []],
    ['issue-42-2', []],
    ['issue-2024-2', []],
    ['issue-142.2', []],
    ['issue-14200-25.0', ['#14200 issue-14200 -25.0']],
    ['issue-142-2nd', ['#142 issue-142 -2nd']],
    // A number that ends the name
    ['no_color_6495', ['#6495? 6495 no_color_']],
    ['totals-6495', ['#6495? 6495 totals-']],
    ['totals-649', []],
    ['totals-6495678', []],
    ['totals6495', []],
    ['v2-6495', []],
    ['totals-202604', []],
    ['totals-202613', ['#202613? 202613 totals-']],
    ['totals-2026', []],
    ['DS-4548', []],
    ['ana_DS2-4548', []],
    ['ds-4548', ['#4548? 4548 ds-']],
    ['pr-4548x', []],
    ['my_pr-4548', []],
    ['pull_request_4548', []],
    ['expr-4548', ['#4548? 4548 expr-']],
    // Several parts
    ['issue-1/issue-2', ['#1 issue-1 ', '#2 issue-2 ']],
    ['issue-1/bug-1', ['#1 issue-1 ']],
    ['issue/1/2', ['#1 1 ', '#2? 2 ']],
    // Branches that are numbered in another way
    ...['release-142', 'releases/142', 'origin/v-142', 'refs/heads/stable-142', 'dependabot/issue-142'].map(
      (branch) => [branch, []] as const,
    ),
    ...['pull/142', 'mr-142', 'merge-requests/142', 'cherry-pick-abc/issue-1', 'revert-142-issue-1'].map(
      (branch) => [branch, []] as const,
    ),
    ['released-issue-142', ['#142 issue-142 ']],
    ['ana/release/issue-142', ['#142 issue-142 ']],
  ] as const) {
    it(`${expected.join(', ') || 'none'} in ${branch}`, () => assert.deepEqual(found(branch), expected));
  }

  it('are eight at most', () => {
    const branch = Array.from({ length: 9 }, (_, at) => `issue-${at + 1}`).join('/');
    assert.equal(numbersInBranch(branch).at(-1)?.reference, '#8');
    assert.equal(numbersInBranch(branch).length, 8);
  });

  it('are none in a name longer than git can keep', () => {
    assert.equal(numbersInBranch(`issue-1/${'x'.repeat(4088)}`).length, 1);
    assert.equal(numbersInBranch(`issue-1/${'x'.repeat(4089)}`).length, 0);
  });
});
