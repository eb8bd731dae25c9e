import assert from 'node:assert/strict';
import { plainText } from '../../../src/core/plainText';

/** Plain text is plain, and stays as it is. */
export function fuzz(data: Buffer): void {
  const plain = plainText(data.toString('utf8'));
  assert.equal(plainText(plain), plain);
  assert.doesNotMatch(plain, /[\0-\x08\x0B-\x1F\x7F-\x9F\u200B\u202A-\u202E\u2066-\u2069]/u);
}
