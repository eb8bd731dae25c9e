import assert from 'node:assert/strict';
import { parsePathMap } from '../../../../src/core/paths/pathMap';

/** What it takes to find that no rule of a map matches. */
function stepsOf(text: string, path: string): number {
  const map = parsePathMap(text);
  assert.deepEqual(map.problems, []);
  const work = { steps: 0 };
  assert.equal(map.match(path, work), undefined);
  return work.steps;
}

const times = [1, 2, 4, 8] as const;

/** Twice the length may take twice the steps, and a little more where a fixed part is saved; not four times as many. */
function assertGrowth(steps: readonly number[], least: number): void {
  // What costs nothing has been passed over, and says nothing about growth.
  assert.ok((steps.at(-1) ?? 0) >= least, `${steps.join(', ')} steps`);
  steps.forEach((step, at) => {
    assert.ok(at === 0 || step <= 2.6 * (steps[at - 1] ?? 0), `${steps.join(', ')} steps`);
  });
}

describe('hostile patterns of a path map', () => {
  for (const [shape, patternOf, pathOf] of [
    [
      'four ** and names that are everywhere',
      (size: number) => `**/${'a/'.repeat(size)}**/a/**/a/**/a/c*`,
      (size: number) => `${'a/'.repeat(50 * size)}x`,
    ],
    [
      'four ** that begin at the top',
      (size: number) => `a/**/${'a/'.repeat(size)}**/a/**/a/**/${'a/'.repeat(size)}c?`,
      (size: number) => `${'a/'.repeat(50 * size)}x`,
    ],
    [
      'four ** and names with wildcards',
      (size: number) => `**/*a*/**/*a*/**/*a*/**/${'*a'.repeat(size)}*b`,
      (size: number) => `${'aaaa/'.repeat(50 * size)}a`,
    ],
    [
      'many stars in one name',
      (size: number) => `${'*a'.repeat(50 * size)}*b`,
      (size: number) => 'a'.repeat(500 * size),
    ],
    [
      'stars and question marks',
      (size: number) => `${'*?'.repeat(50 * size)}b`,
      (size: number) => 'a'.repeat(500 * size),
    ],
    [
      'a long part between two stars',
      (size: number) => `*${'?'.repeat(20 * size)}${'a'.repeat(20 * size)}b*`,
      (size: number) => 'a'.repeat(500 * size),
    ],
    [
      'folders of any name',
      (size: number) => `${'*/'.repeat(20 * size)}b?`,
      (size: number) => `${'aa/'.repeat(200 * size)}a`,
    ],
  ] as const) {
    it(`cost no more than they are long: ${shape}`, () => {
      assertGrowth(
        times.map((size) => stepsOf(`${patternOf(size)} A-1`, pathOf(8))),
        8,
      );
      assertGrowth(
        times.map((size) => stepsOf(`${patternOf(8)} A-1`, pathOf(size))),
        8,
      );
      const [once, more] = [1, 8].map((rules) =>
        stepsOf(
          Array<string>(rules)
            .fill(`${patternOf(4)} A-1`)
            .join('\n'),
          pathOf(4),
        ),
      );
      assert.ok((more ?? Infinity) <= 8 * (once ?? 0));
    });
  }

  it('of 10,000 rules are passed over where the path has none of their names', () => {
    const rules = Array<string>(10_000).fill('a/**/a/**/a/**/a/**/c A-1').join('\n');
    assert.equal(stepsOf(rules, `${'a/'.repeat(200)}x`), 0);
  });

  it('of 10,000 rules cost one pass over the path each', () => {
    const rules = Array<string>(10_000).fill('**/a/**/a/**/a/**/c A-1').join('\n');
    const steps = stepsOf(rules, `c/${'a/'.repeat(200)}x`);
    assert.ok(steps > 10_000 && steps <= 10_000 * 2 * 202, `${steps} steps`);
  });
});
