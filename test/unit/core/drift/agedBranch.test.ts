import assert from 'node:assert/strict';
import { agedBranch, usedBranch } from '../../../../src/core/drift/agedBranch';
import { readSeenBranch, type SeenBranch } from '../../../../src/core/drift/seenBranch';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 22);
const seenAgo = (days: number): SeenBranch => ({ at: now - days * day, goals: [] });
/** As it is stored, and read at a later start. */
const stored = (seen: SeenBranch | undefined): SeenBranch => {
  const read = readSeenBranch(JSON.parse(JSON.stringify(seen ?? null)));
  assert.ok(read, 'It is forgotten.');
  return read;
};

describe('agedBranch', () => {
  it('forgets what nobody has looked at for half a year, at a later start', () => {
    const marked = stored(agedBranch(seenAgo(181), now));
    assert.equal(agedBranch(marked, now + day), marked);
    assert.equal(agedBranch(marked, now + 2 * day), undefined);
  });

  it('leaves what was looked at since as it is', () => {
    const seen = seenAgo(179);
    assert.equal(agedBranch(seen, now), seen);
    assert.equal(usedBranch(seen), seen);
  });

  it('is old after half a year, not on its last day', () => {
    const seen = seenAgo(180);
    assert.equal(agedBranch(seen, now), seen);
    const marked: SeenBranch = { ...seenAgo(181), unusedSince: now };
    assert.equal(agedBranch(marked, now), marked, 'at the very moment of its mark');
  });

  it('keeps when the branch was made, if that is known', () => {
    const marked: SeenBranch = { ...seenAgo(3), unusedSince: now };
    assert.deepEqual(usedBranch(marked), seenAgo(3));
    assert.deepEqual(usedBranch({ ...marked, created: 'abc 1' }), { ...seenAgo(3), created: 'abc 1' });
  });

  it('forgets nothing where the clock is a year ahead for a day, and does not remember that', () => {
    const ahead = now + 365 * day;
    const marked = stored(agedBranch(stored(agedBranch(seenAgo(3), ahead)), ahead + 60_000));
    const again = stored(agedBranch(marked, now));
    assert.deepEqual(again, seenAgo(3));
    assert.deepEqual(usedBranch(marked), seenAgo(3));
    assert.ok(agedBranch(again, ahead + 2 * day));
  });

  it('forgets in time what a wrong clock has marked', () => {
    const marked = stored(agedBranch(seenAgo(181), now + 365 * day));
    assert.equal(agedBranch(stored(agedBranch(marked, now)), now + 2 * day), undefined);
  });
});
