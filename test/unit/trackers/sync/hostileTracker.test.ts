import assert from 'node:assert/strict';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';
import { FakeSync, FakeTracker, MemoryCache } from '../support/fakeTracker';
import type { Snapshot } from '../../../../src/trackers/sync/snapshot';

const mark = Date.UTC(2026, 10, 22, 11);
const year = 365 * 24 * 60 * 60_000;

describe('A tracker that means us no good, or has a bad day', () => {
  const syncs: FakeSync[] = [];
  const fakeSync = (tracker = new FakeTracker(), cache = new MemoryCache()): FakeSync => {
    const fake = new FakeSync(tracker, cache);
    syncs.push(fake);
    return fake;
  };
  afterEach(() => {
    for (const { sync } of syncs.splice(0)) sync.dispose();
  });

  it('does not fill the log with entries that cannot be used', async () => {
    const fake = fakeSync();
    const problems = Array.from({ length: 40_000 }, (_, index) => `Entry ${index} is left out.`);
    fake.tracker.lists = [
      [
        { goals: [goal('A-1')], problems },
        { goals: [], problems, mark },
      ],
    ];
    await fake.sync.sync(never);
    assert.equal(fake.lines.length, 101);
    assert.equal(fake.lines.at(-1), '79900 more lines are left out.');
    assert.equal(fake.sync.state.badEntries, 80_000);
  });

  it('is not listed without end', async () => {
    const fake = fakeSync();
    let pages = 0;
    fake.tracker.listChanged = async function* () {
      for (;;) {
        pages += 1;
        const from = pages * 10_000;
        yield {
          goals: await Promise.resolve(Array.from({ length: 10_000 }, (_, at) => goal(`A-${from + at}`))),
        };
      }
    };
    await fake.sync.sync(never);
    assert.equal(fake.sync.state.error?.reason, 'tooLarge');
    assert.ok(pages <= 11, `${pages} pages`);
  });

  it('does not fill the memory with goals that are all text', async () => {
    const fake = fakeSync();
    const description = 'x'.repeat(2_000_000);
    let pages = 0;
    fake.tracker.listChanged = async function* () {
      for (; pages < 1_000; pages += 1) {
        const goals = [0, 1, 2, 3, 4].map((at) => goal(`A-${pages * 5 + at}`, { description }));
        yield { goals: await Promise.resolve(goals) };
      }
    };
    await fake.sync.sync(never);
    const { error, goals } = fake.sync.state;
    assert.equal(error?.reason, 'tooLarge');
    assert.ok(goals.length < 100, `${goals.length} goals`);
    // As much again may wait for what is gone.
    assert.ok(pages <= 41, `${pages} pages`);
  });

  it('is asked for so many absent parents at a time, and for the others later', async () => {
    const fake = fakeSync();
    const parents = Array.from({ length: 12_000 }, (_, at) => goal(`A-${at}`, { parentKey: `GONE-${at}` }));
    fake.tracker.lists = [[{ goals: parents, mark }], [], []];
    const asked = async (): Promise<number> => {
      await fake.sync.sync(never);
      return fake.calls().filter((call) => call.startsWith('keys')).length;
    };
    assert.deepEqual([await asked(), await asked(), await asked()], [50, 50, 20]);
  });

  it('is not asked for absent parents at every turn where it tells of deletions', async () => {
    const fake = fakeSync();
    fake.tracker.reportsDeletions = true;
    fake.tracker.lists = [[{ goals: [goal('A-1', { parentKey: 'GONE-1' })], mark }], []];
    await fake.sync.sync(never);
    fake.clock.advance(25 * 60 * 60_000);
    fake.calls();
    for (let count = 0; count < 3; count += 1) {
      fake.clock.advance(5 * 60_000);
      await fake.sync.sync(never);
    }
    assert.deepEqual(
      fake.calls().filter((call) => call.startsWith('keys')),
      ['keys GONE-1'],
    );
  });

  it('writes nothing where a first sync fails, and takes nothing over from a window with nothing', async () => {
    const cache = new MemoryCache();
    const failing = fakeSync(new FakeTracker(), cache);
    failing.tracker.lists = [[() => Promise.reject(new Error('no'))]];
    await failing.sync.sync(never);
    await failing.sync.sync(never);
    assert.equal(cache.saves, 0);

    const other = fakeSync();
    other.tracker.lists = [[{ goals: [goal('A-1')], mark }], [() => Promise.reject(new Error('no'))]];
    await other.sync.sync(never);
    const nothing: Snapshot = { goals: [], askedIds: [] };
    other.cache.newer = nothing;
    await other.sync.sync(never);
    assert.deepEqual(other.keys, ['A-1']);
  });

  it('is asked, swept and kept after the clock was set back a year', async () => {
    const fake = fakeSync();
    const kept = { goals: [goal('A-1'), goal('A-2')], askedIds: [], mark, sweptAt: mark, asOf: mark };
    fake.cache.kept = kept;
    fake.clock.advance(-year);
    await fake.sync.load();
    fake.cache.newer = kept;
    fake.tracker.lists = [[{ goals: [goal('A-2')], mark: fake.clock.now() }]];
    await fake.sync.sync(never, 'due');
    assert.deepEqual(fake.calls(), ['all', 'who']);
    assert.deepEqual(fake.keys, ['A-2']);
    assert.equal(fake.cache.kept.asOf, fake.clock.now());
    assert.equal(fake.cache.kept.sweptAt, fake.clock.now());
  });

  it('goes on being read though one who listens throws', async () => {
    const fake = fakeSync();
    let heard = 0;
    fake.sync.onDidChange(() => {
      throw new TypeError('no panel');
    });
    fake.sync.onDidChange(() => (heard += 1));
    fake.tracker.lists = [[{ goals: [goal('A-1')], mark }], [{ goals: [goal('A-2')], mark }]];
    await fake.sync.sync(never);
    await fake.sync.sync(never);
    assert.deepEqual(fake.keys, ['A-1', 'A-2']);
    assert.equal(fake.cache.kept.goals.length, 2);
    assert.ok(heard >= 2);
    assert.ok(fake.bugs.every((each) => each instanceof TypeError) && fake.bugs.length >= 2);
  });
});
