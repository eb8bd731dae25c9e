import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { checkCommits, type CheckedCommit, type CheckInput } from '../../../../src/core/check/checkCommits';
import { checkRules, defaultSeverities } from '../../../../src/core/check/checkRules';
import { trailerFaults } from '../../../../src/core/check/trailerFaults';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { tracker, catalogOf, goal, shopGoals } from '../../../support/builders';

const catalog = catalogOf(
  ...shopGoals(),
  goal('SHOP-4', { status: { name: 'Shipped', category: 'done' } }),
  goal('SHOP-5', { status: { name: 'No', category: 'dropped' } }),
);
const all = Object.fromEntries(checkRules.map((rule) => [rule, 'error'])) as CheckInput['severities'];

function commit(subject: string, body = '', overrides: Partial<CheckedCommit> = {}): CheckedCommit {
  return {
    sha: 'a'.repeat(40),
    subject,
    body,
    note: '',
    isMerge: false,
    isBot: false,
    paths: [],
    ...overrides,
  };
}

function check(commits: CheckedCommit[], overrides: Partial<CheckInput> = {}) {
  return checkCommits({
    commits,
    message: undefined,
    catalog,
    home: undefined,
    pathMap: undefined,
    rules: { trailer: 'Initiative', projects: new Set(['SHOP']) },
    severities: all,
    ...overrides,
  });
}

function rulesOf(commits: CheckedCommit[], overrides: Partial<CheckInput> = {}): string[] {
  return check(commits, overrides).findings.map(({ rule, key }) => [rule, key].filter(Boolean).join(' '));
}

describe('a check of commits', () => {
  it('passes what names an open goal, in any place', () => {
    assert.deepEqual(rulesOf([commit('Work on SHOP-142'), commit('x', 'Initiative: SHOP-7')]), []);
  });

  it('finds unknown, dropped, done and missing goals', () => {
    assert.deepEqual(rulesOf([commit('SHOP-999'), commit('SHOP-5'), commit('SHOP-4'), commit('Tidy')]), [
      'unknown-goal SHOP-999',
      'dropped-goal SHOP-5',
      'closed-goal SHOP-4',
      'no-goal',
    ]);
  });

  it('says of an unknown key whose entry has an error where that is', () => {
    const broken = new GoalCatalog([tracker(catalog.all(), { brokenKeys: ['shop-999'] })]);
    const { findings } = check([commit('SHOP-999'), commit('SHOP-998')], { catalog: broken });
    assert.deepEqual(
      findings.map(({ brokenIn }) => brokenIn),
      ['goals.yaml', undefined],
    );
  });

  it('does not call a key unknown where no goals are known', () => {
    const result = check([commit('x', 'Initiative: SHOP-999')], { catalog: new GoalCatalog([]) });
    assert.deepEqual([result.findings, result.isVerified], [[], false]);
  });

  it('exempts merges, reverts and bots, and lists what declares to have no goal', () => {
    const commits = [
      commit('Merge branch x', '', { isMerge: true }),
      commit('Revert "x"'),
      commit('Undo', `This reverts commit ${'a'.repeat(40)}.`),
      commit('Bump', '', { isBot: true }),
      commit('Tidy', 'Initiative: none (tooling)'),
    ];
    const { findings, exempt, checked, declared } = check(commits);
    assert.deepEqual([findings, exempt, checked], [[], { merges: 1, reverts: 2, bots: 1 }, 1]);
    assert.deepEqual(
      declared.map(({ reason }) => reason),
      ['tooling'],
    );
  });

  it('finds trailers that git does not read, and values that name nothing', () => {
    const faults = (body: string): string[] =>
      trailerFaults('s', body, 'initiative').map(({ kind, line }) => `${kind} ${line}`);
    assert.deepEqual(faults('Initiative: SHOP-7\n\nSigned-off-by: A <a@b.c>'), [], 'as squashes leave it');
    assert.deepEqual(faults('Some text\nInitiative: SHOP-7'), ['stranded Initiative: SHOP-7']);
    assert.deepEqual(faults('Initiative: the checkout\nInitiative: SHOP-7'), [
      'value initiative: the checkout',
    ]);
    assert.deepEqual(faults('Initiative:\nRefs: x'), ['value initiative:']);
    assert.deepEqual(faults('Initiative: none\nInitiative: SHOP-7, SHOP-8'), []);
    assert.deepEqual(faults('The Initiative: SHOP-7'), []);
    assert.deepEqual(
      rulesOf([commit('s', 'Initiative: the checkout')]),
      ['malformed-trailer'],
      'and not no-goal too',
    );
  });

  it('knows what a squash would lose', () => {
    const commits = [commit('SHOP-142'), commit('SHOP-160'), commit('SHOP-7')];
    assert.deepEqual(rulesOf(commits, { message: 'Title\n\nWhy.\n\nInitiative: SHOP-142\n' }), [
      'lost-on-squash SHOP-160',
    ]);
    assert.deepEqual(rulesOf(commits, { message: '' }).length, 3);
  });

  it('goes by the path map: files with a goal need no key, and other goals are told', () => {
    const pathMap = parsePathMap('/cart/ SHOP-7\n');
    const paths = ['cart/totals.ts'];
    assert.deepEqual(rulesOf([commit('Totals', '', { paths })], { pathMap }), []);
    assert.deepEqual(rulesOf([commit('Totals for SHOP-142', '', { paths })], { pathMap }), []);
    assert.deepEqual(rulesOf([commit('SHOP-160', '', { paths })], { pathMap }), ['path-mismatch']);
    assert.deepEqual(
      rulesOf([commit('SHOP-160', '', { paths })], { pathMap, severities: defaultSeverities }),
      [],
    );
  });
});
