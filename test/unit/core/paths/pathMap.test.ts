import assert from 'node:assert/strict';
import { parsePathMap } from '../../../../src/core/paths/pathMap';

/** The examples of GitHub's "About code owners", with keys for owners. */
const codeOwners = parsePathMap(`# This is a comment.
*       GLOBAL-1 GLOBAL-2
*.js    JS-1 #This is an inline comment.
*.go DOCS-1
*.txt CATS-1
/build/logs/ DOC-1
docs/*  DOCS-1
apps/ OCTO-1
/docs/ DOC-2
/scripts/ DOC-3 OCTO-3
**/logs LOGS-1
/apps/ APPS-1
/apps/github
`);

describe('a path map', () => {
  for (const [path, keys, line] of [
    ['README.md', ['GLOBAL-1', 'GLOBAL-2'], 1],
    ['src/deep/a.js', ['JS-1'], 2],
    ['src/a.go', ['DOCS-1'], 3],
    ['docs/getting-started.md', ['DOC-2'], 8],
    ['docs/build-app/troubleshooting.md', ['DOC-2'], 8],
    ['packages/apps/a.ts', ['OCTO-1'], 7],
    ['scripts/run.sh', ['DOC-3', 'OCTO-3'], 9],
    ['build/logs/a.txt', ['LOGS-1'], 10],
    ['deeply/nested/logs/x/a.js', ['LOGS-1'], 10],
    ['apps/web/a.js', ['APPS-1'], 11],
    ['apps/github', [], 12],
    ['apps/github/a.js', [], 12],
    ['apps/github.js', ['APPS-1'], 11],
  ] as const) {
    it(`gives ${path} to ${keys.join(', ') || 'no goal'}`, () => {
      const match = codeOwners.match(path);
      assert.deepEqual(match?.keys, keys);
      assert.equal(match.line, line);
    });
  }

  for (const [pattern, matching, other] of [
    ['docs/*', ['docs/a.md'], ['docs/build/a.md', 'x/docs/a.md', 'docs']],
    ['/*', ['a.ts'], ['src/a.ts']],
    ['*', ['a.ts', 'src/x/a.ts', '.hidden'], []],
    ['src/**/*', ['src/a.ts', 'src/x/y/a.ts'], ['a.ts']],
    ['/src/cart/', ['src/cart/a.ts', 'src/cart/x/a.ts'], ['src/cart', 'x/src/cart/a.ts', 'src/cartel/a.ts']],
    ['src/cart', ['src/cart', 'src/cart/a.ts'], ['x/src/cart', 'src/cart.ts']],
    ['cart', ['cart', 'src/cart/a.ts'], ['src/cart.ts']],
    ['src/**/cart/', ['src/cart/a.ts', 'src/x/y/cart/a.ts'], ['cart/a.ts']],
    ['**/cart', ['cart', 'x/cart/a.ts'], ['x/carts']],
    ['src/**', ['src/a', 'src/x/a'], ['src', 'x/src/a']],
    ['a?.ts', ['ab.ts', 'x/ab.ts'], ['a.ts', 'a/.ts']],
    ['a\\ b/c.ts', ['a b/c.ts'], ['a', 'b/c.ts']],
    ['app/\\[slug\\]/', ['app/[slug]/page.tsx'], ['app/s/page.tsx']],
    ['SRC/', ['SRC/a'], ['src/a']],
    ['a+(b){c}|d^$.ts', ['a+(b){c}|d^$.ts'], ['aa(b){c}|d^$.ts']],
    ['修复/*.ts', ['修复/a.ts'], ['修/a.ts']],
    ['src/C#', ['src/C#', 'src/C#/a.cs'], ['src/C', 'src/Cs']],
    ['a/**/b/**/c/**/d/**', ['a/b/c/d/e', 'a/1/2/b/c/3/d/e/f'], ['a/b/c/d', 'a/b/d/c/e']],
    ['/**/a/**/a/**/a/**', ['a/a/a/b', 'x/a/y/a/a/z'], ['a/a/a', 'a/a/b/b']],
    ['a/**/b/**/c/*', ['a/b/c/d', 'a/1/b/2/3/c/d'], ['a/b/c', 'a/b/c/d/e', 'a/c/b/d']],
    ['src/a**/b', ['src/a/b', 'src/ax/b/c'], ['src/x/b', 'src/b', 'src/a/x/b']],
    ['src/**a/b', ['src/a/b', 'src/xa/b/c'], ['src/x/b', 'src/b', 'src/x/a/b']],
    ['?*b', ['ab', 'ab/c', '😀b'], ['b', 'x/b']],
    ['a*b?c*d', ['ab1cd', 'axbb-c-d/e', 'ab😀cd'], ['abcd', 'ab1c', 'ab12cd']],
    [`${'?'.repeat(31)}*`, ['x'.repeat(31), 'x'.repeat(40)], ['x'.repeat(30)]],
    [`*${'?'.repeat(64)}y*`, ['x'.repeat(64) + 'y', 'x'.repeat(99) + 'yz'], ['x'.repeat(63) + 'y']],
  ] as const) {
    it(`matches by ${pattern}`, () => {
      const map = parsePathMap(`${pattern} A-1`);
      assert.deepEqual(map.problems, []);
      for (const path of matching) assert.equal(map.match(path)?.pattern, pattern, path);
      for (const path of other) assert.equal(map.match(path), undefined, path);
    });
  }

  it('takes either separator, and no path outside the folder', () => {
    const map = parsePathMap('* A-1');
    assert.ok(map.match('src\\cart\\a.ts'));
    for (const path of ['', '.', '..', './a', '../a', '/a', '\\a', 'C:\\a', 'c:/a']) {
      assert.equal(map.match(path), undefined, path);
    }
  });

  it('lets the last rule win', () => {
    const map = parsePathMap('/src/ A-1\n/src/cart/ A-2\n*.md A-3\n/src/cart/old.ts');
    assert.deepEqual(
      ['src/a.ts', 'src/cart/a.ts', 'src/cart/a.md', 'src/cart/old.ts', 'b.ts'].map(
        (path) => map.match(path)?.keys,
      ),
      [['A-1'], ['A-2'], ['A-3'], [], undefined],
    );
  });

  it('reads CRLF, tabs, indents, a byte order mark and comments', () => {
    const map = parsePathMap(
      '\uFEFFa.ts\tA-1\r\n  # comment\r\n\r\n  b.ts  A-2\tA-3 # A-4 A-5\r\n#c.ts A-6\r\n',
    );
    assert.deepEqual(map.problems, []);
    assert.deepEqual(map.match('a.ts')?.keys, ['A-1']);
    assert.deepEqual(map.match('b.ts')?.keys, ['A-2', 'A-3']);
    assert.equal(map.match('c.ts'), undefined);
  });

  it('says where every key stands', () => {
    const { keys } = parsePathMap('# x\na\\ b SHOP-7  shop-7 SHOP-9');
    assert.deepEqual(keys, [
      { key: 'SHOP-7', line: 1, startColumn: 5, endColumn: 11 },
      { key: 'shop-7', line: 1, startColumn: 13, endColumn: 19 },
      { key: 'SHOP-9', line: 1, startColumn: 20, endColumn: 26 },
    ]);
    assert.deepEqual(parsePathMap('a SHOP-7 shop-7 SHOP-9').match('a')?.keys, ['SHOP-7', 'SHOP-9']);
  });
});

