import assert from 'node:assert/strict';
import { CursorGuard } from '../../../../src/trackers/http/cursorGuard';

const isEndless = { reason: 'wrongShape', message: 'wrongShape · host · the list of pages has no end' };

describe('CursorGuard', () => {
  it('hands on cursors that are new', () => {
    const guard = new CursorGuard('host');
    assert.deepEqual(
      ['a', 'b', ''].map((cursor) => guard.next(cursor)),
      ['a', 'b', ''],
    );
  });

  it('ends a circle of cursors', () => {
    const guard = new CursorGuard('host');
    guard.next('a');
    guard.next('b');
    assert.throws(() => guard.next('a'), isEndless);
  });

  it('ends a list whose cursors are always new', () => {
    const guard = new CursorGuard('host');
    assert.throws(() => {
      for (let page = 0; ; page += 1) guard.next(String(page));
    }, isEndless);
  });
});
