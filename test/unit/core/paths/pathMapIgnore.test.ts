import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { path, pattern, toGitignore } from './globCases';

/** `GLOB_CASES=36000 npx mocha …` tries many more. */
const runs = Number(process.env['GLOB_CASES'] ?? 2000);

describe('the patterns of a path map beside the package `ignore`', function () {
  this.timeout(Math.max(30_000, runs * 20));

  it('match the same', () => {
    let matches = 0;
    fc.assert(
      fc.property(pattern, fc.array(path, { minLength: 12, maxLength: 12 }), (text, paths) => {
        const map = parsePathMap(`${text} A-1`);
        assert.deepEqual(
          map.problems.filter(({ severity }) => severity === 'error'),
          [],
        );
        const oracle = ignore({ ignoreCase: false }).add(toGitignore(text));
        for (const each of paths) {
          const expected = oracle.ignores(each);
          if (expected) matches += 1;
          assert.equal(map.match(each) !== undefined, expected, `${text} and ${each}`);
        }
      }),
      { numRuns: runs },
    );
    assert.ok(matches > runs, `${matches} matches`);
  });

  it('and several rules have the same last one', () => {
    const files = fc.array(fc.tuple(pattern, fc.nat(3)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(files, fc.array(path, { minLength: 6, maxLength: 6 }), (rules, paths) => {
        const map = parsePathMap(
          rules.map(([text, keys]) => [text, ...Array<string>(keys).fill('A-1')].join(' ')).join('\n'),
        );
        for (const each of paths) {
          const line = rules.findLastIndex(([text]) =>
            ignore({ ignoreCase: false }).add(toGitignore(text)).ignores(each),
          );
          assert.equal(map.match(each)?.line ?? -1, line, `${each} in\n${rules.join('\n')}`);
        }
      }),
      { numRuns: runs / 5 },
    );
  });
});
