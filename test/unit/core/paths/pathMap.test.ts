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

describe('the problems of a path map', () => {
  for (const [line, severity, start, end, message] of [
    ['!src/ A-1', 'error', 0, 5, /no ! patterns/],
    ['src/[ab] A-1', 'error', 0, 8, /no \[ \] ranges/],
    ['  \\#a A-1', 'error', 2, 5, /cannot begin with #/],
    ['src\\', 'error', 0, 4, /Nothing follows the backslash/],
    ['/ A-1', 'error', 0, 1, /Write \* for every file/],
    ['./src A-1', 'error', 0, 5, /matches nothing/],
    ['src/../a A-1', 'error', 0, 8, /matches nothing/],
    ['src//a A-1', 'error', 0, 6, /matches nothing/],
    ['a/**/b/**/c/**/d/**/e/**/f A-1', 'error', 0, 26, /more than 4/],
    ['src\\cart A-1', 'warning', 0, 8, /Write \/ between folders/],
    ['src/ @ana', 'error', 5, 9, /"@ana" is not a goal key/],
    ['src/ A-1, A-2', 'error', 5, 9, /spaces between them/],
  ] as const) {
    it(`tell of “${line}”`, () => {
      const { problems } = parsePathMap(`# first\n${line}\n`);
      assert.equal(problems.length, 1);
      const [problem] = problems;
      assert.match(problem?.message ?? '', message);
      assert.deepEqual(
        [problem?.line, problem?.startColumn, problem?.endColumn, problem?.severity],
        [1, start, end, severity],
      );
    });
  }

  it('leave the good keys of a rule, and never make it unlink', () => {
    const map = parsePathMap('* A-1\na.ts @ana A-2\nb.ts @ana');
    assert.deepEqual(map.match('a.ts')?.keys, ['A-2']);
    assert.deepEqual(map.match('b.ts')?.keys, ['A-1']);
  });

  it('tell of limits', () => {
    const large = parsePathMap('# '.repeat(600_000));
    assert.equal(large.problems.length, 1);
    const long = parsePathMap(`${'a'.repeat(5000)} A-1\nb A-2`);
    assert.match(long.problems[0]?.message ?? '', /longer than 4096/);
    assert.deepEqual(long.match('b')?.keys, ['A-2']);
    const many = parsePathMap(Array.from({ length: 10_002 }, (_, at) => `/f${at} A-1`).join('\n'));
    assert.deepEqual(
      many.problems.map(({ line }) => line),
      [10_000],
    );
    assert.ok(many.match('f9999'));
  });
});

describe('a large path map', () => {
  it('finds the rule of a path, or none, among 1,000', () => {
    const rules = Array.from(
      { length: 1000 },
      (_, at) => [`*.x${at}`, `/packages/p${at}/**/*.ts`, `src/area${at}/`, `**/module${at}/*.css`][at % 4],
    );
    const map = parsePathMap(rules.map((rule, at) => `${rule} A-${at}`).join('\n'));
    assert.deepEqual(map.problems, []);
    assert.deepEqual(map.match('packages/p1/src/a.ts')?.keys, ['A-1']);
    for (let at = 0; at < 60; at++) {
      assert.equal(map.match(`packages/other/src/deep/er/file${at}.ts`), undefined);
    }
  });

  it('does not collapse under hostile patterns', () => {
    const patterns = [
      '*a*a*a*a*a*a*a*a*a*a*b',
      'a/**/a/**/a/**/a/**/b',
      `${'*/'.repeat(200)}b`,
      '**/*a*/**/*a*/**/*a*/**/*a*b',
      `${'?'.repeat(1000)}*b`,
      `${'*?'.repeat(500)}b`,
      'a*a*a*/**/a*a*a*/**/a*a*a*/**/b',
    ];
    const paths = [
      'a'.repeat(4000),
      'a/'.repeat(60) + 'a',
      'aaaa/'.repeat(60) + 'a',
      `${'aaaaaaaa'.repeat(30)}/`.repeat(16) + 'c',
    ];
    for (const pattern of patterns) {
      const map = parsePathMap(`${pattern} A-1`);
      for (const path of paths) {
        // A pattern that backtracks without end would run into the time limit of a test.
        assert.equal(map.match(path), undefined, `${pattern.slice(0, 40)} against ${path.slice(0, 20)}`);
      }
    }
  });
});
