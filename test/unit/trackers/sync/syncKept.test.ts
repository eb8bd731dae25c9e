import assert from 'node:assert/strict';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';
import { FakeSync } from '../support/fakeTracker';

const minute = 60_000;
const mark = Date.UTC(2026, 10, 22, 11);

describe('What a TrackerSync keeps, and when', () => {
  let fake: FakeSync;
  beforeEach(() => {
    fake = new FakeSync();
    fake.tracker.lists = [[{ goals: [goal('A-1')], mark }], [{ goals: [goal('A-1')], mark }]];
  });
  afterEach(() => fake.sync.dispose());

  it('where nothing changed, the time alone is written every half an hour', async () => {
    await fake.sync.sync(never);
    assert.equal(fake.cache.saves, 1);
    fake.clock.advance(30 * minute - 1);
    await fake.sync.sync(never);
    assert.equal(fake.cache.saves, 1);
    fake.clock.advance(1);
    await fake.sync.sync(never);
    assert.equal(fake.cache.saves, 2);
    assert.equal(fake.cache.kept.asOf, fake.clock.now());
    await fake.sync.sync(never);
    assert.equal(fake.cache.saves, 2);
  });

  it('the time that was kept counts after a start', async () => {
    fake.cache.kept = { goals: [goal('A-1')], askedIds: [], mark, sweptAt: mark, asOf: fake.clock.now() };
    await fake.sync.load();
    fake.clock.advance(29 * minute);
    await fake.sync.sync(never);
    assert.equal(fake.cache.saves, 0);
    fake.clock.advance(minute);
    await fake.sync.sync(never);
    assert.equal(fake.cache.saves, 1);
  });

  it('what could not be written is written the next time, though nothing changed', async () => {
    const { save } = fake.cache;
    fake.cache.save = () => Promise.reject(new Error('the disk is full'));
    await fake.sync.sync(never);
    assert.deepEqual(fake.lines, ['The goals could not be kept: the disk is full']);
    fake.cache.save = save;
    await fake.sync.sync(never);
    assert.equal(fake.cache.saves, 1);
    assert.deepEqual(fake.cache.kept.goals, [goal('A-1')]);
  });

  it('a first list that was cut is kept without a time, and without what is not known', async () => {
    fake.tracker.lists = [[{ goals: [goal('A-1')] }, () => Promise.reject(new TrackerError('timeout'))]];
    await fake.sync.sync(never);
    assert.deepEqual(fake.cache.kept, { goals: [goal('A-1')], askedIds: [] });
  });

  const unread = [{ place: 'old', detail: 'archived' }];
  const changes = {
    'a new mark': [{ goals: [], mark: mark + 1 }],
    'a deletion': [{ goals: [], deletedIds: ['A-1'] }],
    'a place that cannot be read': [{ goals: [], unread }],
  };
  for (const [what, pages] of Object.entries(changes)) {
    it(`${what} alone is a change`, async () => {
      fake.tracker.lists = [[{ goals: [goal('A-1')], mark }], pages, pages];
      await fake.sync.sync(never);
      await fake.sync.sync(never);
      assert.equal(fake.cache.saves, 2);
    });
  }

  it('a place that can be read again is a change', async () => {
    const whole = [{ goals: [goal('A-1')], mark }];
    fake.cache.kept = {
      goals: [goal('A-1')],
      askedIds: [],
      unread,
      mark,
      sweptAt: mark,
      asOf: fake.clock.now(),
    };
    await fake.sync.load();
    fake.tracker.lists = [whole];
    await fake.sync.sync(never);
    assert.equal(fake.cache.kept.unread, undefined);
    assert.equal(fake.cache.saves, 1);
  });

  it('an asked goal that is gone is a change', async () => {
    fake.tracker.known = [goal('B-1')];
    await fake.sync.sync(never);
    await fake.sync.want(['B-1'], never);
    assert.deepEqual(fake.cache.kept.askedIds, ['B-1']);
    fake.tracker.known = [];
    await fake.sync.sync(never);
    assert.deepEqual(fake.cache.kept, {
      goals: [goal('A-1')],
      askedIds: [],
      mark,
      sweptAt: fake.clock.now(),
      asOf: fake.clock.now(),
    });
  });
});
