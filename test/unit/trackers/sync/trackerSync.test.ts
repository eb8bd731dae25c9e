import assert from 'node:assert/strict';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';
import { FakeSync } from '../support/fakeTracker';

const day = 24 * 60 * 60_000;
const mark = Date.UTC(2026, 10, 22, 11);

describe('TrackerSync', () => {
  let fake: FakeSync;
  beforeEach(() => {
    fake = new FakeSync();
  });
  afterEach(() => fake.sync.dispose());
  const listed = (...keys: string[]) => ({ goals: keys.map((key) => goal(key)) });
  /** In step with a tracker that lists these goals. */
  const inStep = async (...keys: string[]): Promise<void> => {
    fake.tracker.lists = [[{ ...listed(...keys), mark }], []];
    await fake.sync.sync(never);
    fake.calls();
  };

  it('lists everything first, then what changed since, with the overlap', async () => {
    assert.equal(fake.sync.state.phase, 'loading');
    fake.tracker.lists = [[{ ...listed('A-1', 'A-2'), mark }], [{ ...listed('A-3'), mark: mark + 5 }], []];
    for (let count = 0; count < 3; count += 1) await fake.sync.sync(never);
    assert.deepEqual(fake.calls(), ['all', `since ${mark - 1_000}`, `since ${mark + 5 - 1_000}`]);
    assert.deepEqual(fake.keys, ['A-1', 'A-2', 'A-3']);
    assert.equal(fake.sync.state.phase, 'ready');
    assert.equal(fake.sync.state.asOf, fake.clock.now());
    assert.equal(fake.cache.kept.mark, mark + 5);
  });

  it('never takes a mark back, and none of the future', async () => {
    await inStep('A-1');
    fake.tracker.lists = [[{ goals: [], mark: mark - day }], [{ goals: [], mark: mark + 3650 * day }], []];
    for (let count = 0; count < 3; count += 1) await fake.sync.sync(never);
    assert.deepEqual(fake.calls().slice(1), [`since ${mark - 1_000}`, `since ${fake.clock.now() - 1_000}`]);
  });

  it('takes a goal over by its id, also under another key', async () => {
    await inStep('A-1', 'A-2');
    const unchanged = fake.sync.state.goals.find(({ key }) => key === 'A-2');
    fake.tracker.lists = [[{ goals: [goal('B-9', { id: 'A-1' }), goal('A-2')] }]];
    await fake.sync.sync(never);
    assert.deepEqual(fake.keys, ['A-2', 'B-9']);
    assert.ok(fake.sync.state.goals.some((each) => each === unchanged));
    assert.ok(fake.sync.owns('b-1'));
    assert.ok(!fake.sync.owns('C-1'));
  });

  it('lets go of what the tracker says is gone', async () => {
    await inStep('A-1', 'A-2');
    fake.tracker.lists = [[{ goals: [], deletedIds: ['A-1', 'unknown'] }]];
    await fake.sync.sync(never);
    assert.deepEqual(fake.keys, ['A-2']);
    assert.deepEqual(fake.cache.kept.goals, [goal('A-2')]);
  });

  it('lists everything anew after a day, and lets go of what is not listed', async () => {
    await inStep('A-1', 'A-2');
    fake.tracker.lists = [[listed('A-2')]];
    fake.clock.advance(day - 1);
    await fake.sync.sync(never);
    assert.deepEqual(fake.keys, ['A-1', 'A-2']);
    fake.clock.advance(1);
    await fake.sync.sync(never);
    assert.deepEqual(fake.calls(), [`since ${mark - 1_000}`, 'all', 'who']);
    assert.deepEqual(fake.keys, ['A-2']);
    await fake.sync.sync(never);
    assert.deepEqual(fake.calls(), [`since ${mark - 1_000}`]);
  });

  it('lists only ids after a day, where the tracker can', async () => {
    await inStep('A-1', 'A-2');
    fake.tracker.listIds = async function* () {
      yield ['A-2'];
      yield await Promise.resolve(['A-3']);
    };
    fake.clock.advance(day);
    await fake.sync.sync(never);
    assert.deepEqual(fake.calls(), [`since ${mark - 1_000}`, 'who']);
    assert.deepEqual(fake.keys, ['A-2']);
  });

  it('does not list everything anew where the tracker tells of deletions', async () => {
    fake.tracker.reportsDeletions = true;
    await inStep('A-1');
    fake.clock.advance(2 * day);
    await fake.sync.sync(never);
    assert.deepEqual(fake.calls(), [`since ${mark - 1_000}`]);
  });

  for (const seen of [[], ['A-1']]) {
    it(`lets nothing go where a stranger is shown ${seen.length} of 3 goals`, async () => {
      await inStep('A-1', 'A-2', 'A-3');
      fake.tracker.checkConnection = () => Promise.reject(new TrackerError('unauthorized'));
      fake.tracker.lists = [[listed(...seen)]];
      fake.clock.advance(day);
      await fake.sync.sync(never);
      assert.equal(fake.sync.state.error?.reason, 'unauthorized');
      assert.deepEqual(fake.keys, ['A-1', 'A-2', 'A-3']);
      assert.equal(fake.cache.kept.goals.length, 3);
    });
  }

  it('keeps the goals when a fault comes, and forgets the fault with the next success', async () => {
    await inStep('A-1');
    const fault = new TrackerError('serverError', { status: 500 });
    fake.tracker.lists = [[listed('A-2'), () => Promise.reject(fault)], []];
    await fake.sync.sync(never);
    assert.equal(fake.sync.state.error, fault);
    assert.deepEqual(fake.keys, ['A-1', 'A-2']);
    assert.equal(fake.sync.state.progress, undefined);
    assert.deepEqual(fake.lines, ['serverError · 500']);
    await fake.sync.sync(never);
    assert.equal(fake.sync.state.error, undefined);
  });

  it('counts the entries that cannot be used', async () => {
    fake.tracker.lists = [[{ goals: [], problems: ['one', 'two'], mark }], [{ goals: [goal('A-1')] }]];
    await fake.sync.sync(never);
    assert.equal(fake.sync.state.badEntries, 2);
    assert.deepEqual(fake.lines, ['one', 'two']);
    await fake.sync.sync(never);
    assert.equal(fake.sync.state.badEntries, 2);
  });
});
