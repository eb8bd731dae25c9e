import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainLine, plainText } from '../../../src/core/plainText';

describe('text that others wrote', () => {
  for (const [name, text, plain] of [
    ['control characters', 'a\0b\x07c\x1B[31md\x7F\x85', 'abc[31md'],
    ['changes of direction', 'a\u202Ecod.exe\u202C \u2066x\u2069', 'acod.exe x'],
    ['characters of no width', 'SH\u200BOP\u2060-\uFEFF7\u00AD', 'SHOP-7'],
    ['tag characters', 'a\u{E0041}\u{E0042}\u{E007F}b', 'ab'],
    ['invisible letters', '\u3164\u115F\u1160\uFFA0', ''],
    ['a blank braille pattern', '\u2800a\u2800', 'a'],
    ['half characters', 'a\uD800b', 'a\uFFFDb'],
    ['letters in pieces', 'e\u0301', '\u00E9'],
    ['line ends', ' a\r\nb\rc\u2028d\u2029e ', 'a\nb\nc\nd\ne'],
    ['nothing but joiners', '\u200D\u200C\uFE0F', ''],
    ['nothing but direction marks', '\u200F \u200E\u061C', ''],
    ['more joiners than an emoji has', `a${'\u200D'.repeat(5)}b`, 'a\u200D\u200Db'],
    ['more marks than a letter has', `a${'\u0316'.repeat(90)}b`, `a${'\u0316'.repeat(30)}b`],
  ] as const) {
    it(`is shown without what no person sees: ${name}`, () => {
      assert.equal(plainText(text), plain);
      assert.equal(plainText(plain), plain);
    });
  }

  for (const text of ['❤️‍🔥 👨‍👩‍👧 👩🏽‍💻', 'می‌خواهم', 'क्‍ष', 'Анна 中村 \u200Fאנה', 'a\tb\n\nc', '葛󠄀']) {
    it(`keeps what letters and emoji are made of: ${text}`, () => assert.equal(plainText(text), text));
  }

  it('stands on one line', () => {
    assert.equal(plainLine(' a\r\n\tb \u2028 c\u200B'), 'a b c');
  });

  it('is the same when it is made plain twice', () => {
    const piece = fc.constantFrom(
      ...['a', ' ', '\n', '\u200D', '\uFE0F', '\u200F', '\u200B', '\u0301', '\u0316'],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const plain = plainText(written);
        assert.equal(plainText(plain), plain);
        assert.doesNotMatch(
          plain,
          /[\0-\x08\x0B-\x1F\x7F-\x9F\u200B\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
