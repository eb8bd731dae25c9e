import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keysOfCommit } from '../../../../src/core/links/commitKeys';
import { findKeys, isKey } from '../../../../src/core/references/goalKeys';
import {
  candidatesOf,
  evidences,
  keysOfTerm,
  placeOf,
  placeOfReference,
} from '../../../../src/git/history/candidates';
import { keyTexts } from '../../../../src/git/history/keyTexts';

const projects = ['SHOP', 'MY-SHOP', 'A', '1', '2024-01', 'X_Y', 'B.C', 'ÉTÉ', 'ß', '購物', 'R+D~'];
const pieces = [
  ...projects,
  ...[
    'shop',
    '-',
    '-1',
    '-12',
    '-007',
    '1',
    'x',
    'é',
    '\u0301',
    ' ',
    '\n',
    ',',
    '.',
    '/',
    '#',
    '_',
    ':',
    '(',
    '🛒',
    'Ⅷ',
    '٣',
  ],
  ...[
    '#142',
    ' #7',
    'acme/shop#9',
    'AB#3',
    '&3',
    'ACME &3',
    'GH-5',
    '&#8217;',
    'Fixes ',
    ' and ',
    "'",
    'issue',
    'fix/',
  ],
  ...[
    'https://x.example/issues/142',
    'https://x.example/browse/SHOP-1',
    'http://x/',
    'closes: ',
    '(',
    ')',
    'none',
  ],
  ...[
    'Initiative: ',
    '\n\nInitiative: ',
    'X-Goal: ',
    '\n\nCloses: ',
    'Refs:',
    '\n\n',
    'a'.repeat(70),
    '\ud800',
    '𝐀',
    '𝐀-3',
  ],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
const subjects = fc.oneof(
  text,
  fc
    .tuple(fc.constantFrom("Merge branch '", 'Merge pull request #1 from acme/'), text)
    .map((parts) => parts.join('')),
);
const known = fc.subarray(projects).map((list) => new Set(list.map((each) => each.toUpperCase())));

describe('candidates', () => {
  it('hold every key that a text names, and no other, whatever the projects', () => {
    fc.assert(
      fc.property(text, known, (message, names) => {
        const found = keyTexts(message, Infinity).flatMap((part) =>
          findKeys(part, names).map(({ key }) => key),
        );
        const expected = findKeys(message, names, Infinity).map(({ key }) => key);
        assert.deepEqual([...new Set(found)], expected);
      }),
      { numRuns: 5000 },
    );
  });

  it('give what the core reads from a commit', () => {
    const rules = fc.record({
      trailer: fc.constantFrom('Initiative', 'initiative', 'Refs'),
      referenceTrailers: fc.constantFrom([], ['Initiative', 'X-Goal']),
      projects: known,
      keyOf: fc.constantFrom(
        undefined,
        (text: string) => (/^\d|\s/.test(text) ? undefined : `GOAL ${text.toUpperCase()}`),
        (text: string) => (/[#&\d]$/.test(text) ? 'GOAL' : undefined),
      ),
    });
    fc.assert(
      fc.property(subjects, text, text, rules, (subject, body, note, { keyOf, ...others }) => {
        const given = { ...others, ...(keyOf && { keyOf }) };
        const found = new Map<string, number>();
        for (const { place, term } of candidatesOf({ subject, body, note })) {
          for (const reference of keysOfTerm(term, given)) {
            const { key } = reference;
            const strongest = placeOfReference(place, reference);
            found.set(key, Math.min(strongest, found.get(key) ?? strongest));
          }
        }
        const expected = keysOfCommit({ subject, body, note }, given);
        assert.deepEqual(
          [...found].map(([key, place]) => `${key} ${evidences[place]!}`).sort(),
          expected.map(({ key, by }) => `${key} ${by}`).sort(),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('read no key out of the place of a number, which is a term of its own', () => {
    const rules = { trailer: 'Initiative', projects: new Set(['A']) };
    const terms = candidatesOf({ subject: 'Closes A-1&3', body: '', note: '' });
    assert.deepEqual(terms, [
      { place: placeOf('subject'), term: 'A-1' },
      { place: placeOf('closingKeyword'), term: 'A-1&3' },
    ]);
    assert.deepEqual(
      terms.map(({ term }) => keysOfTerm(term, rules).map(({ key }) => key)),
      [['A-1'], []],
    );
  });

  it('end a key wherever the core does, at every character', () => {
    const names = new Set(['SHOP']);
    for (let code = 1; code <= 0x1ffff; code += 1) {
      const character = String.fromCodePoint(code);
      for (const around of [`${character}SHOP-1`, `SHOP-1${character}`, `x${character}SHOP-1`]) {
        const found = keyTexts(around, Infinity).flatMap((part) => findKeys(part, names));
        if (found.length !== findKeys(around, names).length)
          assert.fail(`U+${code.toString(16)} in ${around}`);
      }
      if (isKey(`${character}-1`) && keyTexts(` ${character}-1 `, 10)[0] !== `${character}-1`) {
        assert.fail(`U+${code.toString(16)} can be a project.`);
      }
    }
  });

  it('stay small in hostile texts', () => {
    const commit = (body: string) => candidatesOf({ subject: '', body, note: '' });
    const many = Array.from({ length: 30_000 }, (_, at) => `A-${at}`);
    assert.equal(commit(many.join(' ')).length, 1000);
    const [run, ...others] = commit(many.join('.'));
    assert.ok(run && run.term.length <= 256);
    assert.deepEqual(others, []);
    assert.deepEqual(commit(`A-${'1'.repeat(100_000)}`), []);
    // Work that grows with the square of the text would run into the time limit of a test.
    for (const text of ['-1'.repeat(100_000), 'a-'.repeat(100_000)]) {
      assert.ok(commit(text).every(({ term }) => term.length <= 256));
    }
    assert.ok(commit('é'.repeat(65).concat('-1x').repeat(3000)).length <= 1000);
  });

  it('leave out the names of objects', () => {
    const body = `Text.\n\nChange-Id: I${'0a'.repeat(20)}\nReverts: ${'b1'.repeat(32)}\nRefs: deadbeef\n`;
    assert.deepEqual(candidatesOf({ subject: 'x', body, note: '' }), [
      { place: placeOf('trailer'), term: 'refs:deadbeef' },
    ]);
  });
});
