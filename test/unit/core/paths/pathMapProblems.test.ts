import assert from 'node:assert/strict';
import { maxPathMapLength, parsePathMap } from '../../../../src/core/paths/pathMap';

describe('the problems of a path map', () => {
  for (const [line, severity, start, end, message] of [
    ['!src/ A-1', 'error', 0, 5, /no ! patterns/],
    ['src/[ab] A-1', 'error', 0, 8, /no \[ \] ranges/],
    ['  \\#a A-1', 'error', 2, 5, /cannot begin with #/],
    ['src\\', 'error', 0, 4, /Nothing follows the backslash/],
    ['a\\/b A-1', 'error', 0, 4, /Nothing follows the backslash/],
    ['[ab].ts', 'error', 0, 7, /no \[ \] ranges/],
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

  it('tell of a file that is too long, and of one character less do not', () => {
    const text = (length: number) => 'a A-1\n'.padEnd(length, '#\n');
    assert.deepEqual(parsePathMap(text(maxPathMapLength)).problems, []);
    assert.deepEqual(parsePathMap(text(maxPathMapLength)).match('a')?.keys, ['A-1']);
    const large = parsePathMap(text(maxPathMapLength + 1));
    assert.equal(maxPathMapLength, 1024 * 1024);
    assert.deepEqual(large.problems, [
      {
        line: 0,
        startColumn: 0,
        endColumn: 0,
        severity: 'error',
        message: 'The file is larger than 1 MB and is not used. Replace single files with patterns.',
      },
    ]);
    assert.deepEqual([large.match('a'), large.keys], [undefined, []]);
  });

  it('tell of a line that is too long, and leave the others', () => {
    const line = (length: number) => `${'a'.repeat(length - 4)} A-1`;
    assert.deepEqual(parsePathMap(line(4096)).problems, []);
    const long = parsePathMap(`${line(4097)}\nb A-2`);
    assert.deepEqual(
      long.problems.map(({ line: at, endColumn, message }) => [at, endColumn, message]),
      [[0, 4097, 'The line is longer than 4096 characters and is left out. Shorten it.']],
    );
    assert.deepEqual(long.match('b')?.keys, ['A-2']);
    assert.equal(long.match('a'.repeat(4093)), undefined);
  });

  it('tell of the rules after 10,000', () => {
    const many = parsePathMap(Array.from({ length: 10_002 }, (_, at) => `/f${at} A-1`).join('\n'));
    assert.deepEqual(
      many.problems.map(({ line, message }) => [line, message]),
      [[10_000, 'Only the first 10,000 rules are used. Replace single files with patterns.']],
    );
    assert.ok(many.match('f9999'));
    assert.equal(many.match('f10000'), undefined);
  });

  it('are no more than anybody reads, the limit on rules among them', () => {
    const rules = Array.from({ length: 10_001 }, () => 'a A-1');
    const { problems } = parsePathMap([...Array.from({ length: 2000 }, () => '!a'), ...rules].join('\n'));
    assert.equal(problems.length, 501);
    assert.match(problems.at(-1)?.message ?? '', /first 10,000/);
  });

  for (const [line, column, keys] of [
    ['/x/ #142', 4, undefined],
    ['/x/\t#142, a remark', 4, undefined],
    ['/x/ SHOP-7 #142', 11, ['SHOP-7']],
  ] as const) {
    it(`tell of a number that begins a comment: ${line}`, () => {
      const map = parsePathMap(`* A-1\n${line}`);
      assert.deepEqual(
        map.problems.map(({ severity, line: at, startColumn, message }) => [
          severity,
          at,
          startColumn,
          /^#142,? begins a comment here and is not read as a goal\./.test(message),
        ]),
        [['warning', 1, column, true]],
      );
      // What was meant as a goal must not take the goal of an earlier line away.
      assert.deepEqual(map.match('x/a')?.keys, keys ?? ['A-1']);
    });
  }

  it('are none where a comment is only a comment', () => {
    const map = parsePathMap('* A-1\n/x/ # 142\n/y/ #2nd level\n/z/ #');
    assert.deepEqual(map.problems, []);
    assert.deepEqual(
      ['x/a', 'y/a', 'z/a'].map((path) => map.match(path)?.keys),
      [[], [], []],
    );
  });
});
