import assert from 'node:assert/strict';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import { TrackerSync } from '../../../../src/trackers/sync/trackerSync';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';
import { FakeTracker, MemoryCache } from '../support/fakeTracker';
import { TestClock } from '../support/testClock';

describe('The state of a TrackerSync', () => {
  const make = (options: Partial<ConstructorParameters<typeof TrackerSync>[0]> = {}) => {
    const tracker = new FakeTracker();
    const cache = new MemoryCache();
    const clock = new TestClock();
    return {
      tracker,
      cache,
      clock,
      sync: new TrackerSync({ tracker: () => Promise.resolve(tracker), cache, clock, ...options }),
    };
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
