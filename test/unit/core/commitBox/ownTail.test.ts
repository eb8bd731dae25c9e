import assert from 'node:assert/strict';
import {
  followTail,
  swapOf,
  tailFor,
  withoutTail,
  type BoxChange,
  type OwnTail,
} from '../../../../src/core/commitBox/ownTail';

const apply = (text: string, { start, end, text: by }: BoxChange): string =>
  text.slice(0, start) + by + text.slice(end);

describe('our tail', () => {
  it('is a paragraph below a text', () => {
    assert.equal(tailFor('Fix', 'Goal', ['A-1', 'B-2'], '\n'), '\n\nGoal: A-1\nGoal: B-2');
    assert.equal(tailFor('Fix', 'Goal', ['A-1', 'B-2'], '\r\n'), '\r\n\r\nGoal: A-1\r\nGoal: B-2');
  });

  it('joins trailers that end the text, and no others', () => {
    for (const text of ['Fix\n\nRefs: X-1', 'Fix\r\n\r\nRefs: X-1', 'Fix\n\nRefs: X-1,\n  X-2'])
      assert.equal(tailFor(text, 'Goal', ['A-1'], '\n'), '\nGoal: A-1', JSON.stringify(text));
    for (const text of ['Refs: X-1', 'Fix\n\nText\nNote: x y', 'Fix\n\nRefs: X-1\n\nText', 'Fix\n\n(a list)'])
      assert.equal(tailFor(text, 'Goal', ['A-1'], '\n'), '\n\nGoal: A-1', JSON.stringify(text));
  });

  it('is no part of the person’s text', () => {
    assert.equal(withoutTail('Fix\n\nGoal: A-1 more', { start: 3, text: '\n\nGoal: A-1' }), 'Fix more');
    assert.equal(withoutTail('Fix', undefined), 'Fix');
  });
});

describe('followTail', () => {
  const text = 'Fix\n\nGoal: A-1\nmore';
  const tail: OwnTail = { start: 3, text: '\n\nGoal: A-1' };
  const after = (start: number, end: number, by: string): unknown => {
    const change = { start, end, text: by };
    const found = followTail(tail, change, text.length);
    if (typeof found !== 'string') {
      const changed = apply(text, change);
      assert.equal(changed.slice(found.start, found.start + found.text.length), found.text);
    }
    return found;
  };

  it('stays where it is when something behind it changes', () => {
    assert.deepEqual(after(14, 14, '!'), tail);
    assert.deepEqual(after(15, 19, ''), tail);
  });

  it('moves with what changes before it', () => {
    assert.deepEqual(after(0, 0, 'Re: '), { ...tail, start: 7 });
    assert.deepEqual(after(3, 3, ' it'), { ...tail, start: 6 });
    assert.deepEqual(after(0, 3, ''), { ...tail, start: 0 });
  });

  it('loses the line breaks that are deleted before it', () => {
    assert.deepEqual(after(4, 5, ''), { start: 3, text: '\nGoal: A-1' });
    assert.deepEqual(after(3, 5, ''), { start: 3, text: 'Goal: A-1' });
    assert.deepEqual(after(2, 4, ''), { start: 2, text: '\nGoal: A-1' });
  });

  it('begins behind what is typed into the line breaks before it', () => {
    assert.deepEqual(after(4, 4, 'x'), { start: 5, text: '\nGoal: A-1' });
    assert.deepEqual(after(4, 5, 'x'), { start: 5, text: 'Goal: A-1' });
    assert.deepEqual(after(2, 4, 'x'), { start: 3, text: '\nGoal: A-1' });
  });

  it('is the person’s once they change it, and gone with the whole text', () => {
    assert.equal(after(6, 6, 'x'), 'theirs');
    assert.equal(after(4, 6, ''), 'theirs');
    assert.equal(after(0, 8, ''), 'theirs');
    assert.equal(after(0, text.length, ''), 'gone');
    assert.equal(after(0, text.length, 'New'), 'gone');
  });
});

describe('swapOf', () => {
  const swapped = (from: string, to: string): BoxChange | undefined => {
    const change = swapOf({ start: 3, text: from }, to);
    if (change) assert.equal(apply(`Fix${from}`, change), `Fix${to}`);
    return change;
  };

  it('replaces no more than what differs', () => {
    assert.deepEqual(swapped('\n\nGoal: A-1', '\n\nGoal: B-1'), { start: 11, end: 12, text: 'B' });
    assert.deepEqual(swapped('\n\nGoal: A-1', '\n\nGoal: A-12'), { start: 14, end: 14, text: '2' });
    assert.deepEqual(swapped('\n\nGoal: A-11', '\n\nGoal: A-1'), { start: 14, end: 15, text: '' });
    assert.deepEqual(swapped('\n\nGoal: A-1', '\nGoal: A-1'), { start: 4, end: 5, text: '' });
  });

  it('is none where the place before it would change', () => {
    assert.equal(swapped('\n\nGoal: A-1', '\r\n\r\nGoal: A-1'), undefined);
    assert.equal(swapped('\nGoal: A-1', ''), undefined);
  });
});
