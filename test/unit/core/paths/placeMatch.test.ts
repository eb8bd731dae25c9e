import assert from 'node:assert/strict';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { placeMatch } from '../../../../src/core/paths/placeMatch';

describe('placeMatch', () => {
  const map = parsePathMap('* A-1\n/src/cart/ A-2 A-3\n/src/cart/*.md A-4\n/docs/\n');
  const keys = (path: string, isFolder: boolean) => placeMatch(map, path, isFolder)?.keys.map(String);

  it('tells what a folder is mapped to, and not just some of its files', () => {
    assert.deepEqual(keys('src/cart', true), ['A-2', 'A-3']);
    assert.deepEqual(keys('src', true), ['A-1']);
    assert.deepEqual(keys('', true), ['A-1']);
    assert.deepEqual(keys('docs', true), []);
  });

  it('tells what a file is mapped to', () => assert.deepEqual(keys('src/cart/a.md', false), ['A-4']));
});
