import assert from 'node:assert/strict';
import type { Goal, Rank } from '../../../../src/core/goal/goal';
import { goalView } from '../../../../src/core/views/goalView';
import { moreUrgentThan } from '../../../../src/core/views/moreUrgent';
import { rankGoals } from '../../../../src/core/views/ranking';
import { compareText } from '../../../../src/presentation/compareText';
import { catalogOf, customers, goal, textOptions } from '../../../support/builders';

const rank = (of: Rank) => ({ priority: { rank: of, label: `P${of}` } });

function said(work: string, ...goals: Goal[]): string {
  const catalog = catalogOf(...goals);
  const view = goalView(catalog.find(work)!, catalog);
  return compareText(view, moreUrgentThan(view, rankGoals(goals, catalog)), textOptions);
}

describe('what is more urgent than a piece of work', () => {
  const work = goal('A-1', { ...rank(2), title: 'Export' });

  it('is named with whom it is for, and how many more there are', () => {
    const urgent = goal('A-2', { ...rank(1), title: 'Login', impact: customers(38) });
    assert.equal(
      said('A-1', work, urgent),
      'P1 A-2 Login waits, for 38 customers; you are on P2 A-1 Export.',
    );
    assert.equal(
      said('A-1', work, urgent, goal('A-3', rank(1))),
      'P1 A-2 Login waits, for 38 customers, and 1 more goal; you are on P2 A-1 Export.',
    );
    assert.equal(
      said('A-1', work, goal('A-3', { ...rank(1), title: 'Pay' })),
      'P1 A-3 Pay waits; you are on P2 A-1 Export.',
    );
  });

  it('is not what the work is part of, nor part of it, nor closed, nor waiting for others', () => {
    const none = 'Nothing that can be begun is more urgent than P2 A-1 Export.';
    assert.equal(said('A-1', work, goal('A-2', rank(2)), goal('A-3')), none);
    assert.equal(said('A-1', { ...work, parentKey: 'A-2' }, goal('A-2', rank(1))), none);
    assert.equal(said('A-1', work, goal('A-2', { ...rank(1), parentKey: 'A-1' })), none);
    assert.equal(
      said('A-1', work, goal('A-2', { ...rank(1), status: { name: 'x', category: 'done' } })),
      none,
    );
    assert.equal(
      said('A-1', work, goal('A-2', { ...rank(1), status: { name: 'x', category: 'blocked' } })),
      none,
    );
    assert.equal(said('A-1', work, goal('A-2', { ...rank(1), blockedByKeys: ['A-3'] }), goal('A-3')), none);
  });

  it('is told of an objective too, which a branch can serve although no list of work has it', () => {
    const objective = goal('O-1', { ...rank(2), level: 'objective', title: 'Win retail' });
    const below = goal('A-2', { ...rank(1), parentKey: 'O-1' });
    const other = goal('A-3', { ...rank(1), title: 'Pay' });
    assert.equal(
      said('O-1', objective, below),
      'Nothing that can be begun is more urgent than P2 O-1 Win retail.',
    );
    assert.equal(said('O-1', objective, below, other), 'P1 A-3 Pay waits; you are on P2 O-1 Win retail.');
  });

  it('says which goal its priority and its impact are from, where they are inherited', () => {
    const over = { level: 'objective', ...rank(1), impact: customers(38) } as const;
    const urgent = goal('A-2', { title: 'Login', parentKey: 'O-1' });
    assert.equal(
      said('B-1', goal('O-1', over), urgent, goal('B-1', { ...rank(3), title: 'Export' })),
      'A-2 Login (P1 from O-1) waits, for 38 customers from O-1; you are on P3 B-1 Export.',
    );
    const under = goal('B-1', { title: 'Export', parentKey: 'B-2' });
    const [own, waiting] = [goal('B-2', rank(3)), goal('C-1', { ...rank(2), parentKey: 'O-1' })];
    assert.equal(
      said('B-1', goal('O-1', over), under, own, { ...waiting, title: 'Pay' }),
      'P2 C-1 Pay waits, for 38 customers from O-1; you are on B-1 Export (P3 from B-2).',
    );
    assert.equal(
      said('B-1', under, own),
      'Nothing that can be begun is more urgent than B-1 Export (P3 from B-2).',
    );
  });

  it('is anything with a priority where the work has none', () => {
    assert.match(said('A-1', goal('A-1'), goal('A-2', rank(4))), /^P4 A-2 .* waits/);
  });
});
