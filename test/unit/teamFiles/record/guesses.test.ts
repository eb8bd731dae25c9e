import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Guesses } from '../../../../src/teamFiles/record/guesses';

/** The table in full: changes, additions, removals and swaps of neighbours. */
function distance(a: string, b: string): number {
  const table = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    table.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = isSwap ? at(i - 2, j - 2) + 1 : Infinity;
      table[i]?.push(Math.min(at(i, j - 1) + 1, at(i - 1, j) + 1, at(i - 1, j - 1) + change, swapped));
    }
  }
  return at(a.length, b.length);
}

/** By the whole table of every candidate. */
function closest(word: string, candidates: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(word.length / 3));
  const distances = candidates.map((candidate) => distance(word, candidate));
  const least = Math.min(...distances);
  if (least <= most) return candidates[distances.indexOf(least)];
  return candidates.find(
    (other) => Math.min(word.length, other.length) >= 3 && (word.startsWith(other) || other.startsWith(word)),
  );
}

describe('guesses of a misspelt word', () => {
  for (const [word, guess] of [
    ['titel', 'title'],
    ['Tilte', 'title'],
    ['labls', 'labels'],
    ['prio', 'priority'],
    ['xyz', undefined],
    ['', undefined],
  ] as const) {
    it(`make of “${word}” ${guess ?? 'nothing'}`, () => {
      assert.equal(new Guesses().closest(word, ['title', 'labels', 'priority', 'owner']), guess);
    });
  }

  it('are those of the whole table of distances', () => {
    const word = fc
      .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 1, maxLength: 6 }), (written, candidates) => {
        assert.equal(new Guesses().closest(written, candidates), closest(written, candidates));
      }),
      { numRuns: 3000 },
    );
  });

  it('are none once the budget is used up', () => {
    const guesses = new Guesses(30);
    assert.equal(guesses.closest('titel', ['title']), 'title');
    assert.equal(guesses.closest('titel', ['title', 'titles']), undefined);
    assert.equal(guesses.closest('titel', ['title']), undefined);
  });
});
