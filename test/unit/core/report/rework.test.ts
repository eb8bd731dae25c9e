import assert from 'node:assert/strict';
import { attribute } from '../../../../src/core/report/attribution';
import { ReportTargets } from '../../../../src/core/report/reportTarget';
import { rework, type Rework } from '../../../../src/core/report/rework';
import { catalogOf, goal, shopGoals } from '../../../support/builders';
import { landingsOf, type LandedCommit } from './landingsFixture';

const now = Date.parse('2026-11-23T00:00:00Z') / 1000;

describe('rework', () => {
  const catalog = catalogOf(...shopGoals(), goal('SHOP-9'), goal('SHOP-10'));
  function reworkOf(
    commits: readonly LandedCommit[],
    lines: readonly (readonly [lines: number, rewritten: number])[] | undefined,
  ): Rework | undefined {
    const landings = landingsOf(commits);
    const claims = attribute(landings, new ReportTargets(catalog));
    const ofRows = lines && new Map(lines.map(([all, rewritten], row) => [row, { lines: all, rewritten }]));
    return rework([{ landings, claims, lines: ofRows }], landings.period, catalog, now);
  }

  it('adds up the landings that are at least three weeks old, by week, rank and goal', () => {
    const days = ['2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30', '2026-11-02', '2026-11-20'];
    const found = reworkOf(
      days.map((day) => ({ subject: 'SHOP-7: x', day, landed: `${day}T00:00:00Z` })),
      days.map((_, at) => [10, at]),
    );
    assert.deepEqual(found?.all, { landings: 5, lines: 50, rewritten: 10 });
    assert.deepEqual(
      found.byWeek.map(({ lines, rewritten }) => [lines, rewritten]),
      [
        [40, 6],
        [10, 4],
        [0, 0],
        [0, 0],
      ],
    );
    assert.deepEqual(
      [...found.byGoal].map(([{ key }, { rewritten }]) => [key, rewritten]),
      [['SHOP-7', 10]],
    );
    assert.deepEqual(found.byRank[1], { landings: 5, lines: 50, rewritten: 10 });
    assert.deepEqual([found.tooYoung, found.youngWeeks], [1, 2]);
  });

  it('gives a goal with fewer than five landings no figure of its own', () => {
    const subjects = [
      ...Array.from({ length: 5 }, () => 'SHOP-7 SHOP-160'),
      ...Array.from({ length: 4 }, () => 'SHOP-9'),
    ];
    const found = reworkOf(
      subjects.map((subject) => ({ subject, day: '2026-10-27' })),
      subjects.map(() => [10, 1]),
    );
    const whole = { landings: 5, lines: 50, rewritten: 5 };
    assert.deepEqual(
      [...(found?.byGoal ?? [])].map(([{ key }, share]) => [key, share]),
      [
        ['SHOP-160', whole],
        ['SHOP-7', whole],
      ],
    );
    assert.deepEqual(found?.byRank, { 0: { landings: 4, lines: 40, rewritten: 4 }, 1: whole, 3: whole });
  });

  it('counts a landing once for a rank, however many goals of it were served', () => {
    const found = reworkOf([{ subject: 'SHOP-9 SHOP-10', day: '2026-10-27' }], [[10, 1]]);
    assert.deepEqual(found?.byRank, { 0: { landings: 1, lines: 10, rewritten: 1 } });
  });

  it('leaves out landings whose lines are not known', () => {
    const commits = [{ day: '2026-10-27' }, { day: '2026-10-27' }, { day: '2026-11-20' }];
    const found = reworkOf(commits, [[10, 1]]);
    assert.deepEqual([found?.all, found?.tooYoung], [{ landings: 1, lines: 10, rewritten: 1 }, 0]);
  });

  it('counts what a merge brought in once, and nothing that only bots or merges did', () => {
    const found = reworkOf(
      [
        { role: 'merge', subject: 'Merge', day: '2026-10-27' },
        { subject: 'SHOP-7', by: 0, day: '2026-10-26' },
        { subject: 'SHOP-9', by: 0, day: '2026-10-26' },
        { role: 'bot', subject: 'Bump', day: '2026-10-27' },
      ],
      [
        [30, 3],
        [100, 100],
        [100, 100],
        [1000, 1000],
      ],
    );
    assert.deepEqual(found?.all, { landings: 1, lines: 30, rewritten: 3 });
    assert.equal(found.byGoal.size, 0);
  });

  it('says nothing where the lines of a repository were not read', () => {
    assert.equal(reworkOf([{ subject: 'SHOP-7' }], undefined), undefined);
  });
});
