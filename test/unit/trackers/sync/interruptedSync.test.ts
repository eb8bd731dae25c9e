import assert from 'node:assert/strict';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import type { TrackerPage } from '../../../../src/trackers/port/tracker';
import { goal } from '../../../support/builders';
import { until } from '../../../support/until';
import { never } from '../support/connect';
import { FakeSync, FakeTracker, MemoryCache } from '../support/fakeTracker';

const mark = Date.UTC(2026, 10, 22, 11);

describe('TrackerSync, interrupted', () => {
  it('shows the first page before it asks for the second', async () => {
    const { sync, tracker, keys } = new FakeSync();
    assert.deepEqual(keys, []);
    const shown: unknown[] = [];
    tracker.lists = [
      [
        { goals: [goal('A-1')], total: 2 },
        () => {
          shown.push(
            sync.state.goals.map(({ key }) => key),
            sync.state.progress,
          );
          return { goals: [goal('A-2')], mark };
        },
      ],
    ];
    await sync.sync(never);
    assert.deepEqual(shown, [['A-1'], { received: 1, total: 2 }]);
    assert.equal(sync.state.progress, undefined);
  });

  it('shows further pages only now and then', async () => {
    const { sync, tracker } = new FakeSync();
    tracker.lists = [Array.from({ length: 20 }, (_, at) => ({ goals: [goal(`A-${at}`)] }))];
    let changes = 0;
    sync.onDidChange(() => (changes += 1));
    await sync.sync(never);
    assert.equal(changes, 2);
  });

  it('keeps the pages that came before it was stopped, and goes on from the mark', async () => {
    const cache = new MemoryCache();
    const first = new FakeSync(new FakeTracker(), cache);
    const stop = new AbortController();
    const stopNow = (): TrackerPage => {
      stop.abort();
      return { goals: [goal('A-9')] };
    };
    first.tracker.lists = [[{ goals: [goal('A-1')], mark }, stopNow]];
    await first.sync.sync(stop.signal);
    assert.equal(first.sync.state.error?.reason, 'stopped');
    assert.deepEqual(first.keys, ['A-1']);

    const second = new FakeSync(new FakeTracker(), cache);
    await second.sync.load();
    assert.deepEqual(second.keys, ['A-1']);
    assert.equal(second.sync.state.asOf, undefined);
    second.tracker.lists = [[{ goals: [goal('A-2')], mark: mark + 1 }]];
    await second.sync.sync(never);
    assert.deepEqual(second.calls(), [`since ${mark - 1_000}`]);
    assert.deepEqual(second.keys, ['A-1', 'A-2']);
  });

  it('keeps the pages that came before a paging token was repeated, and goes on from the mark', async () => {
    const fake = new FakeSync();
    const repeated = (): TrackerPage => {
      throw new TrackerError('wrongShape', { detail: 'the list of pages has no end' });
    };
    fake.tracker.lists = [
      [{ goals: [goal('A-1')], mark }, repeated],
      [{ goals: [goal('A-2')], mark: mark + 1 }],
    ];
    await fake.sync.sync(never);
    assert.deepEqual([fake.sync.state.error?.reason, fake.keys], ['wrongShape', ['A-1']]);
    fake.clock.advance(60 * 60_000);
    fake.calls();
    await fake.sync.sync(never);
    assert.deepEqual(fake.calls(), [`since ${mark - 1_000}`]);
    assert.deepEqual(fake.keys, ['A-1', 'A-2']);
  });

  it('starts over where a first list was cut before it had a mark', async () => {
    const { sync, tracker } = new FakeSync();
    tracker.lists = [[{ goals: [goal('A-1')] }, () => Promise.reject(new TrackerError('timeout'))], []];
    await sync.sync(never);
    await sync.sync(never);
    assert.deepEqual(tracker.calls.slice(0, 2), ['all', 'all']);
  });

  it('takes two syncs at once for one', async () => {
    const { sync, tracker } = new FakeSync();
    tracker.lists = [[{ goals: [goal('A-1')], mark }]];
    await Promise.all([sync.sync(never), sync.sync(never)]);
    assert.deepEqual(tracker.calls, ['all']);
    await sync.sync(never);
    assert.equal(tracker.calls.length, 2);
  });

  it('ends when it is let go of, and does nothing afterwards', async () => {
    const { sync, tracker, cache } = new FakeSync();
    let resume = (): void => undefined;
    const waiting = new Promise<TrackerPage>((resolve) => (resume = () => resolve({ goals: [goal('A-2')] })));
    tracker.lists = [[{ goals: [goal('A-1')], mark }, () => waiting]];
    const done = sync.sync(never);
    await until('the first page', () => sync.state.goals.length === 1);
    sync.dispose();
    resume();
    await done;
    assert.equal(sync.state.goals.length, 1);
    assert.equal(sync.state.error, undefined);
    await sync.sync(never);
    await sync.want(['A-5'], never);
    assert.deepEqual(tracker.calls, ['all']);
    assert.equal(cache.saves, 0);
  });

  it('takes what was kept over without asking, and says nothing where nothing was', async () => {
    const { sync, tracker, cache } = new FakeSync();
    let changes = 0;
    sync.onDidChange(() => (changes += 1));
    await sync.load();
    assert.equal(changes, 0);
    cache.kept = { goals: [goal('A-1')], askedIds: ['unknown'], mark, asOf: mark };
    await sync.load();
    assert.deepEqual([changes, sync.state.phase, sync.state.asOf], [1, 'ready', mark]);
    assert.deepEqual(tracker.calls, []);
  });

  it('goes on where the cache fails', async () => {
    const { sync, tracker, cache, lines } = new FakeSync();
    cache.load = () => Promise.reject(new Error('no disk'));
    await assert.rejects(sync.load(), /no disk/);
    const { save } = cache;
    cache.save = () => Promise.reject(new Error('disk full'));
    tracker.lists = [[{ goals: [goal('A-1')], mark }]];
    await sync.sync(never);
    assert.equal(sync.state.error, undefined);
    assert.equal(sync.state.goals.length, 1);
    assert.deepEqual(lines, ['The goals could not be kept: disk full']);
    cache.save = save;
    tracker.lists = [[]];
    await sync.sync(never);
    assert.equal(cache.kept.goals.length, 1);
  });

  it('makes a fault of the state of whatever a tracker throws', async () => {
    const { sync, tracker, bugs } = new FakeSync();
    const thrown = Object.assign(new Error('who?'), { code: 'ENOTFOUND' });
    tracker.lists = [[() => Promise.reject(thrown)]];
    await sync.sync(never);
    // Adapters throw TrackerErrors: anything else is a bug, whatever it looks like.
    assert.equal(sync.state.error?.reason, 'internal');
    assert.deepEqual(bugs, [thrown]);
    assert.equal(sync.state.phase, 'ready');
  });

  it('has ended only when what is being kept is on the disk', async () => {
    const { sync, tracker, cache } = new FakeSync();
    tracker.lists = [[{ goals: [goal('A-1')], mark }]];
    const order: string[] = [];
    const save = cache.save;
    let release = (): void => undefined;
    cache.save = async (snapshot) => {
      order.push('saving');
      await new Promise<void>((resolve) => (release = resolve));
      await save(snapshot);
      order.push('saved');
    };
    const running = sync.sync(never);
    await until('it is being kept', () => order.length === 1);
    sync.dispose();
    const ended = sync.ended().then(() => order.push('ended'));
    release();
    await Promise.all([running, ended]);
    assert.deepEqual(order, ['saving', 'saved', 'ended']);
  });
});
