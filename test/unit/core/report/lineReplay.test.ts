import assert from 'node:assert/strict';
import { LineReplay, reworkDays, type FileChange } from '../../../../src/core/report/lineReplay';

const day = 86_400;
const added = (lines: number, path = 'a.ts'): FileChange => ({
  path,
  kind: 'added',
  hunks: [{ from: 0, removed: 0, added: lines }],
});
const changed = (from: number, removed: number, more = 0, path = 'a.ts'): FileChange => ({
  path,
  kind: 'changed',
  hunks: [{ from, removed, added: more }],
});

describe('LineReplay', () => {
  let replay: LineReplay;
  beforeEach(() => (replay = new LineReplay()));

  it('counts the lines that a landing added, and those that another took out again', () => {
    const first = replay.land(0, [added(10)]);
    assert.deepEqual([first.lines, first.rewritten], [10, 0]);
    const second = replay.land(day, [changed(3, 4, 2)]);
    assert.deepEqual([first.rewritten, second.lines, second.rewritten], [4, 2, 0]);
    replay.land(2 * day, [changed(3, 2)]);
    assert.deepEqual([first.rewritten, second.rewritten], [4, 2]);
    replay.land(3 * day, [changed(1, 6)]);
    assert.equal(first.rewritten, 10);
  });

  it('counts what is taken out within three weeks', () => {
    const first = replay.land(0, [added(10)]);
    replay.land(reworkDays * day, [changed(1, 1)]);
    replay.land(reworkDays * day + 1, [changed(1, 1)]);
    assert.equal(first.rewritten, 1);
  });

  it('knows nothing of lines from before', () => {
    const first = replay.land(0, [changed(5, 2, 3)]);
    replay.land(day, [changed(1, 4)]);
    assert.equal(first.rewritten, 0);
    replay.land(day, [changed(1, 3)]);
    assert.equal(first.rewritten, 3);
  });

  it('adds lines behind the line that git names', () => {
    const first = replay.land(0, [added(4)]);
    const second = replay.land(day, [changed(2, 0, 2)]);
    replay.land(2 * day, [changed(3, 2)]);
    assert.deepEqual([first.rewritten, second.rewritten], [0, 2]);
  });

  it('replays several places of a file, and several files', () => {
    const first = replay.land(0, [added(10), added(5, 'b.ts')]);
    assert.equal(first.lines, 15);
    const hunks = [
      { from: 2, removed: 1, added: 3 },
      { from: 8, removed: 2, added: 0 },
    ];
    const second = replay.land(day, [{ path: 'a.ts', kind: 'changed', hunks }, changed(1, 1, 0, 'b.ts')]);
    assert.deepEqual([first.rewritten, second.lines], [4, 3]);
    replay.land(day, [changed(2, 3)]);
    assert.equal(second.rewritten, 3);
    replay.land(day, [changed(1, 7)]);
    assert.equal(first.rewritten, 11);
  });

  it('follows a file that is moved', () => {
    const first = replay.land(0, [added(4)]);
    replay.land(day, [{ ...changed(1, 1, 0, 'b.ts'), movedFrom: 'a.ts' }]);
    assert.equal(first.rewritten, 1);
    replay.land(day, [changed(1, 3, 0, 'b.ts')]);
    assert.equal(first.rewritten, 4);
    const later = replay.land(day, [changed(9, 0, 1)]);
    replay.land(day, [changed(1, 4)]);
    assert.deepEqual([first.rewritten, later.rewritten], [4, 0], 'nothing is known of the old path');
  });

  it('forgets a file that is deleted or replaced', () => {
    const first = replay.land(0, [added(4), added(4, 'b.ts')]);
    replay.land(day, [
      { path: 'a.ts', kind: 'deleted', hunks: [{ from: 1, removed: 4, added: 0 }] },
      { path: 'b.ts', kind: 'replaced', hunks: [] },
    ]);
    assert.equal(first.rewritten, 4);
    replay.land(day, [changed(1, 2), changed(1, 2, 0, 'b.ts')]);
    assert.equal(first.rewritten, 4);
    const again = replay.land(2 * day, [added(3)]);
    replay.land(2 * day, [changed(1, 3)]);
    assert.equal(again.rewritten, 3);
  });

  it('counts by the time between two landings, whenever they were', () => {
    const now = 1_700_000_000;
    const first = replay.land(now, [added(10)]);
    replay.land(now + reworkDays * day, [changed(1, 1)]);
    replay.land(now + reworkDays * day + 1, [changed(1, 1)]);
    assert.equal(first.rewritten, 1);
  });

  it('knows whose lines are whose where one change takes some of several landings', () => {
    const first = replay.land(0, [added(4)]);
    const second = replay.land(0, [changed(4, 0, 4)]);
    const hunks = [
      { from: 1, removed: 1, added: 0 },
      { from: 4, removed: 2, added: 0 },
    ];
    replay.land(day, [{ path: 'a.ts', kind: 'changed', hunks }]);
    assert.deepEqual([first.rewritten, second.rewritten], [2, 1]);
  });

  it('knows whose lines are whose where they alternate', () => {
    const first = replay.land(0, [added(3)]);
    const hunks = [
      { from: 1, removed: 0, added: 1 },
      { from: 2, removed: 0, added: 1 },
    ];
    const second = replay.land(0, [{ path: 'a.ts', kind: 'changed', hunks }]);
    replay.land(day, [changed(3, 2)]);
    assert.deepEqual([first.rewritten, second.rewritten], [1, 1]);
    replay.land(day, [changed(1, 3)]);
    assert.deepEqual([first.rewritten, second.rewritten], [3, 2]);
  });
});
