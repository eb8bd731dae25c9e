import assert from 'node:assert/strict';
import { BoxMemory, type BoxMark } from '../../../../src/core/commitBox/boxMemory';

const ours = (start: number): BoxMark => ({ tail: { start, text: '\n\nGoal: A-1' }, isTheirs: false });
const plain: BoxMark = { tail: undefined, isTheirs: false };

describe('BoxMemory', () => {
  let memory: BoxMemory;
  beforeEach(() => (memory = new BoxMemory()));

  it('knows which part of a text was ours', () => {
    memory.keep('Fix', ours(3));
    assert.deepEqual([memory.of('Fix'), memory.of('Other')], [ours(3), undefined]);
  });

  it('takes the newest mark of a text', () => {
    memory.keep('Fix', plain);
    memory.keep('Fix', { ...plain, isTheirs: true });
    assert.equal(memory.of('Fix')?.isTheirs, true);
  });

  it('leaves a text to the person once its trailer was theirs, or was elsewhere', () => {
    memory.keep('Fix', ours(3));
    memory.keep('Fix', plain);
    memory.keep('Two', ours(3));
    memory.keep('Two', ours(4));
    const theirs = { tail: undefined, isTheirs: true };
    assert.deepEqual([memory.of('Fix'), memory.of('Two')], [theirs, theirs]);
  });

  it('keeps the 200 texts that were there last', () => {
    for (let at = 0; at < 200; at += 1) memory.keep(`Fix ${at}`, plain);
    memory.keep('Fix 0', plain);
    memory.keep('New', plain);
    assert.deepEqual(
      ['Fix 0', 'Fix 1', 'Fix 2', 'New'].map((text) => memory.of(text) !== undefined),
      [true, false, true, true],
    );
  });
});
