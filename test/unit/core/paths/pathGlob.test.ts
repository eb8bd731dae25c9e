import assert from 'node:assert/strict';
import { PathGlob } from '../../../../src/core/paths/pathGlob';

describe('the name by which a pattern is looked up', () => {
  for (const [pattern, name] of [
    ['src/cart/', 'cart'],
    ['src/*/cart/*.ts', 'cart'],
    ['/src/**', 'src'],
    ['a/**/b/c?', 'b'],
    ['a\\*/*', 'a*'],
    ['*.css', undefined],
    ['**', undefined],
  ] as const) {
    it(`is ${name ?? 'none'} for ${pattern}`, () => assert.equal(new PathGlob(pattern).lastLiteral, name));
  }
});
