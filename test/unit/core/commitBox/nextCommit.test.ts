import assert from 'node:assert/strict';
import { nextCommit, type NextCommitFacts } from '../../../../src/core/commitBox/nextCommit';
import { nextCommitLine } from '../../../../src/panel/nextCommitLine';
import { nextCommitText } from '../../../../src/presentation/nextCommitText';

const facts: NextCommitFacts = {
  keys: ['SHOP-7'],
  isAutomatic: true,
  hasHook: false,
  isRebasing: false,
  choice: undefined,
};
const tag = { kind: 'tag', keys: ['SHOP-7'] } as const;

describe('the next commit', () => {
  for (const [name, changes, by, text] of [
    ['is tagged in the box', {}, 'box', 'Next commit: tagged SHOP-7'],
    [
      'is tagged by the hook where there is one',
      { hasHook: true },
      'hook',
      'Next commit: the hook tags it SHOP-7',
    ],
    ['is not tagged where that is off', { isAutomatic: false }, 'nobody', 'Next commit: not tagged'],
    [
      'is tagged where the person asks for it',
      { isAutomatic: false, choice: tag },
      'box',
      'Next commit: tagged SHOP-7',
    ],
    [
      'is left to the hook that tags it alike',
      { hasHook: true, choice: tag },
      'hook',
      'Next commit: the hook tags it SHOP-7',
    ],
    [
      'is tagged in the box with another goal than the hook’s',
      { hasHook: true, choice: { kind: 'tag', keys: ['SHOP-9'] } },
      'box',
      'Next commit: tagged SHOP-9',
    ],
    ['is left out by the person', { choice: { kind: 'leaveOut' } }, 'nobody', 'Next commit: tag left out'],
    [
      'is left out of the hook as well',
      { hasHook: true, choice: { kind: 'leaveOut' } },
      'nobody',
      'Next commit: tag left out',
    ],
    [
      'leaves nothing out where there is nothing to tag',
      { keys: [], choice: { kind: 'leaveOut' } },
      'nobody',
      undefined,
    ],
    ['of a rebase keeps its message', { isRebasing: true }, 'nobody', 'Next commit: not tagged'],
    ['of a branch without a goal is nothing to speak of', { keys: [] }, 'nobody', undefined],
    ['never carries a key that is no key', { keys: ['SHOP-7\nEvil: 1'] }, 'nobody', undefined],
    [
      'carries each key once',
      { keys: ['SHOP-7', 'shop-7', 'SHOP-9'] },
      'box',
      'Next commit: tagged SHOP-7, SHOP-9',
    ],
  ] as const satisfies readonly (readonly [string, Partial<NextCommitFacts>, string, string | undefined])[]) {
    it(name, () => {
      const next = nextCommit({ ...facts, ...changes });
      assert.equal(next.by, by);
      assert.equal(nextCommitText({ ...next, written: [] }), text);
    });
  }

  it('is the person’s where they wrote the trailer', () => {
    assert.equal(
      nextCommitText({ ...nextCommit(facts), written: ['SHOP-12'] }),
      'Next commit: tagged SHOP-12 by you',
    );
  });
});

describe('the line about the next commit', () => {
  const shown = (changes: Partial<NextCommitFacts>, written: readonly string[] = []): string[] =>
    nextCommitLine({ ...nextCommit({ ...facts, ...changes }), written }).flatMap(({ text, buttons }) => [
      text,
      ...buttons.map(({ action }) => action),
    ]);

  it('offers the way to have it otherwise', () => {
    assert.deepEqual(shown({}), ['Next commit: tagged SHOP-7', 'leaveOutTag']);
    assert.deepEqual(shown({ hasHook: true }), ['Next commit: the hook tags it SHOP-7', 'leaveOutTag']);
    assert.deepEqual(shown({ choice: { kind: 'leaveOut' } }), ['Next commit: tag left out', 'tagCommit']);
    assert.deepEqual(shown({}, ['SHOP-12']), ['Next commit: tagged SHOP-12 by you']);
    assert.deepEqual(shown({ keys: [] }), []);
  });
});
