import assert from 'node:assert/strict';
import { hasOwnWords, isExemptMessage } from '../../../../src/core/message/exemptMessage';

const token = 'Initiative';
const sha = '0123456789abcdef0123456789abcdef01234567';

describe('isExemptMessage', () => {
  for (const [message, isExempt] of [
    ['fixup! Fix', true],
    ['\n  squash! Fix', true],
    ['amend! Fix', true],
    ['fixup Fix', false],
    ['Revert "Fix"', true],
    ['Reapply "Fix"', true],
    ['Revert the fix', false],
    [`Undo\n\nThis reverts commit ${sha}.`, true],
    [`Undo\n\nIt reverts commit ${sha}.`, false],
    ["Merge branch 'main'", true],
    ['Merge pull request #7 from ana/x', true],
    ['Merge the two lists', false],
    ['Fix\n\nMerge branch x', false],
    ['Fix\n\nInitiative: none', true],
    ['Fix\n\ninitiative : None (spike)\n\nText', true],
    ['Initiative: none', true],
    ['Fix\n\nInitiative: none-such', false],
    ['Fix\n\nInitiative: nonesuch', false],
    ['Fix\n\nInitiative: SHOP-7\nRefs: none', false],
    ['Fix\n\nnone', false],
    ['Fix: none', false],
    ['Fix\n\nInitiative: is there none', false],
    ['', false],
  ] as const) {
    it(`is ${isExempt} for ${JSON.stringify(message)}`, () =>
      assert.equal(isExemptMessage(message, token), isExempt));
  }
});

describe('hasOwnWords', () => {
  for (const [message, has] of [
    ['Fix\n\nInitiative: to be told\n', true],
    ['Fix\n\nInitiative: none\n', true],
    ['Fix\n\nRefs: A-1\ninitiative: to be told\n', true],
    ['Fix\n\nInitiative: SHOP-7\n', false],
    ['Fix\n\nSubject: to be told\n', false],
    ['Fix\n\nInitiative: SHOP-7\nSubject: to be told\n', false],
    ['Fix\n\nText\n\n---\nNotes\n\nInitiative: to be told\n', true],
    ['Fix\n', false],
  ] as const) {
    it(`is ${has} for ${JSON.stringify(message)}`, () => assert.equal(hasOwnWords(message, token), has));
  }
});
