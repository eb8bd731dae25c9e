import assert from 'node:assert/strict';
import type { Harm } from '../../../src/core/message/harmedMessage';
import { branchLines } from '../../../src/panel/branchLines';

describe('branchLines', () => {
  const sha = '1a2b3c4'.padEnd(40, '0');
  const untagged = { kind: 'untagged', keys: ['SHOP-7'] } as const;

  it('only where there is something to say', () => {
    assert.deepEqual(branchLines({}), []);
    assert.deepEqual(branchLines({ hook: undefined }), []);
  });

  it('for a commit without its tag', () => {
    const commit = { sha, subject: 'Add $(x) retries', isPublished: false, fault: untagged };
    assert.deepEqual(branchLines({ commit }), [
      {
        icon: 'commit',
        text: '1a2b3c4 “Add $(x) retries” is not tagged with SHOP-7.',
        buttons: [
          { label: 'Tag It', action: 'tagLastCommit' },
          { label: 'Leave It', action: 'leaveCommit', key: sha },
        ],
      },
    ]);
    const [published] = branchLines({ commit: { ...commit, isPublished: true } });
    assert.equal(published?.buttons[0]?.label, 'Add Git Note');
  });

  it('for a number that could mean several goals, with a button for each of the first', () => {
    const goals = ['A-1', 'B-1', 'C-1', 'D-1'].map((key) => ({ key, name: `${key} Title` }));
    const [line] = branchLines({ offers: [{ reference: '#1', goals, places: ['acme/shop', 'acme/api'] }] });
    assert.match(line?.text ?? '', /^#1 could mean several goals.*“numbers: acme\/shop” in \.goals/);
    assert.deepEqual(line?.buttons, [
      { label: 'A-1 Title', action: 'linkGoal', key: 'A-1' },
      { label: 'B-1 Title', action: 'linkGoal', key: 'B-1' },
      { label: 'C-1 Title', action: 'linkGoal', key: 'C-1' },
    ]);
    const [bare] = branchLines({ offers: [{ reference: '#1', goals, places: [] }] });
    assert.equal(bare?.text, '#1 could mean several goals: which one does this branch serve?');
  });

  it('for a number that would be a goal from long ago', () => {
    const goals = [{ key: 'A-1', name: 'A-1 Title' }];
    const [line] = branchLines({ offers: [{ reference: '#1', goals, places: [] }] });
    assert.equal(line?.text, '#1 would be a goal from long ago: does this branch serve it?');
    assert.deepEqual(line.buttons, [{ label: 'A-1 Title', action: 'linkGoal', key: 'A-1' }]);
  });

  it('for a commit that a tag has harmed', () => {
    const textOf = (harm: Harm): string | undefined => {
      const fault = { kind: 'harmed', harmed: { harm, keys: ['SHOP-7'], text: '' } } as const;
      return branchLines({ commit: { sha, subject: 'Initiative: SHOP-7', isPublished: false, fault } })[0]
        ?.text;
    };
    assert.equal(textOf('untitled'), '1a2b3c4 is titled “Initiative: SHOP-7”: its own title is gone.');
    for (const harm of ['glued', 'misplaced'] as const) {
      assert.equal(
        textOf(harm),
        'The tag of 1a2b3c4 “Initiative: SHOP-7” stands where git does not read it.',
      );
    }
  });

  it('for the hook, below the commit, with a way to decline', () => {
    const commit = { sha, subject: 'Add retries', isPublished: false, fault: untagged };
    const lines = branchLines({ commit, hook: 'missing' });
    assert.deepEqual(
      lines.map(({ buttons }) => buttons.map(({ action }) => action)),
      [
        ['tagLastCommit', 'leaveCommit'],
        ['setUpCommitHook', 'declineHook'],
      ],
    );
    assert.match(lines[1]?.text ?? '', /Terminal and agents commit here too/);
  });

  it('for a hook of an older version, with the way to bring it up to date', () => {
    const [line, ...others] = branchLines({ hook: 'outdated' });
    assert.equal(line?.text, 'The commit hook here is of an older Goal Lens.');
    assert.deepEqual(line.buttons, [{ label: 'Update the Commit Hook', action: 'setUpCommitHook' }]);
    assert.deepEqual(others, []);
  });
});
