import assert from 'node:assert/strict';
import type { RepositoryReferences } from '../../../../src/core/catalog/repositoryReferences';
import { keysWantedBy, offersOfBranch } from '../../../../src/core/links/branchOffers';
import { linksOfBranch, noChoices, type BranchChoices } from '../../../../src/core/links/branchLinks';
import { worldNamed } from '../../../support/references/worlds';

const referencesIn = (world: string) => worldNamed(world).references;

describe('offersOfBranch', () => {
  let both: RepositoryReferences;
  beforeEach(() => (both = referencesIn('github and redmine, no remote')));
  const offered = (branch: string, choices: BranchChoices = noChoices): string[] =>
    offersOfBranch(branch, choices, both).map(
      ({ reference, goals, places }) =>
        `${reference}: ${goals.map(({ key }) => key).join(', ')} (${places.join(', ')})`,
    );

  it('offers every goal that a number could mean, and links none', () => {
    const all = 'SHOP-142, API-142, RM-142';
    const places = 'acme/shop, acme/api, https://www.redmine.example/tracker';
    assert.deepEqual(offered('issue/142'), [`#142: ${all} (${places})`]);
    assert.deepEqual(linksOfBranch('issue/142', noChoices, both), []);
  });

  it('offers nothing where the answer is known, or a person gave it', () => {
    assert.deepEqual(offered('main'), []);
    assert.deepEqual(offered('issue/142', { linked: ['SHOP-142'], rejected: [] }), []);
    assert.deepEqual(offered('issue/142', { linked: [], rejected: ['rm-142', 'API-142'] }), []);
    assert.deepEqual(offersOfBranch('issue/142', noChoices, referencesIn('github')), []);
  });

  it('offers the others where a person rejected one', () =>
    assert.match(
      offered('issue/142', { linked: [], rejected: ['rm-142'] }).join(),
      /^#142: SHOP-142, API-142 \(/,
    ));
});

describe('offersOfBranch of a number from long ago', () => {
  let github: RepositoryReferences;
  beforeEach(() => (github = referencesIn('github')));
  const offered = (branch: string, choices: BranchChoices = noChoices): string[] =>
    offersOfBranch(branch, choices, github).flatMap(({ reference, goals, places }) =>
      [...goals.map(({ key }) => key), ...places].map((each) => `${reference} ${each}`),
    );

  it('offers the goal that it does not link', () => {
    assert.deepEqual(offered('ana/213-hsm-signing'), ['#213 SHOP-213']);
    assert.deepEqual(linksOfBranch('ana/213-hsm-signing', noChoices, github), []);
  });

  it('offers nothing where something else speaks for the goal, or a person said no', () => {
    assert.deepEqual(offered('issue/213'), []);
    assert.deepEqual(offered('142-fix-totals'), []);
    assert.deepEqual(offered('6142'), []);
    assert.deepEqual(offersOfBranch('213', { linked: [], rejected: ['shop-213'] }, github), []);
    assert.deepEqual(offered('213', { linked: ['SHOP-7'], rejected: [] }), []);
  });
});

describe('keysWantedBy', () => {
  for (const [world, branch, keys] of [
    ['github', 'issue/20000', ['SHOP-20000']],
    ['github', 'ana/20000-retry', ['SHOP-20000']],
    ['github', 'issue/142', []],
    ['github', 'SHOP-1/issue/20000', []],
    ['github', 'release/20000', []],
    ['github elsewhere', 'issue/20000', []],
    ['github and redmine, no remote', 'issue/20000', []],
    ['azure on github', 'AB20000', ['AB-20000']],
    ['redmine', 'issue/20000', ['RM-20000']],
    ['goals file', 'issue/20000', []],
    ['jira', 'issue/20000', []],
  ] as const) {
    it(`${branch} in ${world}: ${keys.join(', ') || 'none'}`, () =>
      assert.deepEqual(keysWantedBy(branch, referencesIn(world)), keys));
  }
});
