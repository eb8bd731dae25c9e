import assert from 'node:assert/strict';
import { keysOfCommit } from '../../../../src/core/links/commitKeys';
import { mergedBranch } from '../../../../src/core/links/mergedBranch';
import { numbersInBranch } from '../../../../src/core/references/branchMentions';
import { scanText } from '../../../../src/core/references/findMentions';
import { findKeys } from '../../../../src/core/references/goalKeys';
import { readItemAddress } from '../../../../src/core/references/itemAddress';
import { readMention } from '../../../../src/core/references/mention';
import { referencesInValue } from '../../../../src/core/references/referencesInValue';
import { parseRemote } from '../../../../src/core/references/remote';
import { goalSlotAt } from '../../../../src/core/editing/commitMessage';

const size = 200_000;
const pieces = [
  ...[
    '#',
    '#1',
    '&',
    '&1',
    '##1',
    'a/',
    'a/b#',
    'a/b#1',
    'AB#',
    'GH-',
    'GH-1',
    '1',
    '-1',
    '.1',
    '1.',
    '/',
    ' ',
  ],
  ...[
    'fixes ',
    'fixes #1,',
    '#1, ',
    'http://',
    'https://a',
    '://',
    'http://a/)',
    ')',
    '](',
    'http://a/issues/1',
  ],
  ...[
    'issue',
    'issue1',
    'issue-',
    '_#1',
    'none',
    ',',
    ';',
    ': ',
    'a: b\n',
    'Refs: #1\n',
    '\n',
    '\n\n',
    '\ta\n',
    'é',
    '𝐀#1',
  ],
  ...['@', ':', 'a@', 'ssh://', '[', ']:', '?a=1&', '_workitems/', "Merge branch '", "'", 'ACME &', 'A'],
];
/** A beginning that makes the pieces go on with something. */
const starts = ['', 'Refs: #1\n', 'fixes #1', 'https://x.example/'];
const rules = { trailer: 'Initiative', projects: new Set(['A', 'GH']), keyOf: () => undefined };

describe('reading references', () => {
  // Work that grows with the square of the text would run into the time limit of a test.
  for (const piece of pieces) {
    it(`comes to an end with a large text of ${JSON.stringify(piece)}`, () => {
      for (const start of starts) {
        const text = start + piece.repeat(size / piece.length);
        for (const { index, text: written } of scanText(text, Infinity).mentions)
          assert.ok(text.startsWith(written, index));
        assert.ok(keysOfCommit({ subject: text, body: text, note: text }, rules).length >= 0);
        assert.ok(numbersInBranch(text).length <= 8);
        assert.ok(numbersInBranch(text.slice(0, 4096)).length <= 8);
        assert.ok(mergedBranch(`Merge branch '${text}`)?.length !== size);
        assert.ok(referencesInValue(text).every((each) => text.includes(each)));
        for (const each of [text, text.slice(0, 2000), `https://x.example/${text.slice(0, 2000)}`]) {
          assert.ok(readMention(each).kind);
          assert.ok((readItemAddress(each)?.page ?? '').length <= 2048);
          assert.ok((parseRemote(each)?.path ?? '').length <= 2048);
        }
        assert.ok((goalSlotAt(text, text.length, 'Initiative')?.end ?? 0) <= text.length);
      }
    });
  }
});

describe('findKeys', () => {
  it('finds nothing in a large text of near misses, and what stands after it', () => {
    const projects = new Set(Array.from({ length: 500 }, (_, at) => `PROJECT${at}`));
    for (const text of ['A-1', '-1', 'PROJECT1-1', '-', '1', 'PROJECT1-1a', 'A-']) {
      const misses = text.repeat(100_000 / text.length);
      assert.deepEqual(findKeys(misses, projects, Infinity), [], text);
      const [found, ...others] = findKeys(`${misses} PROJECT7-1`, projects, Infinity);
      assert.deepEqual([found?.key, found?.index, others], ['PROJECT7-1', misses.length + 1, []], text);
    }
  });
});
