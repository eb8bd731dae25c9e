import assert from 'node:assert/strict';
import type { EffortPart } from '../../../../src/core/report/effort';
import { isLockFile } from '../../../../src/core/report/lockFiles';
import { pathCoverage } from '../../../../src/core/report/pathCoverage';
import { folderOf, unlinkedPlaces } from '../../../../src/core/report/unlinkedPlaces';
import { parsePathMap } from '../../../../src/core/paths/pathMap';

describe('unlinkedPlaces', () => {
  const part = (row: number, units: number, kind = 'none'): EffortPart =>
    ({ row, units, target: { kind } }) as unknown as EffortPart;
  const places = (parts: readonly EffortPart[], paths: readonly (readonly string[])[]) =>
    unlinkedPlaces(parts, (row) => paths[row] ?? []).map(({ folder, effort }) => [folder, effort]);

  it('divides what a commit did without a goal over its files', () =>
    assert.deepEqual(places([part(0, 10), part(1, 4)], [['src/a/x/1', 'src/a/y', 'docs/b'], ['docs/c']]), [
      ['docs', 7],
      ['src/a', 7],
    ]));

  it('puts the most effort first, then goes by name, with what has no file last', () =>
    assert.deepEqual(
      places(
        [part(0, 1), part(1, 1), part(2, 1), part(3, 2), part(4, 1)],
        [['b/1'], [], ['a/1'], ['c/1'], ['top']],
      ),
      [
        ['c', 2],
        ['', 1],
        ['a', 1],
        ['b', 1],
        [undefined, 1],
      ],
    ));

  it('leaves out what has a goal, and no effort', () =>
    assert.deepEqual(
      places([part(0, 5, 'goal'), part(1, 0), part(2, 5, 'unknown')], [['a/1'], ['b/1'], ['c/1']]),
      [],
    ));
});

describe('folderOf', () => {
  for (const [path, folder] of [
    ['top', ''],
    ['a/1', 'a'],
    ['a/b/1', 'a/b'],
    ['a/b/c/d/1', 'a/b'],
  ] as const) {
    it(`is ${JSON.stringify(folder)} for ${path}`, () => assert.equal(folderOf(path), folder));
  }
});

describe('pathCoverage', () => {
  it('counts the files of a rule with keys, without lock files', () => {
    const map = parsePathMap('/cart/ SHOP-7\n/free/\n');
    const files = ['cart/a', 'cart/b', 'free/c', 'docs/d', 'package-lock.json', 'cart/Cargo.lock'];
    assert.deepEqual(pathCoverage(files, map), { files: 4, covered: 2 });
    assert.deepEqual(pathCoverage([], map), { files: 0, covered: 0 });
  });
});

describe('isLockFile', () => {
  for (const path of [
    ...[
      'package-lock.json',
      'a/b/npm-shrinkwrap.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'bun.lock',
      'CARGO.LOCK',
    ],
    ...[
      'composer.lock',
      'gemfile.lock',
      'poetry.lock',
      'uv.lock',
      'pipfile.lock',
      'go.sum',
      'nix/flake.lock',
    ],
  ]) {
    it(`is ${path}`, () => assert.ok(isLockFile(path)));
  }
  for (const path of ['package.json', 'yarn.lock/a.ts', 'my-yarn.lock', 'go.mod', ''])
    it(`is not ${JSON.stringify(path)}`, () => assert.ok(!isLockFile(path)));
});
