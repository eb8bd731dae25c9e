import assert from 'node:assert/strict';
import { NewestContent } from '../../../src/core/newestContent';

/** What is read next, and what has been used, with a switch that ends the use. */
function followed() {
  const uses: { readonly text: string; readonly signal: AbortSignal; readonly end: () => void }[] = [];
  const reads: ((text: string) => void)[] = [];
  const content = new NewestContent<{ readonly text: string }>(
    () => new Promise((resolve) => reads.push((text) => resolve({ text }))),
    ({ text }, signal) => new Promise<void>((end) => uses.push({ text, signal, end })),
  );
  return { content, reads, uses };
}

/** Whether a promise has resolved by now. */
async function isOver(promise: Promise<void>): Promise<boolean> {
  const pending = new Promise((resolve) => setImmediate(resolve, 'pending'));
  return (await Promise.race([promise, pending])) !== 'pending';
}

describe('NewestContent', () => {
  it('does not start over when it reads the same again', async () => {
    const { content, reads, uses } = followed();
    const own = content.reload();
    reads[0]?.('goals');
    assert.equal(await isOver(own), false);
    const watcher = content.reload();
    reads[1]?.('goals');
    assert.equal(await isOver(watcher), false);
    assert.deepEqual(
      uses.map(({ text, signal }) => [text, signal.aborted]),
      [['goals', false]],
    );
    uses[0]?.end();
    await Promise.all([own, watcher]);
  });

  it('uses the same again once it has been used: the first use may have failed', async () => {
    const { content, reads, uses } = followed();
    const first = content.reload();
    reads[0]?.('goals');
    await isOver(first);
    uses[0]?.end();
    await first;
    const second = content.reload();
    reads[1]?.('goals');
    await isOver(second);
    assert.equal(uses.length, 2);
  });

  it('gives up what is overtaken, and resolves once the newest has been used', async () => {
    const { content, reads, uses } = followed();
    const old = content.reload();
    reads[0]?.('old');
    await isOver(old);
    const newer = content.reload();
    reads[1]?.('new');
    await isOver(newer);
    assert.deepEqual(
      uses.map(({ text, signal }) => [text, signal.aborted]),
      [
        ['old', true],
        ['new', false],
      ],
    );
    uses[0]?.end();
    assert.equal(await isOver(old), false);
    uses[1]?.end();
    await Promise.all([old, newer]);
  });

  it('does not use what was read before something newer, however late it comes', async () => {
    const { content, reads, uses } = followed();
    const old = content.reload();
    const newer = content.reload();
    reads[1]?.('new');
    await isOver(newer);
    reads[0]?.('old');
    assert.equal(await isOver(old), false);
    uses[0]?.end();
    await Promise.all([old, newer]);
    assert.deepEqual(
      uses.map(({ text }) => text),
      ['new'],
    );
  });

  it('uses nothing after it was disposed of', async () => {
    const { content, reads, uses } = followed();
    const before = content.reload();
    reads[0]?.('goals');
    await isOver(before);
    const after = content.reload();
    content.dispose();
    reads[1]?.('other goals');
    await after;
    assert.deepEqual(
      uses.map(({ text, signal }) => [text, signal.aborted]),
      [['goals', true]],
    );
  });
});
