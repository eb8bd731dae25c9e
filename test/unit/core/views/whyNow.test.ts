import assert from 'node:assert/strict';
import type { Goal } from '../../../../src/core/goal/goal';
import { goalView } from '../../../../src/core/views/goalView';
import { whyNow } from '../../../../src/core/views/whyNow';
import { catalogOf, goal } from '../../../support/builders';

const today = '2026-11-28';
const kinds = (overrides: Partial<Goal>, ...others: Goal[]): string[] => {
  const one = goal('A-1', overrides);
  return whyNow(goalView(one, catalogOf(one, ...others)), today).map((reason) =>
    reason.kind === 'target' ? `target ${reason.days}` : reason.kind,
  );
};

describe('whyNow', () => {
  it('begins with what is most pressing', () => {
    const blocker = goal('A-2');
    const all = { health: 'atRisk', blockedByKeys: ['A-2'], blocksKeys: ['A-3'] } as const;
    const order = (targetDate: string) => kinds({ ...all, targetDate }, blocker, goal('A-3'));
    assert.deepEqual(order('2026-11-27'), ['target -1', 'blocked', 'health', 'blocks']);
    assert.deepEqual(order('2026-12-12'), ['blocked', 'health', 'target 14', 'blocks']);
    assert.deepEqual(order('2026-12-13'), ['blocked', 'health', 'blocks', 'target 15']);
  });

  it('takes a closed blocker for none, and a blocked status for a reason of its own', () => {
    const done = goal('A-2', { status: { name: 'Done', category: 'done' } });
    assert.deepEqual(kinds({ blockedByKeys: ['A-2'] }, done), []);
    assert.deepEqual(kinds({ status: { name: 'Waiting', category: 'blocked' } }), ['blocked']);
  });

  it('says whose date it is', () => {
    const parent = goal('A-9', { targetDate: '2026-11-30' });
    const child = goal('A-1', { parentKey: 'A-9' });
    const [reason] = whyNow(goalView(child, catalogOf(parent, child)), today);
    assert.deepEqual(reason?.kind === 'target' && [reason.days, reason.target.from.key], [2, 'A-9']);
  });

  it('has nothing to say of a goal that is over or that nothing presses', () => {
    const done = { status: { name: 'Done', category: 'done' }, targetDate: '2026-11-01' } as const;
    assert.deepEqual([kinds(done), kinds({ health: 'onTrack' })], [[], []]);
  });
});
