import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { commonWords } from '../../../../src/core/brief/commonWords';
import { tokensAtMost } from '../../../../src/core/brief/tokenBound';
import { tokensOf } from './tokens';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const oneOf = (alphabet: string): fc.Arbitrary<string> => fc.constantFrom(...Array.from(alphabet));
const range = (first: number, last: number): fc.Arbitrary<string> =>
  fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code));
const ascii = range(0x20, 0x7e);

/** Texts of one kind of letters each, of which a tokenizer that learnt from English makes the most tokens. */
const kinds: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'small letters': oneOf(letters),
  'large letters': oneOf(letters.toUpperCase()),
  'letters and spaces': oneOf(`${letters}    `),
  'mixed letters': oneOf(letters + letters.toUpperCase()),
  digits: oneOf('0123456789 '),
  'letters and digits': oneOf(`${letters}0123456789`),
  ascii,
  'Latin with accents': range(0xa0, 0x24f),
  Greek: range(0x370, 0x3ff),
  Cyrillic: range(0x410, 0x44f),
  Hebrew: range(0x5d0, 0x5ea),
  Arabic: range(0x620, 0x6ff),
  Devanagari: range(0x900, 0x97f),
  Thai: range(0xe01, 0xe3a),
  Kana: range(0x3040, 0x30ff),
  Chinese: range(0x4e00, 0x9fff),
  Korean: range(0xac00, 0xd7a3),
  signs: range(0x2000, 0x2bff),
  emoji: range(0x1f300, 0x1faff),
};

describe('tokensAtMost', function () {
  this.timeout(20_000);

  for (const [kind, letter] of Object.entries(kinds)) {
    it(`is never less than o200k makes of a text: ${kind}`, () => {
      const text = fc.array(letter, { minLength: 120, maxLength: 400 }).map((each) => each.join(''));
      fc.assert(
        fc.property(text, (value) => {
          assert.ok(tokensOf(value) <= tokensAtMost(value), `${tokensOf(value)} > ${tokensAtMost(value)}`);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('counts English less than twice', () => {
    const text =
      'A cart is half an hour of work. Today it is gone when the session ends during approval, or when the card ' +
      'gateway is busy for a minute at the wrong time. 38 customers asked for it, two of them in writing.';
    assert.ok(tokensAtMost(text) <= 1.5 * tokensOf(text), `${tokensAtMost(text)} of ${tokensOf(text)}`);
  });

  it('knows words that are one token after a space, and two at most elsewhere', () => {
    const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
    const wrong = [...commonWords].filter((word) =>
      [word, capital(word)].some((each) => tokensOf(` ${each}`) !== 1 || tokensOf(each) > 2),
    );
    assert.deepEqual(wrong, []);
  });

  // What it says beyond what is needed is lost to the brief.
  for (const [text, tokens] of [
    ['', 0],
    ['work', 2],
    ['Work work', 3],
    [' work work work', 3],
    [' WORK', 3],
    ['WORKWORK', 6],
    ['workWork', 6],
    ['x', 1],
    ['xyzxyzxyz', 6],
    ['1', 1],
    ['123', 1],
    ['1234', 2],
    ['1234567', 3],
    ['~\n-', 3],
    ['…—·€', 4],
    ['\u0080', 2],
    ['АЯя', 3],
    ['ё', 2],
    ['\u07ff', 2],
    ['\u0800', 3],
    ['\u3040', 3],
    ['购购购购', 9],
    ['\u9fff', 3],
    ['\u9fff\u9fff\u9fff\u9fff', 9],
    ['\u3040\u3040\u3040\u3040', 9],
    ['\ua000\ua000', 6],
    ['\uffff', 3],
    ['😀', 4],
    ['\u{10000}', 4],
  ] as const) {
    it(`counts ${tokens} for ${JSON.stringify(text)}`, () => assert.equal(tokensAtMost(text), tokens));
  }
});
