import assert from 'node:assert/strict';
import type { TrackerPage } from '../../../../src/trackers/port/tracker';
import { pageSlices } from '../../../../src/trackers/thread/pageSlices';
import { goal } from '../../../support/builders';

const goals = (count: number) => Array.from({ length: count }, (_, at) => goal(`SHOP-${at + 1}`));
const sizes = (page: TrackerPage) => [...pageSlices(page)].map((part) => part.goals.length);

describe('A page on its way to another thread', () => {
  it('comes in parts of 500 goals at most, and never in none', () => {
    for (const [count, parts] of [
      [0, [0]],
      [1, [1]],
      [500, [500]],
      [501, [500, 1]],
      [1500, [500, 500, 500]],
    ] as const) {
      assert.deepEqual(sizes({ goals: goals(count) }), parts);
    }
  });

  it('says only with its last part what holds once everything has come', () => {
    const page = { goals: goals(700), mark: 5, total: 900, unread: [{ place: 'web' }], problems: ['x'] };
    const [first, last] = [...pageSlices(page)];
    assert.deepEqual(first, { goals: page.goals.slice(0, 500), total: 900 });
    assert.deepEqual(last, { ...page, goals: page.goals.slice(500) });
  });

  it('stays whole where it tells of deletions, as a goal may inherit the key of one that is gone', () => {
    const page = { goals: goals(1200), deletedIds: ['7'] };
    assert.deepEqual([...pageSlices(page)], [page]);
    assert.deepEqual(sizes({ goals: goals(1200), deletedIds: [] }), [500, 500, 200]);
  });
});
