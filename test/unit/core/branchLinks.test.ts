import assert from 'node:assert/strict';
import { linksOfBranch, noChoices } from '../../../src/core/branchLinks';

const projects = new Set(['SHOP', 'PAY']);
const keys = (branch: string, choices = noChoices): string[] =>
  linksOfBranch(branch, choices, projects).map(({ key, provenance }) => `${provenance.kind} ${key}`);

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
});