describe('a large path map', () => {
  const patternOf = (at: number) =>
    [`*.x${at}`, `/packages/p${at}/**/*.ts`, `src/area${at}/`, `**/module${at}/*.css`][at % 4] ?? '';
  const pathOf = (at: number) =>
    [`a/b.x${at}`, `packages/p${at}/c/d.ts`, `src/area${at}/e`, `f/module${at}/g.css`][at % 4] ?? '';
  const numbers = Array.from({ length: 1000 }, (_, at) => at);
  const map = parsePathMap(numbers.map((at) => `${patternOf(at)} A-${at}`).join('\n'));

  it('has each of its 1,000 rules found by a path of its own', () => {
    assert.deepEqual(map.problems, []);
    for (const at of numbers) assert.equal(map.match(pathOf(at))?.line, at, pathOf(at));
  });

  it('tries only the rules that have a name of the path in them, or none at all', () => {
    const work = { steps: 0 };
    assert.equal(map.match('packages/other/src/file.ts', work), undefined);
    // 250 rules of the form *.x1, each tried against four names.
    assert.ok(work.steps > 0 && work.steps <= 250 * 5, `${work.steps} steps`);
  });

  it('asks again for nothing', () => {
    const work = { steps: 0 };
    map.match('packages/p1/a.css', work);
    const once = work.steps;
    assert.ok(once > 0);
    map.match('packages/p1/a.css', work);
    assert.equal(work.steps, once);
    assert.equal(map.match('packages/p1/a.ts', work)?.line, 1);
  });
});

describe('A path map with names beyond ASCII', () => {
  const composed = 'src/caf\u00e9/\u00dcbersicht.ts';
  const decomposed = composed.normalize('NFD');
  for (const [pattern, path] of [
    [composed, decomposed],
    [decomposed, composed],
    ['/src/caf?/', decomposed],
    ['*bersicht.ts', decomposed],
    ['\u00dc*'.normalize('NFD'), composed],
  ] as const) {
    it(`takes both Unicode forms for one path: ${JSON.stringify(pattern)}`, () => {
      assert.notEqual(composed, decomposed);
      const map = parsePathMap(`${pattern} SHOP-7`);
      assert.deepEqual(map.match(path)?.keys, ['SHOP-7']);
      assert.equal(map.match(path)?.pattern, pattern);
    });
  }
});
