import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { plainGit } from '../message/trailersOfGit';
import { path, pattern, toGitignore } from './globCases';

describe('the patterns of a path map', () => {
  it('match what git check-ignore matches', function () {
    this.timeout(30_000);
    const cases = fc.sample(fc.tuple(pattern, fc.array(path, { minLength: 12, maxLength: 12 })), {
      seed: 3,
      numRuns: 800,
    });
    const ignored = ignoredByGit(cases.map(([text, paths]) => ({ gitignore: toGitignore(text), paths })));
    let matches = 0;
    cases.forEach(([text, paths], at) => {
      const map = parsePathMap(`${text} A-1`);
      assert.deepEqual(
        map.problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      for (const each of paths) {
        // Git counts bytes: there ? stands for half of an é.
        if (text.includes('?') && each.includes('é')) continue;
        const expected = ignored.has(`${at}/${each}`);
        if (expected) matches += 1;
        assert.equal(map.match(each) !== undefined, expected, `${text} and ${each}`);
      }
    });
    assert.ok(matches > cases.length, `${matches} matches`);
  });
});

/** The paths `CASE/PATH` that git ignores, each case with a .gitignore of its own; git runs once for all. */
function ignoredByGit(
  cases: readonly { gitignore: readonly string[]; paths: readonly string[] }[],
): Set<string> {
  const folder = mkdtempSync(join(tmpdir(), 'goal-lens-paths-'));
  try {
    execFileSync('git', ['init', '--quiet', folder], { env: plainGit });
    cases.forEach(({ gitignore }, at) => {
      mkdirSync(join(folder, String(at)));
      writeFileSync(join(folder, String(at), '.gitignore'), `${gitignore.join('\n')}\n`);
    });
    const input = cases.flatMap(({ paths }, at) => paths.map((each) => `${at}/${each}\0`)).join('');
    const output = execFileSync(
      'git',
      ['-c', 'core.ignoreCase=false', 'check-ignore', '--no-index', '-v', '-n', '-z', '--stdin'],
      { cwd: folder, env: plainGit, input, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const fields = output.split('\0');
    const ignored = new Set<string>();
    for (let at = 0; at + 3 < fields.length; at += 4) {
      const [source = '', , rule = '', found = ''] = fields.slice(at, at + 4);
      if (source !== '' && !rule.startsWith('!')) ignored.add(found);
    }
    return ignored;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
