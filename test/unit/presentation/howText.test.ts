import assert from 'node:assert/strict';
import type { Provenance } from '../../../src/core/links/link';
import { howLinked, howNamedBy } from '../../../src/presentation/howText';

const sha = '0123456789abcdef0123456789abcdef01234567';

describe('how something was matched to a goal, in a sentence', () => {
  const rows: readonly (readonly [provenance: Provenance, text: string])[] = [
    [{ kind: 'explicit' }, 'Linked by hand'],
    [{ kind: 'branchName', text: 'shop-142' }, 'shop-142 in the branch name'],
    [
      { kind: 'branchName', text: '142', isUnconfirmed: true },
      'The branch name holds the number 142, and nothing else speaks for it',
    ],
    // Lines are counted from 0, and people count from 1.
    [{ kind: 'pathMap', pattern: '/src/cart/', line: 0 }, 'The path rule /src/cart/ in line 1'],
    [
      { kind: 'commit', sha, subject: 'Retry', text: 'SHOP-142', by: 'trailer' },
      'Commit 0123456 “Retry” touched it: SHOP-142 in our trailer',
    ],
  ];
  for (const [provenance, text] of rows) {
    it(text, () => assert.equal(howLinked(provenance, 'SHOP-142'), text));
  }

  it('by the merge that landed a commit, and the commit that it reverts', () => {
    const other = { sha, subject: 'Retry' };
    assert.equal(
      howNamedBy('merge', other, '#142 in the subject'),
      'Landed by 0123456 “Retry”: #142 in the subject',
    );
    assert.equal(
      howNamedBy('revert', other, '#142 in the text'),
      'Reverts 0123456 “Retry”: #142 in the text',
    );
  });
});
