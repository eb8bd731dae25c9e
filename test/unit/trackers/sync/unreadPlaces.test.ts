import assert from 'node:assert/strict';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';
import { FakeSync } from '../support/fakeTracker';

const mark = Date.UTC(2026, 10, 22, 11);
const unread = [{ place: 'old', detail: 'archived' }];

describe('A followed place that cannot be read', () => {
  let fake: FakeSync;
  beforeEach(() => {
    fake = new FakeSync();
  });
  afterEach(() => fake.sync.dispose());

  it('is named, keeps its goals, and lets the others go on', async () => {
    fake.tracker.lists = [
      [{ goals: [goal('A-1'), goal('OLD-1')], mark }],
      [{ goals: [goal('A-1'), goal('A-2')], unread }],
    ];
    await fake.sync.sync(never);
    fake.clock.advance(25 * 60 * 60_000);
    await fake.sync.sync(never);
    const { error, asOf, unread: told } = fake.sync.state;
    assert.deepEqual(fake.keys, ['A-1', 'A-2', 'OLD-1']);
    assert.deepEqual([error, asOf, told], [undefined, fake.clock.now(), unread]);
    assert.deepEqual(fake.cache.kept.unread, unread);
  });

  it('is read whole once it can be: what changed in the meantime lies before the mark', async () => {
    fake.tracker.lists = [
      [{ goals: [goal('A-1')], unread, mark }],
      [{ goals: [], unread, mark }],
      [{ goals: [], mark }],
      [{ goals: [goal('A-1'), goal('OLD-7')], mark }],
      [],
    ];
    for (let count = 0; count < 2; count += 1) await fake.sync.sync(never);
    fake.calls();
    await fake.sync.sync(never);
    assert.deepEqual(fake.calls(), [`since ${mark - 1_000}`, 'all']);
    assert.deepEqual(fake.keys, ['A-1', 'OLD-7']);
    assert.equal(fake.sync.state.unread, undefined);
    assert.equal(fake.cache.kept.unread, undefined);
  });
});
