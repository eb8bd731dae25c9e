import assert from 'node:assert/strict';
import { CodeLinkIndex, type LinkedCode } from '../../../../src/core/catalog/codeLinkIndex';
import type { CodeLink } from '../../../../src/core/goal/codeLink';
import { goal, tracker } from '../../../support/builders';

const branch = (name: string): CodeLink => ({ kind: 'branch', name });
const request = (number: number): CodeLink => ({ kind: 'pullRequest', number });
const commit = (sha: string): CodeLink => ({ kind: 'commit', sha });
const keysOf = (code: readonly LinkedCode[]): string[] => code.map(({ goal: { key } }) => key);

describe('CodeLinkIndex', () => {
  const github = tracker(
    [
      goal('SHOP-1', { links: [branch('retry'), request(7), commit('abc')] }),
      goal('SHOP-2', { links: [branch('retry'), request(7), commit('abc'), branch('caf\u00e9')] }),
    ],
    { name: 'GitHub' },
  );
  const jira = tracker([goal('PAY-1', { trackerId: 'jira', aliases: ['OLD-1'] }), goal('PAY-2')], {
    name: 'Jira',
    ties: [
      { key: 'pay-1', link: commit('def') },
      { key: 'old-1', link: branch('totals') },
      { key: 'SHOP-1', link: request(8) },
    ],
  });
  let index: CodeLinkIndex;
  beforeEach(() => {
    index = new CodeLinkIndex([github, jira]);
  });

  it('finds all goals that trackers tie to a branch, a pull request or a commit', () => {
    assert.deepEqual(keysOf(index.ofBranch('retry')), ['SHOP-1', 'SHOP-2']);
    assert.deepEqual(keysOf(index.ofPullRequest(7)), ['SHOP-1', 'SHOP-2']);
    assert.deepEqual(keysOf(index.ofCommit('abc')), ['SHOP-1', 'SHOP-2']);
    assert.deepEqual([index.ofBranch('other'), index.ofPullRequest(9), index.ofCommit('0')], [[], [], []]);
  });

  it('finds a branch in either Unicode form', () =>
    assert.deepEqual(keysOf(index.ofBranch('cafe\u0301')), ['SHOP-2']));

  it('finds what a tracker tells beside its goals, by their keys now and before, in itself alone', () => {
    assert.deepEqual(keysOf(index.ofCommit('def')), ['PAY-1']);
    assert.deepEqual(keysOf(index.ofBranch('totals')), ['PAY-1']);
    assert.deepEqual(index.ofPullRequest(8), []);
    assert.equal(index.ofCommit('def')[0]?.tracker, jira);
  });

  it('lists all branches, and all commits', () => {
    assert.deepEqual(keysOf([...index.allBranches()]), ['SHOP-1', 'SHOP-2', 'SHOP-2', 'PAY-1']);
    assert.deepEqual(
      [...index.allCommits].map(([sha, code]) => [sha, keysOf(code)]),
      [
        ['abc', ['SHOP-1', 'SHOP-2']],
        ['def', ['PAY-1']],
      ],
    );
  });

  it('is empty where no tracker ties a goal to any code', () => {
    const isEmpty = (...links: CodeLink[]): boolean =>
      new CodeLinkIndex([tracker([goal('SHOP-1', { links }), goal('SHOP-2')])]).isEmpty;
    assert.equal(isEmpty(), true);
    for (const link of [branch('retry'), request(7), commit('abc')]) assert.equal(isEmpty(link), false);
    assert.equal(isEmpty(branch('retry'), commit('abc')), false);
    const ties = [{ key: 'SHOP-9', link: request(7) }];
    assert.equal(new CodeLinkIndex([tracker([goal('SHOP-1')], { ties })]).isEmpty, true);
  });
});
