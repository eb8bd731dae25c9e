import assert from 'node:assert/strict';
import { attribute } from '../../../../src/core/report/attribution';
import { alignmentReport } from '../../../../src/core/report/alignmentReport';
import { dayUnits } from '../../../../src/core/report/dayUnits';
import { loggedPlan } from '../../../../src/core/report/loggedPlan';
import type { PlanDrift } from '../../../../src/core/report/planDrift';
import { ReportTargets } from '../../../../src/core/report/reportTarget';
import type { Goal } from '../../../../src/core/goal/goal';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { periodOf } from '../../../../src/core/report/reportPeriod';
import { catalogOf, goal, tracker } from '../../../support/builders';
import { landingsOf } from './landingsFixture';

const p = (rank: 1 | 3) => ({ rank, label: `P${rank}` }) as const;
const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);

function drift(...goals: Goal[]): PlanDrift | undefined {
  const catalog = catalogOf(...goals);
  const landings = landingsOf([
    { subject: 'SHOP-7', day: '2026-10-28' },
    { subject: 'SHOP-7', day: '2026-11-15' },
  ]);
  const targets = new ReportTargets(catalog);
  const claims = attribute(landings, targets);
  const work = { name: 'shop', landings, claims, pathsOf: new Map(), pathMap: undefined, targets };
  return alignmentReport({
    repositories: [work],
    catalog,
    folder: undefined,
    period: landings.period,
    level: 'initiative',
    asOf: landings.period.end,
    staleDays: 14,
    plan: new Map(),
  }).drift;
}

describe('how the plan in trackers changed', () => {
  it('is not known where nothing was seen to change in the period', () => {
    assert.equal(drift(goal('SHOP-7')), undefined);
    const log = [{ priority: p(3), until: at('2026-09-01') }];
    assert.equal(drift(goal('SHOP-7', { level: 'initiative', priority: p(1), log })), undefined);
  });

  it('is told on the day on which it was seen, one change a day, and work by the rank of its time', () => {
    const log = [
      { priority: p(3), until: at('2026-11-04') - 1000 },
      { until: at('2026-11-04') },
      { priority: p(1), until: at('2026-11-10') },
    ];
    const found = drift(
      goal('SHOP-7', { level: 'initiative', priority: p(1), targetDate: '2026-12-24', log }),
      goal('SHOP-8'),
    );
    assert.deepEqual(
      found?.changes.map(({ goal: { key }, at: moment, what, from, to }) => [
        key,
        new Date(moment * 1000).toISOString().slice(0, 10),
        ...[what, from, to],
      ]),
      [
        ['SHOP-7', '2026-11-04', 'priority', 'P3', 'P1'],
        ['SHOP-7', '2026-11-10', 'target', undefined, '2026-12-24'],
      ],
    );
    assert.equal(found.otherRank, dayUnits, 'one of two days was worked at P3');
  });
});

describe('the plan that trackers recorded', () => {
  const period = periodOf('2026-11-02', '2026-11-08', 'UTC');
  const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);
  const later = goal('SHOP-8', { log: [{ until: at('2026-11-05') }] });

  it('has a version for each day with changes, as that day ended, and one before them', () => {
    const log = [
      { priority: p(3), targetDate: '2026-12-01', until: at('2026-11-03') },
      { priority: p(1), until: at('2026-11-03') + 1000 },
      { until: at('2026-11-04') },
    ];
    const now = goal('SHOP-7', { priority: p(1), status: { name: 'Done', category: 'done' }, log });
    const other = { ...later, trackerId: 'jira' };
    const plan = loggedPlan(new GoalCatalog([tracker([other]), tracker([now])]), period);
    assert.deepEqual(
      plan.map(({ since }) => since),
      [-Infinity, at('2026-11-03') / 1000 + 1, at('2026-11-04') / 1000, at('2026-11-05') / 1000],
    );
    const { status, priority, ...plain } = now;
    assert.deepEqual(
      plan.map(({ catalog }) => catalog.find('SHOP-7')),
      [
        { ...plain, priority: p(3), targetDate: '2026-12-01' },
        plain,
        { ...plain, priority, status },
        { ...plain, priority, status },
      ],
    );
  });

  it('has the changes from the first moment of the period to the last', () => {
    const daysOf = (...untils: number[]): number =>
      loggedPlan(catalogOf(goal('SHOP-7', { log: untils.map((until) => ({ until })) })), period).length;
    assert.equal(daysOf(midnight('2026-11-02')), 2);
    assert.equal(daysOf(midnight('2026-11-09') - 1), 2);
    assert.equal(daysOf(midnight('2026-11-02') - 1, midnight('2026-11-09')), 0);
  });

  it('begins with what the plan was when the period began', () => {
    const log = [
      { priority: p(3), until: midnight('2026-11-02') - 1 },
      { priority: p(1), until: midnight('2026-11-02') },
    ];
    const [before, after] = loggedPlan(catalogOf(goal('SHOP-7', { log }), later), period);
    assert.equal(before?.catalog.find('SHOP-7')?.priority?.rank, 1);
    assert.equal(after?.catalog.find('SHOP-7')?.priority, undefined);
  });
});
