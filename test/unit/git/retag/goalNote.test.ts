import assert from 'node:assert/strict';
import { editNote, keysOfNote } from '../../../../src/git/retag/goalNote';

describe('keysOfNote', () => {
  for (const [note, keys] of [
    ['', []],
    ['Initiative: SHOP-7\n', ['SHOP-7']],
    ['initiative : shop-7, PAY-3\n', ['SHOP-7', 'PAY-3']],
    ['Initiative: SHOP-7\n\nInitiative: PAY-3\nInitiative: SHOP-7\n', ['SHOP-7', 'PAY-3']],
    ['Initiative: SHOP-7 and more\nInitiative SHOP-8\n', ['SHOP-7']],
    ['Text SHOP-7\nRefs: SHOP-8\nInitiative: to be told\n', []],
  ] as const) {
    it(`are ${keys.join(', ') || 'none'} in ${JSON.stringify(note)}`, () =>
      assert.deepEqual(keysOfNote(note, 'Initiative'), keys));
  }
});

describe('editNote', () => {
  for (const [note, keys, expected] of [
    ['', ['SHOP-7'], 'Initiative: SHOP-7\n'],
    ['', ['SHOP-7', 'PAY-3', 'shop-7'], 'Initiative: shop-7\nInitiative: PAY-3\n'],
    ['Initiative: OLD-1\n', ['SHOP-7'], 'Initiative: SHOP-7\n'],
    ['Initiative: OLD-1\n', [], ''],
    ['Text\n\n', ['SHOP-7'], 'Text\n\nInitiative: SHOP-7\n'],
    ['Text\n\nRefs: A-1\n', ['SHOP-7'], 'Text\n\nRefs: A-1\nInitiative: SHOP-7\n'],
    ['Refs: A-1\n', ['SHOP-7'], 'Refs: A-1\nInitiative: SHOP-7\n'],
    ['Text\n---\nRefs: A-1\n', ['SHOP-7'], 'Text\n---\nRefs: A-1\n\nInitiative: SHOP-7\n'],
    ['---\n\nRefs: A-1\n', ['SHOP-7'], '---\n\nRefs: A-1\nInitiative: SHOP-7\n'],
    ['Initiative: OLD-1\nText\nInitiative: to be told\n', [], 'Text\nInitiative: to be told\n'],
    ['Initiative: OLD-1\nInitiative: SHOP-7\n', ['SHOP-7'], 'Initiative: SHOP-7\n'],
    ['Initiative: SHOP-7\n', ['SHOP-7', 'PAY-3'], 'Initiative: SHOP-7\nInitiative: PAY-3\n'],
    [
      'Initiative: OLD-1\nInitiative: PAY-3\n',
      ['PAY-3', 'SHOP-7'],
      'Initiative: PAY-3\nInitiative: SHOP-7\n',
    ],
    ['Initiative: OLD-1\n', ['PAY-3'], 'Initiative: PAY-3\n'],
  ] as const) {
    it(`gives ${keys.join(', ') || 'no key'} to ${JSON.stringify(note)}`, () => {
      const edited = editNote(note, 'Initiative', keys);
      assert.equal(edited, expected);
      assert.equal(editNote(edited, 'Initiative', keys), edited);
    });
  }

  it('leaves a note as it is that has these keys', () => {
    for (const note of ['initiative : shop-7\n  \n', 'Initiative: PAY-3\n\nInitiative: SHOP-7'])
      assert.equal(editNote(note, 'Initiative', keysOfNote(note, 'Initiative')), note);
  });
});
