import assert from 'node:assert/strict';
import type { Goal } from '../../../../src/core/goal/goal';
import { attribute } from '../../../../src/core/report/attribution';
import { dayUnits } from '../../../../src/core/report/dayUnits';
import { ReportTargets } from '../../../../src/core/report/reportTarget';
import { catalogOf, goal } from '../../../support/builders';
import { landingsOf, type LandedCommit } from './landingsFixture';
import { report } from './reportFixture';

const active = { name: 'In progress', category: 'active' } as const;
const done = { name: 'Done', category: 'done' } as const;
const p = (rank: 1 | 2 | 3 | 4) => ({ rank, label: `P${rank}` }) as const;

/** As many person-days for each key as are given, each by a person of its own. */
function days(counts: Readonly<Record<string, number>>): LandedCommit[] {
  const subjects = Object.entries(counts).flatMap(([key, count]) => Array.from({ length: count }, () => key));
  return subjects.map((subject, person) => ({ subject, person }));
}

describe('a report lists', () => {
  it('work on closed goals by effort, then by key', () => {
    const goals = ['SHOP-3', 'SHOP-1', 'SHOP-2', 'SHOP-4'].map((key) => goal(key, { status: done }));
    const { closed } = report(goals, days({ 'SHOP-3': 1, 'SHOP-1': 1, 'SHOP-2': 2, 'SHOP-5': 3 }));
    assert.deepEqual(
      closed.map(({ goal: { key }, effort }) => [key, effort / dayUnits]),
      [
        ['SHOP-2', 2],
        ['SHOP-1', 1],
        ['SHOP-3', 1],
      ],
    );
  });

  it('nothing for what landed until a goal was closed', () => {
    const closedAt = '2026-11-02T12:00:00Z';
    const { closed } = report([goal('SHOP-1', { status: done, closedAt })], days({ 'SHOP-1': 1 }));
    assert.deepEqual(closed, []);
  });

  it('keys that no tracker has by effort, then by key', () => {
    const { unknownKeys } = report(
      [goal('SHOP-1')],
      days({ 'SHOP-13': 2, 'SHOP-12': 1, 'SHOP-11': 1, 'SHOP-1': 1 }),
    );
    assert.deepEqual(
      unknownKeys.map(({ key, effort }) => `${key} ${effort / dayUnits}`),
      ['SHOP-13 2', 'SHOP-11 1', 'SHOP-12 1'],
    );
  });

  it('places without a goal by effort', () => {
    const pathsOf = new Map([
      [0, ['b/1']],
      [1, ['a/1']],
      [2, ['a/1']],
    ]);
    const { places } = report([], days({ x: 3 }), { pathsOf });
    assert.deepEqual(
      places.map(({ repository, folder, effort }) => [repository, folder, effort / dayUnits]),
      [
        ['shop', 'a', 2],
        ['shop', 'b', 1],
      ],
    );
  });

  it('places of several repositories together, the ones with most effort first', () => {
    const workOf = (name: string, count: number) => {
      const landings = landingsOf(days({ x: count }), { wrongClocks: count });
      const targets = new ReportTargets(catalogOf());
      const pathsOf = new Map([...landings.shas.keys()].map((row) => [row, ['src/1']]));
      return { name, landings, claims: attribute(landings, targets), pathsOf, pathMap: undefined, targets };
    };
    const { places, wrongClocks } = report([], [], { repositories: [workOf('api', 1), workOf('shop', 2)] });
    assert.deepEqual(
      places.map(({ repository, effort }) => [repository, effort / dayUnits]),
      [
        ['shop', 2],
        ['api', 1],
      ],
    );
    assert.equal(wrongClocks, 3);
  });

  it('what waits for an urgent goal on which nothing lands', () => {
    const goals = [
      goal('SHOP-1', { blockedByKeys: ['SHOP-2', 'SHOP-3', 'SHOP-4'] }),
      goal('SHOP-2', { priority: p(1), status: active }),
      goal('SHOP-3', { priority: p(1), status: { name: 'Idea', category: 'proposed' } }),
      goal('SHOP-4', { priority: p(1) }),
    ];
    const [chain] = report(goals, []).chains;
    assert.deepEqual(
      chain?.waitsFor.map(({ goal: { key }, isStale }) => [key, isStale]),
      [
        ['SHOP-2', true],
        ['SHOP-3', false],
        ['SHOP-4', true],
      ],
    );
  });

  it('rework by the day of the report', () => {
    const lines = new Map([[0, { lines: 10, rewritten: 1 }]]);
    const tooYoung = (more: object): number | undefined =>
      report([], [{ day: '2026-11-01' }], { lines, ...more }).rework?.tooYoung;
    assert.equal(tooYoung({}), 0);
    assert.equal(tooYoung({ now: Date.parse('2026-11-21') / 1000 }), 1);
  });

  it('less urgent goals with effort by effort, and no goal of the same rank', () => {
    const goals = [
      goal('SHOP-1', { priority: p(1) }),
      goal('SHOP-2', { priority: p(2), level: 'item' }),
      goal('SHOP-3', { priority: p(2) }),
      goal('SHOP-4', { priority: p(3) }),
      goal('SHOP-5', { priority: p(3) }),
    ];
    const { inversions } = report(goals, days({ 'SHOP-3': 1, 'SHOP-4': 1, 'SHOP-5': 2, x: 4 }));
    const shown = inversions.map(({ goal: { key }, over }) => [
      key,
      ...over.map(({ subject }) => (subject.kind === 'goal' ? subject.goal.key : subject.kind)),
    ]);
    assert.deepEqual(shown, [
      ['SHOP-1', 'SHOP-5', 'SHOP-3', 'SHOP-4'],
      ['SHOP-2', 'SHOP-5', 'SHOP-4'],
    ]);
  });

  it('no goal that is over, below one that is over, an objective, or ranked only by another', () => {
    const urgent = { priority: p(1), status: active } as const;
    const goals: Goal[] = [
      goal('SHOP-1', { ...urgent, status: done }),
      goal('SHOP-2', { ...urgent, parentKey: 'SHOP-1' }),
      goal('SHOP-3', { ...urgent, level: 'objective' }),
      goal('SHOP-4', { status: active, level: 'item', parentKey: 'SHOP-3' }),
      goal('SHOP-5', { status: active, level: 'initiative', parentKey: 'SHOP-3' }),
      goal('SHOP-6', { ...urgent, level: 'item' }),
      goal('SHOP-9', { priority: p(4) }),
    ];
    const { stale, inversions, urgentGoals } = report(goals, days({ 'SHOP-9': 1 }));
    const keys = (list: readonly { readonly goal: Goal }[]): string[] =>
      list.map(({ goal: { key } }) => key).sort();
    assert.deepEqual(
      [keys(stale), keys(inversions), urgentGoals],
      [['SHOP-5', 'SHOP-6'], ['SHOP-5', 'SHOP-6'], 2],
    );
  });

  it('the effort of each week', () => {
    const goals = [goal('SHOP-1', { priority: p(1) }), goal('SHOP-2')];
    const commits = [
      { subject: 'SHOP-1', day: '2026-10-27' },
      { subject: 'SHOP-2', day: '2026-11-10' },
      { subject: 'x', day: '2026-11-11' },
    ];
    const { weeks } = report(goals, commits);
    assert.deepEqual(
      weeks.map(({ week, effort, byRank, initiatives }) => [
        week.name,
        effort / dayUnits,
        byRank[1] / dayUnits,
        byRank.none / dayUnits,
        initiatives,
      ]),
      [
        ['2026-W44', 1, 1, 0, 1],
        ['2026-W45', 0, 0, 0, 0],
        ['2026-W46', 2, 0, 1, 1],
        ['2026-W47', 0, 0, 0, 0],
      ],
    );
  });

  it('what declares to have no goal, in the period and without a key', () => {
    const none = { body: 'Initiative: none (tooling)' };
    const { declared } = report(
      [],
      [
        { ...none, subject: 'One' },
        { ...none, subject: 'Later', landed: '2026-11-25' },
        { ...none, subject: 'A bot', role: 'bot' },
        { subject: 'SHOP-7', body: none.body },
        { subject: 'None' },
      ],
    );
    assert.deepEqual(
      declared.map(({ subject, reason }) => [subject, reason]),
      [['One', 'tooling']],
    );
  });
});

