import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';
import { FakeSync } from '../support/fakeTracker';

const mark = Date.UTC(2026, 10, 22, 11);

describe('A goal that was moved', () => {
  let fake: FakeSync;
  beforeEach(() => {
    fake = new FakeSync();
  });
  afterEach(() => fake.sync.dispose());
  const only = () => fake.sync.state.goals.find(({ id }) => id === 'id-1');

  it('is known by the keys that it had, also after lists that only name its new one', async () => {
    fake.tracker.lists = [
      [{ goals: [goal('OLD-1', { id: 'id-1' })], mark }],
      [{ goals: [goal('NEW-9', { id: 'id-1' })], mark }],
      [{ goals: [goal('NEW-9', { id: 'id-1', title: 'Again' })], mark }],
      [{ goals: [goal('OTHER-2', { id: 'id-1' })], mark }],
    ];
    for (let count = 0; count < 4; count += 1) await fake.sync.sync(never);
    assert.equal(only()?.key, 'OTHER-2');
    assert.deepEqual(only()?.aliases, ['NEW-9', 'OLD-1']);
    assert.deepEqual(fake.cache.kept.goals[0]?.aliases, ['NEW-9', 'OLD-1']);
    assert.ok(fake.sync.owns('old-77'));
  });

  it('leaves its former keys, with its own, to the goal that replaces it', async () => {
    fake.tracker.lists = [
      [{ goals: [goal('B-1', { id: 'b', aliases: ['A-1'] }), goal('C-1'), goal('D-1')], mark }],
      [{ goals: [goal('C-1', { aliases: ['b-1'] }), goal('D-1')], deletedIds: ['b'], mark }],
    ];
    for (let count = 0; count < 2; count += 1) await fake.sync.sync(never);
    const aliases = fake.sync.state.goals.map(({ key, aliases }) => [key, aliases]);
    assert.deepEqual(aliases, [
      ['C-1', ['b-1', 'A-1']],
      ['D-1', undefined],
    ]);
  });

  it('loses the key again that it gets back', async () => {
    fake.tracker.lists = ['OLD-1', 'NEW-9', 'OLD-1'].map((key) => [
      { goals: [goal(key, { id: 'id-1' })], mark },
    ]);
    for (let count = 0; count < 3; count += 1) await fake.sync.sync(never);
    assert.deepEqual(only()?.aliases, ['NEW-9']);
  });

  it('is not asked for again where it was found under another key', async () => {
    fake.tracker.lists = [[{ goals: [goal('A-1')], mark }], []];
    await fake.sync.sync(never);
    fake.tracker.getByKeys = (keys) => {
      fake.tracker.calls.push(`keys ${keys.join(',')}`);
      const moved = goal('NEW-9', { id: 'id-1', aliases: ['OLD-1'] });
      return Promise.resolve({ goals: keys.some((key) => /^(OLD-1|NEW-9)$/i.test(key)) ? [moved] : [] });
    };
    fake.calls();
    await fake.sync.want(['OLD-1'], never);
    await fake.sync.want(['old-1'], never);
    assert.deepEqual(fake.calls(), ['keys OLD-1']);
    await fake.sync.sync(never);
    assert.equal(only()?.key, 'NEW-9', 'asked for again by its new key, it stays');
    assert.deepEqual(only()?.aliases, ['OLD-1']);
  });

  it('is found in the catalog by a former key, unless another goal has that now', () => {
    const moved = goal('NEW-9', { trackerId: 't', aliases: ['OLD-1', 'OLD-2'] });
    const taken = goal('OLD-2', { trackerId: 't' });
    const child = goal('NEW-10', { trackerId: 't', parentKey: 'OLD-1' });
    const catalog = new GoalCatalog([
      { id: 't', name: 'T', phase: 'ready', goals: [moved, taken, child], badEntries: 0 },
    ]);
    assert.equal(catalog.find('old-1'), moved);
    assert.equal(catalog.find('OLD-2'), taken);
    assert.deepEqual(catalog.ancestors(child), [moved]);
    assert.deepEqual(catalog.children(moved), [child]);
    assert.ok(catalog.projects().has('OLD'));
    assert.deepEqual(catalog.all(), [moved, taken, child], 'a former key is no goal of its own');
  });
});
