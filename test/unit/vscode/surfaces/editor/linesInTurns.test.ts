import assert from 'node:assert/strict';
import { readInTurns } from '../../../../../src/vscode/surfaces/editor/linesInTurns';

const lines = Array.from({ length: 250 }, (_, at) => `line ${at}`);

describe('the lines of a document', () => {
  it('are read in order, for ten milliseconds in one turn', async () => {
    const read: string[] = [];
    const lengths: number[] = [];
    let isDone = false;
    const watch = (): void => {
      lengths.push(read.length);
      if (!isDone) setImmediate(watch);
    };
    let time = 0;
    const slow = (text: string, line: number): void => {
      read.push(`${line} ${text}`);
      // The first lines take one millisecond each, the others as long as a turn.
      time += line < 20 ? 1 : 10;
    };
    const all = readInTurns(lines, slow, { isCancellationRequested: false }, () => time);
    watch();
    assert.equal(await all, true);
    isDone = true;
    assert.deepEqual(
      read,
      lines.map((text, line) => `${line} ${text}`),
    );
    assert.deepEqual(lengths.slice(0, 4), [10, 20, 21, 22]);
  });

  it('are not read any further once nobody waits', async () => {
    const token = { isCancellationRequested: false };
    let count = 0;
    const read = (): void => {
      count += 1;
      token.isCancellationRequested = count === 130;
    };
    assert.equal(await readInTurns(lines, read, token), false);
    assert.equal(count, 130);
  });
});