describe('time to land', () => {
  const landed = (count: number, subject: string): LandedCommit[] =>
    Array.from({ length: count }, (_, at) => ({
      subject,
      written: '2026-11-01T12:00:00Z',
      landed: `2026-11-${String(at + 2).padStart(2, '0')}T12:00:00Z`,
    }));

  it('is told of a goal with enough changes, and by week', () => {
    const goals = [goal('SHOP-1'), goal('SHOP-2')];
    const { timeToLand } = report(goals, [...landed(5, 'SHOP-1'), ...landed(4, 'SHOP-2')]);
    const byGoal = [...timeToLand.byGoal].map(([{ key }, times]) => [key, times.count, times.median]);
    assert.deepEqual(byGoal, [['SHOP-1', 5, 3]]);
    assert.deepEqual(
      timeToLand.byWeek.map(({ count }) => count),
      [0, 9, 0, 0],
    );
  });

  it('is mostly unknown where most changes are squashed', () => {
    const squashed = (count: number): boolean =>
      report([], [...landed(2, 'x'), ...landed(count, 'Squashed (#12)')]).timeToLand.isMostlySquashed;
    assert.deepEqual([squashed(2), squashed(3)], [false, true]);
  });

  it('takes a merge of one numbered commit for no squash', () => {
    const commits: LandedCommit[] = [{ role: 'merge' }, { by: 0, subject: 'One (#12)' }];
    const { timeToLand } = report([], commits);
    assert.deepEqual([timeToLand.squashed, timeToLand.all.count], [0, 1]);
  });
});
