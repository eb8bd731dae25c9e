import assert from 'node:assert/strict';
import { fenced, longestNonce, nonceFor } from '../../../../src/core/brief/fence';

describe('a fence', () => {
  it('stands around the lines', () =>
    assert.equal(
      fenced(['a', 'b'], 'Data.', '0123abcd'),
      '[goal-lens 0123abcd] Data.\na\nb\n[/goal-lens 0123abcd]',
    ));

  it('takes a nonce that the text does not hold, whatever its case', () => {
    const nonces = ['AAAAAAAA', 'bbbbbbb', 'bbbbbbbbb', 'gggggggg', 'Cccccccc', 'dddddddd'];
    assert.equal(
      nonceFor('x aAaaaaaa', () => nonces.shift()!),
      'cccccccc',
    );
    assert.deepEqual(nonces, ['dddddddd']);
  });

  it('gives up after 100 tries', () => {
    let tries = 0;
    const random = (): string => {
      tries += 1;
      return longestNonce;
    };
    assert.throws(() => nonceFor(`x${longestNonce}`, random), /No nonce was found/);
    assert.equal(tries, 100);
  });
});
