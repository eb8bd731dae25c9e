import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import {
  branchInTheWay,
  branchNameFor,
  freeBranchName,
  isBranchName,
} from '../../../../src/core/links/branchName';

const fields = { key: 'SHOP-142', title: 'Retry a payment that fails for a passing reason', level: 'item' };
const gitAllows = (name: string): boolean =>
  spawnSync('git', ['check-ref-format', '--branch', name]).status === 0;

describe('branchNameFor', () => {
  it('fills the template, and cuts the title at a word where the name would be long', () => {
    assert.equal(
      branchNameFor('feature/{key}-{title}', fields),
      'feature/SHOP-142-retry-a-payment-that-fails-for-a-passing',
    );
    assert.equal(branchNameFor('{level}/{key}', fields), 'item/SHOP-142');
    assert.equal(
      branchNameFor('ana/{title}', { ...fields, title: 'Größe: über Maß!' }),
      'ana/große-uber-maß',
    );
  });

  it('leaves no separator where a field is empty', () => {
    assert.equal(branchNameFor('feature/{key}-{title}', { ...fields, title: '🎉' }), 'feature/SHOP-142');
    assert.equal(branchNameFor('{title}', { ...fields, title: '' }), 'SHOP-142');
  });

  it('always makes a name of at most 60 characters that git allows', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    const template = fc
      .array(fc.oneof(text, fc.constantFrom('{key}', '{title}', '{level}', '/', '..', '@{', '.lock', 'HEAD')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(template, text, fc.constantFrom('SHOP-1', '142', 'SHOP.M-3'), (from, title, key) => {
        const name = branchNameFor(from, { key, title, level: 'item' });
        assert.ok(isBranchName(name), name);
        assert.ok(Array.from(name).length <= 60, name);
      }),
    );
  });
});

describe('freeBranchName', () => {
  const free = (name: string, ...taken: string[]) => freeBranchName(name, new Set(taken));

  it('proposes a name that no branch has', () => {
    assert.equal(free('fix/A-1', 'main', 'fix/A-10'), 'fix/A-1');
    assert.equal(free('fix/A-1', 'fix/A-1'), 'fix/A-1-2');
    assert.equal(free('fix/A-1', 'fix/A-1', 'fix/A-1-2'), 'fix/A-1-3');
  });

  it('proposes none that is a folder of branches', () => {
    assert.equal(free('fix', 'fix/A-1'), 'fix-2');
    assert.equal(branchInTheWay('fix/A-1/b', new Set(['main', 'fix/A-1'])), 'fix/A-1');
  });

  it('leaves a name as it is where a number would not help', () => {
    assert.equal(free('fix/A-1', 'fix'), 'fix/A-1');
  });
});

describe('isBranchName', () => {
  it('agrees with git', () => {
    const part = fc.oneof(
      fc.constantFrom(
        ...['.', '..', '/', '-', '@', '@{', '.lock', 'HEAD', '~', '^', ':', '?', '*', '[', '\\', ' ', '{'],
      ),
      fc.string({ maxLength: 3 }),
    );
    const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, (each) => {
        // Git takes `@` for HEAD and `@{-1}` for another branch; no process takes a NUL.
        fc.pre(!each.includes('\0') && each !== '@' && !each.startsWith('@{-'));
        assert.equal(isBranchName(each), gitAllows(each), JSON.stringify(each));
      }),
      { numRuns: 150 },
    );
  });
});
