import assert from 'node:assert/strict';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import { TrackerSync } from '../../../../src/trackers/sync/trackerSync';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';
import { FakeSync, FakeTracker, MemoryCache } from '../support/fakeTracker';
import { TestClock } from '../support/testClock';

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

describe('The state of a TrackerSync', () => {
  const make = (options: Partial<ConstructorParameters<typeof TrackerSync>[0]> = {}) => {
    const tracker = new FakeTracker();
    const cache = new MemoryCache();
    const clock = new TestClock();
    return { tracker, cache, clock, sync: new TrackerSync({ tracker, cache, clock, ...options }) };
  };

  it('is loading until something was read, and ready where a tracker has no goals', async () => {
    const { sync } = make();
    let changes = 0;
    sync.onDidChange(() => (changes += 1));
    await sync.load();
    assert.deepEqual(sync.state, { phase: 'loading', goals: [], badEntries: 0 });
    assert.equal(changes, 0);
    await sync.sync(never);
    assert.equal(sync.state.phase, 'ready');
    assert.deepEqual(sync.state.goals, []);
    assert.equal(changes, 1);
  });

  it('is ready with a first list that was cut, without a time at which it was current', async () => {
    const { sync, cache } = make();
    cache.kept = { goals: [goal('A-1')], askedIds: [] };
    await sync.load();
    assert.deepEqual(sync.state, { phase: 'ready', goals: [goal('A-1')], badEntries: 0 });
  });

  it('is ready with the kept time where an empty tracker was kept', async () => {
    const { sync, cache } = make();
    cache.kept = { goals: [], askedIds: [], asOf: 5 };
    await sync.load();
    assert.deepEqual(sync.state, { phase: 'ready', goals: [], badEntries: 0, asOf: 5 });
  });

  it('is ready with the fault where the first sync fails, and has no time', async () => {
    const { sync, tracker, cache } = make();
    const error = new TrackerError('timeout');
    tracker.lists = [[() => Promise.reject(error)]];
    await sync.sync(never);
    assert.deepEqual(sync.state, { phase: 'ready', goals: [], badEntries: 0, error });
    assert.equal(cache.saves, 0);
  });

  it('has the rate limit, where the tracker told one', async () => {
    const told: { limit: number; remaining: number }[] = [];
    const { sync } = make({ rateLimit: () => told[0] });
    await sync.sync(never);
    assert.ok(!('rateLimit' in sync.state));
    told.push({ limit: 100, remaining: 3 });
    await sync.sync(never);
    assert.deepEqual(sync.state.rateLimit, { limit: 100, remaining: 3 });
  });

  it('tells of a bug as one, shortened, with its cause', async () => {
    const bugs: unknown[] = [];
    const { sync, tracker } = make({ onBug: (bug) => bugs.push(bug) });
    const bug = new TypeError('x'.repeat(1000));
    tracker.lists = [[() => Promise.reject(bug)]];
    await sync.sync(never);
    const { error } = sync.state;
    assert.equal(error?.reason, 'internal');
    assert.equal(error.details.detail, 'x'.repeat(300));
    assert.equal(error.cause, bug);
    assert.deepEqual(bugs, [bug]);
  });

  it('needs nobody who logs', async () => {
    const { sync, tracker, cache } = make();
    const problems = Array.from({ length: 101 }, () => 'left out');
    tracker.lists = [
      [{ goals: [goal('A-1')], problems }, () => Promise.reject(new TypeError('no'))],
      [{ goals: [goal('A-2')], problems }],
    ];
    sync.onDidChange(() => {
      throw new TypeError('no panel');
    });
    cache.save = () => Promise.reject(new Error('full'));
    for (let count = 0; count < 2; count += 1) await sync.sync(never);
    assert.deepEqual(sync.state.goals, [goal('A-2')]);
    assert.equal(sync.state.error, undefined);
  });
});

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
