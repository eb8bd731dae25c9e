import assert from 'node:assert/strict';
import { branchConcerns, type BranchChange } from '../../../../src/core/check/branchConcerns';
import type { CheckedCommit } from '../../../../src/core/check/checkCommits';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { branchConcernText } from '../../../../src/presentation/branchConcernText';
import { catalogOf, goal, shopGoals } from '../../../support/builders';

const catalog = catalogOf(
  ...shopGoals(),
  goal('SHOP-9', { level: 'initiative' }),
  goal('SHOP-4', { level: 'initiative', status: { name: 'Shipped', category: 'done' } }),
);
const found = (key: string) => catalog.find(key)!;

function commit(subject: string, overrides: Partial<CheckedCommit> = {}): CheckedCommit {
  const facts = { isMerge: false, isBot: false, paths: [] };
  return { sha: 'a'.repeat(40), subject, body: '', note: '', ...facts, ...overrides };
}

function texts(overrides: Partial<BranchChange>): string[] {
  const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
  const change = { linked: [], commits: [], catalog, home: undefined, rules, pathMap: undefined };
  const options = { language: 'en', now: 0, revenue: 'band' as const };
  return branchConcerns({ ...change, ...overrides }).map((each) => branchConcernText(each, options));
}

describe('what there is to say of a branch before it is pushed', () => {
  const pathMap = parsePathMap('/src/ SHOP-7\n/search/ SHOP-9\n');

  it('is nothing where it serves one open goal, by its link or by its commits', () => {
    assert.deepEqual(texts({ linked: [found('SHOP-142')], commits: [commit('Retry')] }), []);
    const both = [
      commit('SHOP-142', { paths: ['src/a', 'docs/b'] }),
      commit('x', { body: 'Initiative: SHOP-7' }),
    ];
    assert.deepEqual(texts({ commits: both, pathMap }), []);
    assert.deepEqual(texts({ linked: [found('SHOP-4')], commits: [] }), [], 'nothing is to be pushed');
  });

  it('is that it serves no goal, unless its commits or its files say more', () => {
    const commits = [commit('Tidy'), commit('Merge x', { isMerge: true }), commit('Bump', { isBot: true })];
    assert.deepEqual(texts({ commits }), ['Its only commit serves no goal.']);
    assert.deepEqual(texts({ commits: [commit('x', { body: 'Initiative: none (tooling)' })] }), []);
    assert.deepEqual(texts({ commits: [commit('x', { paths: ['src/a'] })], pathMap }), []);
    assert.deepEqual(
      texts({ commits: [commit('SHOP-999')] }),
      [],
      'a key that no tracker has is said elsewhere',
    );
  });

  it('is that it serves several initiatives, or one that is over', () => {
    const commits = [commit('SHOP-142'), commit('SHOP-9'), commit('SHOP-4')];
    assert.deepEqual(texts({ commits }), [
      'It serves 3 initiatives: SHOP-7, SHOP-9, SHOP-4.',
      `SHOP-4 ${found('SHOP-4').title} is done.`,
    ]);
  });

  it('is which files belong to other goals', () => {
    const paths = ['src/a', 'search/b', 'search/c\n$(bug)'];
    assert.deepEqual(texts({ commits: [commit('SHOP-142', { paths })], pathMap }), [
      '2 files belong to other goals: search/b (SHOP-9), search/c $(bug) (SHOP-9).',
    ]);
  });
});
