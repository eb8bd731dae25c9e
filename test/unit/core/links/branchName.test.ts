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

  for (const [title, name] of [
    ['バグを修正する', 'バグを修正する'],
    ['ログイン', 'ログイン'],
    ['समस्या ठीक करें', 'समस्या-ठीक-करें'],
    ['แก้ไขปัญหา', 'แก้ไขปัญหา'],
    ['결제 오류', '결제-오류'],
    ['Мой счёт', 'мой-счёт'],
    ['Ένα καλάθι', 'ένα-καλάθι'],
    ['Việt Nam: cà phê', 'viet-nam-ca-phe'],
    ['⚙️ Settings 1️⃣ e\u0301', 'settings-1-e'],
  ] as const) {
    it(`spells ${title} as ${name}`, () =>
      assert.equal(branchNameFor('{title}', { ...fields, title }), name.normalize('NFC')));
  }

  it('leaves no separator where a field is empty', () => {
    assert.equal(branchNameFor('feature/{key}-{title}', { ...fields, title: '🎉' }), 'feature/SHOP-142');
    assert.equal(branchNameFor('{title}', { ...fields, title: '' }), 'SHOP-142');
  });

  for (const [template, name] of [
    ['a b~c\\d', 'a-b-c-d'],
    ['a..b...c', 'a.b.c'],
    ['a----b', 'a-b'],
    ['--a--/..b..', 'a/b'],
    ['a//b/', 'a/b'],
    ['x.lock.lock/y.lock-z', 'x/y.lock-z'],
    ['a-.lock', 'a'],
    ['a--.lock', 'a'],
    ['a@{b', 'a-b'],
    ['a/@/b', 'a/b'],
    ['a/HEAD', 'a/HEAD'],
    ['a\u200bb', 'a-b'],
    ['ü€/日本', 'ü€/日本'],
    ['@', 'SHOP-142'],
    ['HEAD', 'SHOP-142'],
    ['...', 'SHOP-142'],
  ] as const) {
    it(`makes ${name} of ${JSON.stringify(template)}`, () =>
      assert.equal(branchNameFor(template, fields), name));
  }

  it('is a work where even the key says nothing', () =>
    assert.equal(branchNameFor('{title}', { key: '..', title: '', level: 'item' }), 'work'));

  it('keeps a title that just fits, and drops a word that does not', () => {
    const named = (title: string): string => branchNameFor('{key}-{title}', { ...fields, title });
    assert.equal(named(`Retry ${'x'.repeat(45)}`).length, 60);
    assert.equal(named(`Retry ${'x'.repeat(46)}`), 'SHOP-142-retry');
    assert.equal(named('x'.repeat(52)), 'SHOP-142');
  });

  it('cuts a template that is too long itself', () =>
    assert.equal(branchNameFor(`${'x'.repeat(70)}{title}`, fields), 'x'.repeat(60)));

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
  it('is no name of git’s own, and no part that git takes for something else', () => {
    for (const name of ['HEAD', '@', 'a/.b', '.a/b', 'a.lock/b', 'a/b.lock', ''])
      assert.ok(!isBranchName(name), name);
    for (const name of ['HEAD/a', 'a@', '@a', 'a.b/c', 'a.lockb']) assert.ok(isBranchName(name), name);
  });

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
