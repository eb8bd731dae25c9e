import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NameGlob } from '../../../../src/core/paths/nameGlob';
import { PathName } from '../../../../src/core/paths/pathNames';

const matches = (pattern: string, name: string): boolean =>
  new NameGlob(pattern).matches(new PathName(name), { steps: 0 });

/** What a match costs. */
function stepsOf(pattern: string, name: string): number {
  const work = { steps: 0 };
  new NameGlob(pattern).matches(new PathName(name), work);
  return work.steps;
}

/** The same, tried one way after the other. */
function isMatch(pattern: readonly string[], name: readonly string[]): boolean {
  const [first, ...others] = pattern;
  if (first === undefined) return name.length === 0;
  if (first === '*') return isMatch(others, name) || (name.length > 0 && isMatch(pattern, name.slice(1)));
  return name.length > 0 && (first === '?' || first === name[0]) && isMatch(others, name.slice(1));
}

describe('a name in a pattern', () => {
  for (const [pattern, matching, other] of [
    ['cart', ['cart'], ['carts', 'art', '']],
    ['*', ['', 'a', 'a\nb'], []],
    ['a*', ['a', 'ab'], ['ba', '']],
    ['*.ts', ['.ts', 'a.ts'], ['a.tsx', 'ts']],
    ['ab*ba', ['abba', 'abxba'], ['aba', 'ab', 'xabba']],
    ['a**b', ['ab', 'axb'], ['a', 'b']],
    ['?', ['a', '😀', '\n'], ['', 'ab']],
    ['a?', ['ab'], ['a', 'abc', 'ba']],
    ['?*b', ['ab', 'aab'], ['b', 'aba']],
    ['*a*b', ['ab', 'xaxb'], ['ba', 'abx']],
    ['\\*', ['*'], ['a', '\\*']],
    ['\\?*', ['?', '?a'], ['a']],
    ['a\\*?', ['a*b'], ['aab', 'a*']],
    ['\\😀', ['😀'], ['\\😀']],
    ['a\\', ['a\\'], ['a']],
  ] as const) {
    it(`${pattern} matches ${JSON.stringify(matching)} and not ${JSON.stringify(other)}`, () => {
      for (const name of matching) assert.equal(matches(pattern, name), true, name);
      for (const name of other) assert.equal(matches(pattern, name), false, name);
    });
  }

  it('is literal unless it has a wildcard', () => {
    assert.equal(new NameGlob('a\\*b').literal, 'a*b');
    assert.equal(new NameGlob('a*b').literal, undefined);
  });

  it('matches names that are longer than a machine word', () => {
    for (const length of [30, 31, 32, 33, 63, 64, 65, 96]) {
      const name = 'x'.repeat(length);
      const anyOf = '?'.repeat(length);
      assert.equal(matches(anyOf, name), true);
      for (const other of [name + 'x', name.slice(1)]) assert.equal(matches(anyOf, other), false);
      assert.equal(matches(`*y${anyOf}`, `xy${name}`), true);
      assert.equal(matches(`${anyOf}*y*`, `${name}xxy`), true);
      assert.equal(matches(`${anyOf}*y*`, `y${name}`), false);
    }
  });

  it('agrees with trying every way', () => {
    const character = fc.constantFrom('a', 'b', '😀');
    const atom = fc.oneof({ weight: 2, arbitrary: fc.constantFrom('*', '?') }, character);
    const start = fc.constantFrom('', 'b', 'b'.repeat(31));
    fc.assert(
      fc.property(
        fc.array(atom, { maxLength: 5 }),
        start,
        fc.array(character, { maxLength: 5 }),
        (pattern, long, rest) => {
          const name = long + rest.join('');
          assert.equal(matches(pattern.join(''), name), isMatch(pattern, Array.from(name)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('costs a comparison of texts where it has one wildcard at most', () => {
    const name = 'a'.repeat(1000);
    assert.deepEqual([stepsOf(name, name), stepsOf('*', name), stepsOf('a*a', name)], [1, 1, 1]);
  });

  it('costs a machine word for 32 characters of the name and each of its own', () => {
    assert.equal(stepsOf('?', 'a'), 2);
    assert.equal(stepsOf('**?a', 'a'.repeat(64)), 1 + 3 * 3);
    assert.equal(stepsOf('b*?', 'a'.repeat(64)), 1 + 3, 'it ends at a character that the name lacks');
    assert.equal(stepsOf('a?*', 'ba'), 1 + 1, 'and where no way is left');
  });
});
