import assert from 'node:assert/strict';
import { isAddress, readMention, readNumber } from '../../../../src/core/references/mention';

describe('readNumber', () => {
  for (const [text, expected] of [
    ['#142', { sign: '#', number: 142 }],
    ['GH-142', { sign: '#', number: 142 }],
    ['gh-142', { sign: '#', number: 142 }],
    ['Acme/Shop#142', { sign: '#', number: 142, place: 'acme/shop' }],
    ['shop#142', { sign: '#', number: 142, place: 'shop' }],
    ['&3', { sign: '&', number: 3 }],
    ['acme/web&3', { sign: '&', number: 3, place: 'acme/web' }],
    ['ACME &3', { sign: '&', number: 3, place: 'acme' }],
    ['AB#142', { sign: 'AB#', number: 142 }],
    ['ab#142', { sign: 'AB#', number: 142 }],
    ['#0', undefined],
    ['#0142', undefined],
    ['#12345678901', undefined],
    ['142', undefined],
    ['#142x', undefined],
    ['see #142 there', undefined],
    ['/shop#142', undefined],
    ['acme//shop#142', undefined],
    ['SHOP-142', undefined],
    ['', undefined],
  ] as const) {
    it(`reads ${expected === undefined ? 'nothing' : JSON.stringify(expected)} from “${text}”`, () =>
      assert.deepEqual(readNumber(text), expected && { kind: 'number', ...expected }));
  }

  it('reads no more than 256 characters', () => {
    assert.ok(readNumber(`${'a'.repeat(252)}#142`));
    assert.equal(readNumber(`${'a'.repeat(253)}#142`), undefined);
  });
});

describe('readMention', () => {
  it('reads a number, an address that leads to an item, or else a key', () => {
    assert.equal(readMention('#142').kind, 'number');
    const mention = readMention('https://github.com/acme/shop/issues/142');
    assert.equal(mention.kind === 'address' && mention.address.number, '#142');
    assert.deepEqual(readMention('shop-142'), { kind: 'key', key: 'SHOP-142' });
    assert.equal(readMention('https://x.example').kind, 'key');
  });
});

describe('isAddress', () => {
  for (const [text, expected] of [
    ['https://x.example/1', true],
    ['HTTP://x.example', true],
    ['ftp://x.example', false],
    ['see https://x.example', false],
    ['https://x.example/a b', false],
    ['https://x.example/<b>', false],
    ['https://x.example/"', false],
    ['https://x.example/\u0007', false],
    ['https://x.example/\u202e', false],
    ['https://x.example/'.padEnd(2048, 'a'), true],
    ['https://x.example/'.padEnd(2049, 'a'), false],
  ] as const) {
    it(`${expected ? 'takes' : 'refuses'} ${JSON.stringify(text.slice(0, 40))} of ${text.length} characters`, () =>
      assert.equal(isAddress(text), expected));
  }
});
