import assert from 'node:assert/strict';
import { untrusted } from '../../../src/core/brief/untrusted';
import { describedReason, goalBounds } from '../../../src/core/goal/describedSections';
import { titleOf } from '../../../src/core/message/messageTitle';
import { harmedMessage } from '../../../src/core/message/harmedMessage';
import { removeTag, tagMessage } from '../../../src/core/message/commitTag';
import {
  goalSlotAt,
  isBelowScissors,
  removalOf,
  tagsInMessage,
} from '../../../src/core/editing/commitMessage';
import { parsePeriod, parseTimestamp } from '../../../src/core/goal/calendar';
import { keysOfCommit } from '../../../src/core/links/commitKeys';
import { mergedBranch } from '../../../src/core/links/mergedBranch';
import { parseTrailers } from '../../../src/core/message/trailers';
import { parsePathMap } from '../../../src/core/paths/pathMap';
import { plainText } from '../../../src/core/plainText';
import { numbersInBranch } from '../../../src/core/references/branchMentions';
import { scanText } from '../../../src/core/references/findMentions';
import { findKeys } from '../../../src/core/references/goalKeys';
import { readItemAddress } from '../../../src/core/references/itemAddress';
import { readMention } from '../../../src/core/references/mention';
import { referencesInValue } from '../../../src/core/references/referencesInValue';
import { parseRemote } from '../../../src/core/references/remote';
import { assertGrowsAsText, type Shape } from '../../support/growth';

const rules = { trailer: 'Initiative', projects: new Set(['A', 'SHOP']), keyOf: () => undefined };

/** Everything in the core that reads a text that others wrote. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  findKeys: (text) => findKeys(text, rules.projects, Infinity),
  scanText: (text) => scanText(text, Infinity),
  keysOfCommit: (text) => keysOfCommit({ subject: text, body: text, note: text }, rules),
  numbersInBranch,
  mergedBranch: (text) => mergedBranch(`Merge branch '${text}`),
  referencesInValue,
  readMention,
  readItemAddress: (text) => readItemAddress(`https://x.example/${text}`),
  parseRemote: (text) => [parseRemote(text), parseRemote(`git@x.example:${text}`)],
  parseTrailers: (text) => parseTrailers(`Title\n\n${text}`),
  tagMessage: (text) => tagMessage(`Title\n\n${text}`, 'Initiative', ['SHOP-7']),
  removeTag: (text) => removeTag(`Title\n\n${text}`, 'Initiative'),
  harmedMessage: (text) => [
    harmedMessage(text, 'Initiative'),
    harmedMessage(`Initiative: SHOP-7${text}`, 'Initiative'),
  ],
  tagsInMessage: (text) => [
    tagsInMessage(`Title\n\n${text}`, 'Initiative'),
    tagsInMessage(`Title\n\nInitiative: ${text}`, 'Initiative'),
  ],
  removalOf: (text) => removalOf(`Title\n\nInitiative: ${text}`, 'Initiative', 'SHOP-1'),
  isBelowScissors: (text) => isBelowScissors(text),
  goalSlotAt: (text) => goalSlotAt(text, text.length, 'Initiative'),
  plainText,
  parsePathMap: (text) => parsePathMap(text),
  titleOf: (text) => titleOf(`Title${text}`),
  untrusted: (text) => untrusted(text, text.length),
  'a description': (text) => [
    describedReason(`# Title${text} x`),
    goalBounds({ description: `* ${text} x\n${text}\n**${text}` }),
  ],
  'times and periods': (text) => [parseTimestamp(text), parsePeriod(text)],
};

/** What makes careless expressions go back and forth, repeated. */
const shapes = [
  ...[
    ' ',
    '\n',
    '\t ',
    ' \n',
    '\r\n',
    ' \t\n\t',
    '#',
    '#1',
    '# a\n',
    '-',
    '1',
    '-1',
    '.',
    '/',
    'a/',
    'A-',
    'A-1',
  ],
  ...['a/b#', '##1', 'AB#1', 'GH-1', '&1', 'fixes #1, ', 'http://a/)', 'https://', '://', '@', ':', 'a: b\n'],
  ...[
    'Initiative: SHOP-7\n',
    'Initiative:',
    ' folded\n',
    'a:\n b\n',
    '---\n',
    'é',
    '\u200b',
    '\u202e',
    '\ud83d',
  ],
  ...['www.', 'a.b', '_', '[a](', '\u001b]', '# ', ' #', 'h1. '],
  ...['**/', '*', '**/a/', '[a', '[!', '\\', '\\ ', '* A-1\n', 'a/**/b A-1\n', '"', "'", 'SHOP-1 ', '2026-'],
];

/** Keys, places and names that all differ: what keeps each of them, or compares each with each, meets them only here. */
const numbered: readonly Shape[] = [
  (at) => `Initiative: SHOP-${at}\n`,
  (at) => `text${at} Initiative: SHOP-${at}\n`,
  (at) => `T${at}: v${at}\n`,
  (at) => `SHOP-${at}, `,
  (at) => `SHOP-${at} `,
  (at) => `SHOP-${at}\n `,
  (at) => `#${at} `,
  (at) => `o/r${at}#1 `,
  (at) => `https://a${at}.example/browse/SHOP-${at} `,
  (at) => `src/d${at}/**/a* SHOP-${at}\n`,
  (at) => `**/d${at}/*.ts SHOP-${at} SHOP-${at + 1}\n`,
  (at) => `w${at} `,
];

describe('The time that a text takes in the core', function () {
  this.timeout(60_000);
  for (const [name, read] of Object.entries(readers)) {
    it(`grows no faster than the text: ${name}`, () => {
      for (const shape of [...shapes, ...numbered]) assertGrowsAsText(shape, read);
    });
  }

  it('is not found to grow so where it grows with the square', () => {
    const isFound = (): boolean => {
      try {
        assertGrowsAsText('a', (text) => /a+b/.test(text));
        return false;
      } catch (error) {
        return error instanceof Error && /ms$/m.test(error.message);
      }
    };
    // A machine whose other programs end just then hides it, but not each time.
    assert.ok([1, 2, 3, 4].some(isFound));
  });
});
