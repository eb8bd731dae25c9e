import assert from 'node:assert/strict';
import { isUnconfirmed, linksOfBranch, noChoices } from '../../../../src/core/links/branchLinks';

const goals = {
  projects: new Set(['SHOP', 'PAY']),
  find: (text: string) =>
    text === '#142' ? { key: 'SHOP-142', title: 'Retry a payment that can fail' } : undefined,
};
const keys = (branch: string, choices = noChoices): string[] =>
  linksOfBranch(branch, choices, goals).map(({ key, provenance }) => `${provenance.kind} ${key}`);

describe('linksOfBranch', () => {
  it('finds the keys of known projects in the name', () => {
    assert.deepEqual(keys('feature/SHOP-142-retry-payments'), ['branchName SHOP-142']);
    assert.deepEqual(keys('ana/shop-131_pay-3'), ['branchName SHOP-131', 'branchName PAY-3']);
  });

  it('takes nothing that only looks like a key', () => {
    assert.deepEqual(keys('release-notes-16-1'), []);
    assert.deepEqual(keys('fix/UTF-8-names'), []);
  });

  it('puts links made by hand first, and each key once', () => {
    const choices = { linked: ['PAY-3', 'shop-142'], rejected: [] };
    assert.deepEqual(keys('feature/SHOP-142', choices), ['explicit PAY-3', 'explicit shop-142']);
  });

  it('leaves out what a person rejected', () => {
    assert.deepEqual(keys('feature/SHOP-142-PAY-3', { linked: [], rejected: ['shop-142'] }), [
      'branchName PAY-3',
    ]);
  });

  it('takes a number at the start of a part of the name, where a tracker only numbers', () => {
    for (const branch of ['142-retry-payments', 'fix/142', 'ana/142_retry', '142/retry', 'fix/#142-retry']) {
      assert.deepEqual(keys(branch), ['branchName SHOP-142'], branch);
    }
    for (const branch of [
      '141-retry',
      'release-142',
      'v142',
      '142days',
      'fix/142.1',
      '0142-x',
      'PAY-3/142-retry',
    ]) {
      assert.ok(!keys(branch).includes('branchName SHOP-142'), branch);
    }
    assert.deepEqual(keys('142-retry', { linked: [], rejected: ['SHOP-142'] }), []);
  });

  it('marks a link for which nothing but a number speaks', () => {
    const unconfirmed = (branch: string): boolean[] =>
      linksOfBranch(branch, noChoices, goals).map(isUnconfirmed);
    for (const branch of ['142', 'fix/142', '142-hotfix', '142-can', '142-something-else-altogether-payment'])
      assert.deepEqual(unconfirmed(branch), [true], branch);
    for (const branch of [
      '142-retry-payments',
      '142-payment',
      'gh-142',
      'issue/142',
      '#142-x',
      'fix-142',
      'SHOP-7',
    ])
      assert.deepEqual(unconfirmed(branch), [false], branch);
  });

  it('takes a key that we made up only where it stands alone', () => {
    const made = { projects: new Set(['CLI']), inventedProjects: new Set(['CLI']), find: () => undefined };
    const found = (branch: string): string[] => linksOfBranch(branch, noChoices, made).map(({ key }) => key);
    for (const branch of ['cli-12', 'ana/cli-12', 'cli-12-fix', 'x-1/cli-12', 'cli-12/x-1'])
      assert.deepEqual(found(branch), ['CLI-12'], branch);
    for (const branch of ['github-cli-12', 'cli-1-0-1']) assert.deepEqual(found(branch), [], branch);
  });

  it('says what a tracker says first of a branch', () => {
    const tie = (name: string) => ({
      goal: { key: 'shop-1' },
      tracker: { name },
      link: { kind: 'branch', name: 'retry' } as const,
    });
    const code = { ofBranch: () => [tie('GitHub'), tie('Jira')] };
    assert.deepEqual(
      linksOfBranch('retry', noChoices, { ...goals, code }).map(
        ({ key, provenance }) => provenance.kind === 'tracker' && [key, provenance.tracker],
      ),
      [['SHOP-1', 'GitHub']],
    );
  });
});
