import assert from 'node:assert/strict';
import { withoutEnd } from '../../../src/core/withoutEnd';

describe('withoutEnd', () => {
  for (const [text, left] of [
    ['Title ##', 'Title'],
    ['# Title', '# Title'],
    ['a#b #', 'a#b'],
    ['# #', ''],
    ['', ''],
  ] as const) {
    it(`leaves “${left}” of “${text}”`, () => assert.equal(withoutEnd(text, '# '), left));
  }
});
