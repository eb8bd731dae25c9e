import assert from 'node:assert/strict';
import { editText, isUtf8 } from '../../../../src/git/retag/editText';

const latin = Buffer.from('\xfc', 'latin1');

describe('isUtf8', () => {
  for (const [name, bytes, encoding, is] of [
    ['UTF-8', Buffer.from('ü'), undefined, true],
    ['UTF-8 that says so', Buffer.from('ü'), 'utf-8', true],
    ['UTF-8 that says so without a hyphen', Buffer.from('ü'), 'UTF8', true],
    ['UTF-8 that says it is something else', Buffer.from('ü'), 'ISO-8859-1', false],
    ['UTF-8 that says it is something longer', Buffer.from('ü'), 'x-utf-8', false],
    ['UTF-8 that says it is UTF-80', Buffer.from('ü'), 'utf-80', false],
    ['Latin-1', latin, undefined, false],
    ['Latin-1 that says it is UTF-8', latin, 'UTF-8', false],
    ['nothing', Buffer.alloc(0), undefined, true],
  ] as const) {
    it(`is ${is} for ${name}`, () => assert.equal(isUtf8(bytes, encoding), is));
  }
});

describe('editText', () => {
  it('keeps what is not UTF-8', () =>
    assert.deepEqual(
      editText(latin, undefined, (text) => `a${text}b`),
      Buffer.from('a\xfcb', 'latin1'),
    ));

  it('reads UTF-8 as such', () =>
    assert.equal(
      editText(Buffer.from('ü'), undefined, (text) => `${text.length}${text}修`).toString(),
      '1ü修',
    ));
});
