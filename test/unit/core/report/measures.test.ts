import assert from 'node:assert/strict';
import { dayUnits } from '../../../../src/core/report/dayUnits';
import { quantile } from '../../../../src/core/report/timeToLand';
import { customers, goal, shopGoals } from '../../../support/builders';
import { shaOf, type LandedCommit } from './landingsFixture';
import { report } from './reportFixture';

const active = { name: 'In progress', category: 'active' } as const;
const p = (rank: 1 | 2 | 3 | 4) => ({ rank, label: `P${rank}` }) as const;

describe('measures of a report', () => {
  it('finds urgent goals on which nothing lands, on themselves or below', () => {
    const goals = [
      goal('SHOP-1', { priority: p(1), status: active }),
      goal('SHOP-2', { level: 'item', parentKey: 'SHOP-1' }),
      goal('SHOP-3', { priority: p(2), status: active }),
      goal('SHOP-4', { priority: p(2), status: active }),
      goal('SHOP-5', { priority: p(3), status: active }),
      goal('SHOP-6', { priority: p(1), status: { name: 'Idea', category: 'proposed' } }),
      goal('SHOP-7', { priority: p(1), status: { name: 'Done', category: 'done' } }),
    ];
    const commits = [
      { subject: 'SHOP-2', day: '2026-11-23', landed: '2026-11-23' },
      { subject: 'SHOP-3', day: '2026-11-01' },
    ];
    const { stale, urgentGoals } = report(goals, commits);
    assert.equal(urgentGoals, 3);
    assert.deepEqual(
      stale.map(({ goal: { key }, lastLanded }) => [key, lastLanded]),
      [
        ['SHOP-3', Date.parse('2026-11-01T12:00:00Z') / 1000],
        ['SHOP-4', undefined],
      ],
    );
    const borderline = { staleDays: 22 };
    assert.deepEqual(
      report(goals, commits, borderline).stale.map(({ goal: { key } }) => key),
      ['SHOP-4'],
    );
  });

  it('finds work on closed and dropped goals, after they were closed where that is recorded', () => {
    const done = { name: 'Done', category: 'done' } as const;
    const goals = [
      goal('SHOP-1', { status: done, closedAt: '2026-11-05T00:00:00Z' }),
      goal('SHOP-2', { status: { name: 'No', category: 'dropped' } }),
      goal('SHOP-3', { status: done, closedAt: '2026-11-20T00:00:00Z' }),
    ];
    const commits = [
      { subject: 'SHOP-1', day: '2026-11-04' },
      { subject: 'SHOP-1', day: '2026-11-06' },
      { subject: 'SHOP-2', day: '2026-11-07' },
      { subject: 'SHOP-3', day: '2026-11-08' },
    ];
    assert.deepEqual(
      report(goals, commits).closed.map(({ goal: { key }, effort, isAfterwards }) => [
        key,
        effort / dayUnits,
        isAfterwards,
      ]),
      [
        ['SHOP-1', 1, true],
        ['SHOP-2', 1, false],
      ],
    );
  });

  it('finds more urgent goals without effort beside less urgent ones with it', () => {
    const goals = [
      goal('SHOP-1', { priority: p(1), status: active }),
      goal('SHOP-2', { priority: p(2), status: { name: 'Waiting', category: 'blocked' } }),
      goal('SHOP-3', { priority: p(3), status: active }),
      goal('SHOP-4', { priority: p(2), blockedByKeys: ['SHOP-3'] }),
      goal('SHOP-5', { priority: p(4) }),
      goal('SHOP-6', { priority: p(2) }),
    ];
    const { inversions } = report(goals, [{ subject: 'SHOP-3' }, { subject: 'SHOP-6', person: 1 }]);
    assert.deepEqual(
      inversions.map(({ goal: { key }, over }) => [
        key,
        over.map(({ subject }) => subject.kind === 'goal' && subject.goal.key).sort(),
      ]),
      [['SHOP-1', ['SHOP-3', 'SHOP-6']]],
    );
  });

  it('measures time to land for merges and direct commits, and tells squashes apart', () => {
    const commits: LandedCommit[] = [
      { role: 'merge', subject: "Merge branch 'x'", landed: '2026-11-10T12:00:00Z' },
      { by: 0, subject: 'SHOP-7', written: '2026-11-08T12:00:00Z', landed: '2026-11-10T12:00:00Z' },
      { by: 0, subject: 'SHOP-7', written: '2026-11-06T12:00:00Z', landed: '2026-11-10T12:00:00Z' },
      { subject: 'SHOP-160', written: '2026-11-11T00:00:00Z', landed: '2026-11-12T00:00:00Z' },
      { subject: 'Squashed (#12)', written: '2026-11-11T00:00:00Z', landed: '2026-11-13T00:00:00Z' },
      { subject: 'by a bot', role: 'bot' },
      { subject: 'later', landed: '2026-11-25' },
    ];
    const { timeToLand } = report(shopGoals(), commits);
    assert.deepEqual(timeToLand.all, { count: 2, median: 1, p85: 4 });
    assert.deepEqual(timeToLand.byRank, {
      1: { count: 1, median: 4, p85: 4 },
      3: { count: 1, median: 1, p85: 1 },
    });
    assert.deepEqual(
      [timeToLand.squashed, timeToLand.isMostlySquashed, timeToLand.byGoal.size],
      [1, false, 0],
    );
    assert.deepEqual(
      [0.5, 0.85, 1].map((share) => quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], share)),
      [5, 9, 10],
    );
  });

  it('counts reverts, and fixes only where most commits have a type', () => {
    const typed = ['fix: a', 'feat: b', 'chore(x): c', 'fix!: d', 'plain'].map((subject) => ({ subject }));
    assert.deepEqual(report([], [...typed, { body: `This reverts commit ${shaOf(0)}.` }]).quality, {
      changes: 6,
      reverts: 1,
      fixes: 2,
    });
    assert.equal(report([], [...typed, { subject: 'x' }, { subject: 'y' }]).quality.fixes, undefined);
  });

  it('counts customers by name where all goals name them, else gives a range', () => {
    const named = (...names: string[]) => ({ impact: { customerNames: { value: names, field: 'f' } } });
    const commits = [{ subject: 'SHOP-1' }, { subject: 'SHOP-2' }, { subject: 'SHOP-3' }, { subject: 'x' }];
    const goals = [goal('SHOP-1', named('Acme', 'Globex')), goal('SHOP-2', named('ACME ')), goal('SHOP-3')];
    assert.deepEqual(report(goals, commits).customers.range, { low: 2, high: 2 });
    assert.equal(report(goals, commits).customers.share, 0.5);
    goals[2] = goal('SHOP-3', { impact: customers(38) });
    assert.deepEqual(report(goals, commits).customers.range, { low: 38, high: 41 });
    assert.equal(report(goals, [{ subject: 'x' }]).customers.range, undefined);
  });

  it('measures how far effort is from the plan', () => {
    const goals = [
      goal('SHOP-1', { priority: p(1) }),
      goal('SHOP-2', { priority: p(1) }),
      goal('SHOP-3', { priority: p(3) }),
    ];
    const commits = ['SHOP-1', 'SHOP-2', 'SHOP-3', 'x'].map((subject) => ({ subject }));
    const plan = new Map([
      ['SHOP-2', 0.4],
      ['P1', 0.3],
    ]);
    const { variance } = report(goals, commits, { plan });
    assert.deepEqual(
      variance?.parts.map(({ name, actual }) => [name, actual]),
      [
        ['SHOP-2', 0.25],
        ['P1', 0.25],
        [undefined, 0.5],
      ],
    );
    assert.equal(variance.variance.toFixed(6), '0.200000');
    assert.equal(report(goals, commits).variance, undefined);
  });

  it('tells strict from inferred, and lists what declares to have no goal', () => {
    const commits: LandedCommit[] = [
      { subject: 'SHOP-7' },
      { person: 1, by: 2 },
      { role: 'merge', subject: "Merge branch 'SHOP-160'" },
      { person: 2, subject: 'Tidy', body: 'Initiative: none (tooling)' },
      { person: 3, subject: 'SHOP-999' },
    ];
    const { unlinked, declared, unknownKeys, byEvidence } = report(shopGoals(), commits);
    assert.deepEqual(unlinked, { strict: 0.5, inferred: 0.25 });
    assert.deepEqual(declared, [{ sha: shaOf(3), subject: 'Tidy', reason: 'tooling' }]);
    assert.deepEqual(unknownKeys, [{ key: 'SHOP-999', effort: dayUnits }]);
    assert.deepEqual(
      [byEvidence.named, byEvidence.merge, byEvidence.declared].map((each) => each / dayUnits),
      [2, 1, 1],
    );
  });

  it('measures nothing without failing', () => {
    const { effort, unlinked, rows, weeks, focus } = report([], []);
    assert.deepEqual(
      [effort, unlinked, rows, focus, weeks.length],
      [0, { strict: 0, inferred: 0 }, [], 0, 4],
    );
  });
});
