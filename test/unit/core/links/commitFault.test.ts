import assert from 'node:assert/strict';
import { faultOfCommit, type CommitFault } from '../../../../src/core/links/commitFault';
import { keysOfCommit } from '../../../../src/core/links/commitKeys';
import { hasOwnWords, isExemptMessage } from '../../../../src/core/message/exemptMessage';
import { harmedMessage } from '../../../../src/core/message/harmedMessage';

const token = 'Initiative';
const due = ['SHOP-7'];

interface Case {
  readonly isMerge?: boolean;
  readonly isNoted?: boolean;
  readonly due?: readonly string[];
}

/** What a commit with this message lacks, on a branch that serves SHOP-7 by way of SHOP-142. */
function faultOf(message: string, options: Case = {}): CommitFault | undefined {
  const [subject = '', ...body] = message.split('\n\n');
  const harmed = harmedMessage(message, token);
  const commit = {
    keys: keysOfCommit(
      { subject, body: body.join('\n\n') },
      {
        trailer: token,
        projects: new Set(['SHOP']),
      },
    ),
    isMerge: options.isMerge ?? false,
    isExempt: isExemptMessage(message, token) || (!harmed && hasOwnWords(message, token)),
    isNoted: options.isNoted ?? false,
    ...(harmed && { harmed }),
  };
  return faultOfCommit(commit, options.due ?? due, (key) => ['SHOP-7', 'SHOP-142'].includes(key));
}

describe('faultOfCommit', () => {
  for (const [message, options = {}] of [
    ['Add retries\n'],
    ['SHOP-142: add retries\n'],
    ['Add retries\n\nBody\n\nSigned-off-by: Ana <ana@shop.example>\n'],
    // Of this goal and of another one.
    ['SHOP-142, SHOP-9: add retries\n'],
  ] as const satisfies readonly (readonly [string, Case?])[]) {
    it(`misses the tag of ${JSON.stringify(message)}`, () =>
      assert.deepEqual(faultOf(message, options), { kind: 'untagged', keys: due }));
  }

  for (const [message, options = {}] of [
    ['Initiative: SHOP-7\n'],
    ['Initiative: SHOP-7Add retries\n'],
    ['Add retries\nInitiative: SHOP-7\n'],
    // On a branch that needs no tag, and one of another goal.
    ['Initiative: SHOP-7\n', { due: [] }],
    ['Initiative: PAY-3\n'],
  ] as readonly (readonly [string, Case?])[]) {
    it(`sees the harm in ${JSON.stringify([message, options])}`, () =>
      assert.equal(faultOf(message, options)?.kind, 'harmed'));
  }

  for (const [message, options = {}] of [
    ['Add retries\n\nInitiative: SHOP-7\n'],
    ['Add retries\n\nInitiative: PAY-3\n'],
    ['Add retries\n\nInitiative: none (spike)\n'],
    ['Add retries\n\nInitiative: what we agreed on\n'],
    ['SHOP-9: something else on purpose\n'],
    ['Add retries\n', { due: [] }],
    ['Add retries\n', { isMerge: true }],
    ['Initiative: SHOP-7\n', { isMerge: true }],
    ['Add retries\n', { isNoted: true }],
    ['Initiative: SHOP-7\n', { isNoted: true }],
    ["Merge branch 'main' into feature\n"],
    ['Revert "Add retries"\n\nThis reverts commit 0123456789.\n'],
    ['Reapply "Add retries"\n'],
    ['fixup! Add retries\n'],
    ['squash! Add retries\n'],
    ['amend! Add retries\n'],
  ] as readonly (readonly [string, Case?])[]) {
    it(`says nothing of ${JSON.stringify([message, options])}`, () =>
      assert.equal(faultOf(message, options), undefined));
  }
});
