import assert from 'node:assert/strict';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';
import { FakeSync } from '../support/fakeTracker';

const minute = 60_000;
const mark = Date.UTC(2026, 10, 22, 11);
const since = `since ${mark - 1_000}`;

describe('TrackerSync, by how it is asked', () => {
  let fake: FakeSync;
  beforeEach(async () => {
    fake = new FakeSync();
    fake.tracker.lists = [[{ goals: [goal('A-1')], mark }], [{ goals: [goal('A-1')], mark }]];
    await fake.sync.sync(never);
    fake.calls();
  });
  afterEach(() => fake.sync.dispose());

  /** What another window has kept, read so long ago. */
  const otherWindow = (agoMs: number): void => {
    const asOf = fake.clock.now() - agoMs;
    fake.cache.newer = { goals: [goal('A-1'), goal('A-2')], askedIds: [], mark, sweptAt: asOf, asOf };
  };

  it('a due one is content with what another window has just read, and takes over when that was', async () => {
    fake.clock.advance(10 * minute);
    otherWindow(5 * minute - 1);
    await fake.sync.sync(never, 'due');
    assert.deepEqual(fake.calls(), []);
    assert.deepEqual(fake.keys, ['A-1', 'A-2']);
    assert.equal(fake.sync.state.asOf, fake.clock.now() - 5 * minute + 1);
  });

  it('a due one asks where that was too long ago, and where there is nothing of another window', async () => {
    fake.clock.advance(10 * minute);
    otherWindow(5 * minute);
    await fake.sync.sync(never, 'due');
    assert.deepEqual(fake.calls(), [since]);
    assert.equal(fake.sync.state.asOf, fake.clock.now());
    await fake.sync.sync(never, 'due');
    assert.deepEqual(fake.calls(), [since]);
  });

  it('another asks whatever other windows have read', async () => {
    for (const how of ['changes', undefined] as const) {
      otherWindow(0);
      await fake.sync.sync(never, how);
      assert.deepEqual(fake.calls(), [since]);
    }
  });

  it('a thorough one lists everything at any time, and only what changed where deletions are told', async () => {
    await fake.sync.sync(never, 'thorough');
    assert.deepEqual(fake.calls(), ['all']);
    fake.tracker.reportsDeletions = true;
    await fake.sync.sync(never, 'thorough');
    assert.deepEqual(fake.calls(), [since]);
  });

  it('a thorough one does not take one that has begun for its own; others share it', async () => {
    const { sync } = fake;
    const changes = sync.sync(never);
    const thorough = sync.sync(never, 'thorough');
    const shared = [sync.sync(never, 'thorough'), sync.sync(never), sync.sync(never, 'due')];
    await changes;
    // The first has ended, the thorough one runs, and is still shared.
    shared.push(sync.sync(never));
    await Promise.all([thorough, ...shared]);
    assert.deepEqual(fake.calls(), [since, 'all']);
    await sync.sync(never);
    assert.deepEqual(fake.calls(), [since]);
  });

  it('a key belongs to the tracker only by a project, in any case', () => {
    assert.ok(fake.sync.owns('a-77'));
    for (const key of ['A', 'AX', 'B-1', '-1', '']) assert.ok(!fake.sync.owns(key), key);
  });
});
