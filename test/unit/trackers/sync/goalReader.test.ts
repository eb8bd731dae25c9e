import assert from 'node:assert/strict';
import type { TrackerPage } from '../../../../src/trackers/port/tracker';
import { GoalReader } from '../../../../src/trackers/sync/goalReader';
import type { SyncProgress } from '../../../../src/trackers/sync/syncState';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';
import { FakeTracker } from '../support/fakeTracker';
import { TestClock } from '../support/testClock';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('GoalReader', () => {
  let tracker: FakeTracker;
  let clock: TestClock;
  let reader: GoalReader;
  let progress: SyncProgress[];
  let lines: string[];
  const calls = (): string[] => tracker.calls.splice(0);
  const pages = (...list: TrackerPage[]): void => {
    tracker.lists = [list];
  };

  beforeEach(() => {
    tracker = new FakeTracker();
    clock = new TestClock();
    progress = [];
    lines = [];
    reader = new GoalReader({
      tracker: () => Promise.resolve(tracker),
      clock,
      log: (line) => lines.push(line),
      onPage: (each) => progress.push(each),
    });
  });

  it('takes a kept mark that lies ahead by what clocks differ, and none further ahead', async () => {
    for (const [aheadMs, call] of [
      [-day, `since ${clock.now() - day - 1000}`],
      [5 * minute, `since ${clock.now() + 5 * minute - 1000}`],
      [5 * minute + 1, 'all'],
    ] as const) {
      reader.adopt({ goals: [], askedIds: [], mark: clock.now() + aheadMs, sweptAt: clock.now() });
      await reader.read(false, never);
      assert.deepEqual(calls(), [call]);
    }
  });

  it('takes a kept time of the last sweep up to now, and none of the future', () => {
    const mark = clock.now() - minute;
    reader.adopt({ goals: [], askedIds: [], mark, sweptAt: clock.now() });
    assert.equal(reader.snapshot.sweptAt, clock.now());
    reader.adopt({ goals: [], askedIds: [], mark, sweptAt: clock.now() + 1 });
    assert.deepEqual(reader.snapshot, { goals: [], askedIds: [], mark });
  });

  it('sweeps a day after the sweep that was kept, across a restart', async () => {
    reader.adopt({ goals: [goal('A-1')], askedIds: [], mark: clock.now(), sweptAt: clock.now() });
    clock.advance(day - 1);
    await reader.read(false, never);
    clock.advance(1);
    await reader.read(false, never);
    assert.deepEqual(calls().slice(1), ['all', 'who']);
    assert.equal(reader.snapshot.sweptAt, clock.now());
    assert.equal(reader.goals.size, 0);
  });

  it('is as good as swept after a day where deletions are told', async () => {
    tracker.reportsDeletions = true;
    reader.adopt({ goals: [], askedIds: [], mark: clock.now(), sweptAt: clock.now() });
    clock.advance(day);
    await reader.read(false, never);
    assert.equal(reader.snapshot.sweptAt, clock.now());
  });

  it('tells how far a first list is, and nothing of later ones', async () => {
    pages({ goals: [goal('A-1'), goal('A-2')], total: 3 }, { goals: [goal('A-3')], mark: 1 });
    await reader.read(false, never);
    assert.deepEqual(progress, [{ received: 2, total: 3 }, { received: 3 }]);
    await reader.read(true, never);
    assert.equal(progress.length, 2);
  });

  it('reads everything again as soon as one of several lost places is back', async () => {
    const lost = ['one', 'two'].map((place) => ({ place, detail: 'archived' }));
    const [, two] = lost;
    reader.adopt({ goals: [], askedIds: [], unread: lost, mark: 5000, sweptAt: clock.now() });
    tracker.lists = [[{ goals: [], unread: lost }], [{ goals: [], unread: [two!] }]];
    await reader.read(false, never);
    assert.deepEqual(calls(), ['since 4000']);
    await reader.read(false, never);
    assert.deepEqual(calls(), ['since 4000', 'all']);
    await reader.read(false, never);
    assert.deepEqual(calls(), ['since 4000']);
  });

  it('does not follow a list of ids without an end', async () => {
    let told = 0;
    tracker.listIds = async function* () {
      for (;;) yield await Promise.resolve(Array.from({ length: 10_000 }, () => `A-${(told += 1)}`));
    };
    reader.adopt({ goals: [goal('A-1')], askedIds: [], mark: 1, sweptAt: clock.now() });
    pages({ goals: [] });
    await assert.rejects(reader.read(true, never), { reason: 'tooLarge' });
    assert.equal(told, 210_000);
    assert.equal(reader.goals.size, 1);
  });

  it('lets nothing go while a place cannot be read, and asks for no ids', async () => {
    let idLists = 0;
    tracker.listIds = async function* () {
      idLists += 1;
      yield await Promise.resolve(['A-1']);
    };
    const unread = [{ place: 'old', detail: 'archived' }];
    reader.adopt({ goals: [goal('A-1'), goal('OLD-1')], askedIds: [], mark: 1, sweptAt: clock.now() });
    pages({ goals: [], unread });
    await reader.read(true, never);
    assert.equal(idLists, 0);
    assert.equal(reader.goals.size, 2);
    assert.deepEqual(calls(), ['since -999']);
    pages({ goals: [], unread: [] });
  });

  it('allows a tracker a hundred thousand goals, and says what was too many', async () => {
    const many = Array.from({ length: 100_000 }, (_, at) => goal(`A-${at}`));
    pages({ goals: many, mark: 1 });
    await reader.read(false, never);
    assert.equal(reader.goals.size, 100_000);
    pages({ goals: many }, { goals: [goal('B-1')] });
    await assert.rejects(reader.read(true, never), {
      reason: 'tooLarge',
      message: 'tooLarge · more than 100000 goals, or 200 million characters in them',
    });
  });

  describe('with as many goals as it keeps', () => {
    const most = Array.from({ length: 100_000 }, (_, at) => goal(`A-${at}`));
    const tooLarge = {
      reason: 'tooLarge',
      message: 'tooLarge · more than 100000 goals, or 200 million characters in them',
    };
    const titleOf = (id: string): string | undefined =>
      reader.goals.all.find((each) => each.id === id)?.title;
    const full = (goals = most, askedIds: readonly string[] = []): void =>
      reader.adopt({ goals, askedIds, mark: 5000, sweptAt: clock.now() });

    it('keeps no new ones, whatever the number of lists, and follows the known ones', async () => {
      full(most.slice(1));
      for (let count = 0; count < 3; count += 1) {
        const from = count * 10;
        pages(
          { goals: [goal(`B-${from}`), goal(`B-${from + 1}`)], mark: 6000 },
          { goals: [goal('A-1', { title: `${count}` })], mark: 7000 },
        );
        await assert.rejects(reader.read(false, never), tooLarge);
        assert.equal(reader.goals.size, 100_000);
        assert.equal(titleOf('A-1'), `${count}`);
        assert.ok(reader.goals.has('B-0') && !reader.goals.has('B-1'));
        assert.equal(reader.snapshot.mark, 5000, 'what had no room is listed again');
      }
      pages({ goals: [goal('B-1')], deletedIds: ['A-9'], mark: 7000 });
      await reader.read(false, never);
      assert.deepEqual([reader.goals.size, reader.goals.has('B-1')], [100_000, true]);
      assert.equal(reader.snapshot.mark, 7000);
    });

    it('takes new ones for those that are gone, told in either order or by a whole list', async () => {
      tracker.reportsDeletions = true;
      full();
      pages(
        { goals: [goal('B-1'), goal('B-2'), goal('B-3')], mark: 6000 },
        { goals: [], deletedIds: ['A-1', 'A-2', 'A-3', 'B-3'], mark: 7000 },
      );
      await reader.read(false, never);
      assert.deepEqual([reader.goals.size, reader.snapshot.mark], [99_999, 7000]);
      assert.ok(reader.goals.has('B-1') && reader.goals.has('B-2') && !reader.goals.has('B-3'));

      tracker.reportsDeletions = false;
      pages({ goals: Array.from({ length: 100_000 }, (_, at) => goal(`C-${at}`)), mark: 8000 });
      await reader.read(true, never);
      assert.deepEqual([reader.goals.size, reader.goals.has('C-0')], [100_000, true]);
      assert.ok(!reader.goals.has('A-0'));
    });

    it('keeps none that were asked for', async () => {
      full();
      tracker.known = [goal('B-1')];
      await assert.rejects(reader.want(['B-1'], never), tooLarge);
      assert.equal(reader.goals.size, 100_000);
      await reader.want(['A-1'], never);
    });

    it('takes no more from what was kept, and lists everything again then', async () => {
      full([...most, goal('B-1')], ['B-1']);
      assert.deepEqual([reader.goals.size, reader.snapshot.askedIds], [100_000, []]);
      assert.ok(reader.isChanged, 'the file becomes smaller');
      pages({ goals: [], mark: 1 });
      await reader.read(false, never);
      assert.equal(calls()[0], 'all');
    });

    it('takes no more from another window', async () => {
      tracker.known = [goal('B-1')];
      await reader.want(['B-1'], never);
      full();
      assert.equal(reader.goals.size, 100_000);
    });
  });

  it('tells a hundred problems one by one, without a rest of none', async () => {
    pages({ goals: [], problems: Array.from({ length: 100 }, (_, at) => `${at}`), mark: 1 });
    await reader.read(false, never);
    assert.equal(lines.length, 100);
    pages({ goals: [], problems: Array.from({ length: 101 }, (_, at) => `${at}`) });
    await reader.read(false, never);
    assert.deepEqual(lines.slice(199), ['99', '1 more lines are left out.']);
  });

  it('tells what was read only in part, which is not left out', async () => {
    pages({ goals: [goal('A-1')], notes: ['A-1 may have more.'], mark: 1 });
    await reader.read(false, never);
    assert.deepEqual([lines, reader.badEntries], [['A-1 may have more.'], 0]);
  });

  it('counts what cannot be used in a whole list, and the most of later ones', async () => {
    const bad = (count: number): TrackerPage => ({
      goals: [],
      problems: Array<string>(count).fill('bad'),
      mark: 1,
    });
    for (const [count, isThorough, expected] of [
      [3, true, 3],
      [1, false, 3],
      [4, false, 4],
      [1, true, 1],
    ] as const) {
      pages(bad(count));
      await reader.read(isThorough, never);
      assert.equal(reader.badEntries, expected);
    }
  });

  it('climbs eight levels and no further', async () => {
    pages({ goals: [goal('A-1', { parentKey: 'T-0' })], mark: 1 });
    tracker.known = Array.from({ length: 12 }, (_, at) => goal(`T-${at}`, { parentKey: `T-${at + 1}` }));
    await reader.read(false, never);
    assert.deepEqual(calls(), ['all', ...Array.from({ length: 8 }, (_, at) => `keys T-${at}`)]);
  });

  it('asks again for a goal that was there and is gone', async () => {
    tracker.known = [goal('B-1')];
    await reader.want(['B-1'], never);
    pages({ goals: [], deletedIds: ['B-1'], mark: 1 });
    await reader.read(false, never);
    calls();
    assert.deepEqual(reader.unknown(['b-1', 'B-1']), ['B-1']);
    await reader.want(['B-1'], never);
    assert.deepEqual(calls(), ['keys B-1']);
  });

  it('stops between two pages', async () => {
    const stop = new AbortController();
    tracker.listChanged = async function* () {
      stop.abort();
      yield await Promise.resolve({ goals: [goal('A-1')], mark: 1 });
    };
    await assert.rejects(reader.read(false, stop.signal), { reason: 'stopped' });
    assert.equal(reader.goals.size, 0);
  });
});
