import assert from 'node:assert/strict';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';
import { FakeSync } from '../support/fakeTracker';

const day = 24 * 60 * 60_000;
const mark = Date.UTC(2026, 10, 22, 11);

describe('TrackerSync, for goals that no list has', () => {
  let fake: FakeSync;
  beforeEach(() => {
    fake = new FakeSync();
  });
  afterEach(() => fake.sync.dispose());
  /** In step with a tracker that lists one goal. */
  const inStep = async (): Promise<void> => {
    fake.tracker.lists = [[{ goals: [goal('A-1')], mark }], []];
    await fake.sync.sync(never);
    fake.calls();
  };

  it('climbs to what is above, level by level', async () => {
    fake.tracker.lists = [
      [{ goals: [goal('A-1', { parentKey: 'P-1' }), goal('A-2', { parentKey: 'p-1' })], mark }],
    ];
    fake.tracker.known = [goal('P-1', { parentKey: 'O-1' }), goal('O-1')];
    await fake.sync.sync(never);
    assert.deepEqual(fake.calls(), ['all', 'keys p-1', 'keys O-1']);
    assert.deepEqual(fake.keys, ['A-1', 'A-2', 'O-1', 'P-1']);
    assert.deepEqual([...fake.cache.kept.askedIds].sort(), ['O-1', 'P-1']);
  });

  it('asks for a parent that is not known only now and then', async () => {
    fake.tracker.lists = [
      [{ goals: [goal('A-1', { parentKey: 'P-1' }), goal('A-2', { parentKey: 'P-2' })], mark }],
      [],
    ];
    fake.tracker.known = [goal('P-2', { parentKey: 'P-1' })];
    await fake.sync.sync(never);
    assert.deepEqual(fake.calls(), ['all', 'keys P-1,P-2']);
    await fake.sync.want(['p-1'], never);
    assert.deepEqual(fake.calls(), []);
    await fake.sync.sync(never);
    assert.deepEqual(fake.calls().slice(1), ['keys P-2']);
    // It may be there by the time that everything is listed anew.
    fake.clock.advance(day);
    await fake.sync.sync(never);
    assert.ok(fake.calls().includes('keys P-1'));
  });

  it('ends where parents stand in a circle, or never end', async () => {
    const tower = Array.from({ length: 50 }, (_, at) => goal(`T-${at}`, { parentKey: `T-${at + 1}` }));
    fake.tracker.lists = [
      [{ goals: [goal('A-1', { parentKey: 'C-1' }), goal('A-2', { parentKey: 'T-0' })], mark }],
    ];
    fake.tracker.known = [goal('C-1', { parentKey: 'C-2' }), goal('C-2', { parentKey: 'C-1' }), ...tower];
    await fake.sync.sync(never);
    assert.ok(fake.calls().length <= 10);
    assert.equal(fake.sync.state.error, undefined);
  });

  it('asks for at most a hundred keys at once', async () => {
    const keys = Array.from({ length: 250 }, (_, at) => `A-${at}`);
    await fake.sync.want(keys, never);
    assert.deepEqual(
      fake.calls().map((call) => call.split(',').length),
      [100, 100, 50],
    );
  });

  it('asks for wanted goals once, in any case, and for what is above them', async () => {
    await inStep();
    fake.tracker.known = [goal('B-1', { parentKey: 'P-1' }), goal('P-1')];
    await Promise.all([
      fake.sync.want(['B-1', 'b-1', 'X-1', 'A-1'], never),
      fake.sync.want(['B-1', 'x-1'], never),
    ]);
    assert.deepEqual(fake.calls(), ['keys b-1,X-1', 'keys P-1']);
    await fake.sync.want(['b-1', 'X-1'], never);
    assert.deepEqual(fake.calls(), []);
    assert.deepEqual(fake.keys, ['A-1', 'B-1', 'P-1']);
    assert.equal(fake.cache.kept.goals.length, 3);
  });

  it('leaves the fault in the state where there is nothing left to ask', async () => {
    await inStep();
    fake.tracker.known = [goal('B-1')];
    fake.tracker.lists = [[() => Promise.reject(new TrackerError('unauthorized'))]];
    await Promise.all([
      fake.sync.want(['B-1'], never),
      fake.sync.sync(never),
      fake.sync.want(['B-1'], never),
    ]);
    assert.deepEqual(fake.calls(), ['keys B-1', `since ${mark - 1_000}`]);
    assert.equal(fake.sync.state.error?.reason, 'unauthorized');
  });

  it('asks once while the tracker is at fault, and again after the sync that ends it', async () => {
    await inStep();
    const getByKeys = fake.tracker.getByKeys.bind(fake.tracker);
    fake.tracker.getByKeys = (keys) => {
      fake.tracker.calls.push(`keys ${keys.join(',')}`);
      return Promise.reject(new TrackerError('rejected'));
    };
    // As the extension does: every change of the state makes it want what it does not have.
    const wants: Promise<void>[] = [];
    fake.sync.onDidChange(() => void wants.push(fake.sync.want(['A-9'], never)));
    await Promise.all([fake.sync.want(['A-9'], never), fake.sync.want(['A-9'], never)]);
    await Promise.all(wants);
    assert.deepEqual(fake.calls(), ['keys A-9']);
    fake.tracker.getByKeys = getByKeys;
    fake.tracker.known = [goal('A-9')];
    await fake.sync.sync(never);
    await Promise.all(wants);
    assert.deepEqual(fake.keys, ['A-1', 'A-9']);
  });

  it('renews them, and lets go of those that are gone', async () => {
    await inStep();
    fake.tracker.known = [goal('B-1'), goal('B-2')];
    await fake.sync.want(['B-1', 'B-2'], never);
    fake.tracker.known = [goal('B-1', { title: 'New' })];
    fake.clock.advance(day);
    fake.tracker.lists = [[{ goals: [goal('A-1')], mark }], []];
    await fake.sync.sync(never);
    assert.deepEqual(fake.keys, ['A-1', 'B-1']);
    assert.equal(fake.sync.state.goals.find(({ key }) => key === 'B-1')?.title, 'New');
    assert.deepEqual(fake.cache.kept.askedIds, ['B-1']);
  });

  it('knows a wanted goal for a listed one once a list has it', async () => {
    await inStep();
    fake.tracker.known = [goal('B-1')];
    await fake.sync.want(['B-1'], never);
    fake.tracker.lists = [[{ goals: [goal('B-1')] }], []];
    await fake.sync.sync(never);
    assert.deepEqual(fake.cache.kept.askedIds, []);
  });

  it('takes over what another window has read, and keeps what only this one asked for', async () => {
    await inStep();
    fake.tracker.known = [goal('B-1'), goal('B-2')];
    await fake.sync.want(['B-1'], never);
    fake.cache.newer = {
      goals: [goal('A-5'), goal('B-2')],
      askedIds: ['B-2'],
      mark: mark + 7,
      sweptAt: fake.clock.now(),
    };
    fake.calls();
    await fake.sync.sync(never);
    assert.deepEqual(fake.calls(), [`since ${mark + 7 - 1_000}`, 'keys B-2,B-1']);
    assert.deepEqual(fake.keys, ['A-5', 'B-1', 'B-2']);
  });
});
