import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { Goal } from '../../../../src/core/goal/goal';
import { attribute } from '../../../../src/core/report/attribution';
import { dayUnits } from '../../../../src/core/report/dayUnits';
import { planDrift, type PlanDrift } from '../../../../src/core/report/planDrift';
import type { PlanVersion } from '../../../../src/core/report/planVersion';
import { ReportTargets } from '../../../../src/core/report/reportTarget';
import { measuredWork } from '../../../../src/core/report/repositoryWork';
import { catalogOf, goal, tracker } from '../../../support/builders';
import { landingsOf, type LandedCommit } from './landingsFixture';

const p = (rank: 1 | 2 | 3) => ({ rank, label: `P${rank}` }) as const;
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;
const version = (day: string, ...goals: Goal[]): PlanVersion => ({
  since: noon(day),
  catalog: catalogOf(...goals),
});

const today = catalogOf(goal('SHOP-7', { priority: p(1) }), goal('SHOP-8'));

/** The drift of two repositories: what landed in the first, and their plans. */
function driftOf(
  commits: readonly LandedCommit[],
  plans: { one?: readonly PlanVersion[]; other?: readonly PlanVersion[]; logged?: readonly PlanVersion[] },
  catalog = today,
): PlanDrift | undefined {
  const targets = new ReportTargets(catalog);
  const workOf = (list: readonly LandedCommit[], planVersions: readonly PlanVersion[] = []) => {
    const landings = landingsOf(list);
    const claims = attribute(landings, targets);
    const work = { name: 'shop', landings, claims, pathsOf: new Map(), pathMap: undefined, targets };
    return measuredWork({ ...work, planVersions });
  };
  return planDrift([workOf(commits, plans.one), workOf([], plans.other)], catalog, plans.logged ?? []);
}

const changesOf = (drift: PlanDrift | undefined): unknown[] | undefined =>
  drift?.changes.map(({ goal: { key }, at, what, from, to }) => [key, at, what, from, to]);

describe('plan drift', () => {
  it('is unknown without any plan', () => {
    assert.equal(driftOf([{ subject: 'SHOP-7' }], {}), undefined);
    const first = version('2026-10-01', goal('SHOP-7'));
    assert.deepEqual(changesOf(driftOf([], { other: [first] })), []);
    assert.deepEqual(changesOf(driftOf([], { logged: [first] })), []);
  });

  it('has every change of a rank, a status and a date between one version and the next', () => {
    const planned = goal('SHOP-7', { priority: p(2), status: { name: 'Planned', category: 'planned' } });
    const dated = { ...planned, targetDate: '2026-12-24' };
    const active = { ...dated, priority: p(1), status: { name: 'Active', category: 'active' } } as const;
    const one = [
      version('2026-11-01', planned),
      version('2026-11-02', dated),
      version('2026-11-03', active, goal('SHOP-8')),
      version('2026-11-04', goal('shop-8', { targetDate: '2027-01-31' })),
    ];
    assert.deepEqual(changesOf(driftOf([], { one })), [
      ['SHOP-7', noon('2026-11-02'), 'target', undefined, '2026-12-24'],
      ['SHOP-7', noon('2026-11-03'), 'priority', 'P2', 'P1'],
      ['SHOP-7', noon('2026-11-03'), 'status', 'Planned', 'Active'],
      ['shop-8', noon('2026-11-04'), 'target', undefined, '2027-01-31'],
    ]);
  });

  it('takes goals of two trackers with one key for two goals', () => {
    const foreign = goal('SHOP-7', { trackerId: 'jira', priority: p(1) });
    const one = [version('2026-11-01', goal('SHOP-7')), version('2026-11-02', foreign)];
    assert.deepEqual(changesOf(driftOf([], { one })), []);
  });

  it('lists the changes of all plans, oldest first', () => {
    const plan = (day: string, key: string) => [
      version('2026-10-01', goal(key)),
      version(day, goal(key, { targetDate: '2026-12-24' })),
    ];
    const drift = driftOf([], {
      one: plan('2026-11-05', 'SHOP-1'),
      other: plan('2026-11-03', 'SHOP-2'),
      logged: plan('2026-11-04', 'SHOP-3'),
    });
    assert.deepEqual(
      drift?.changes.map(({ goal: { key } }) => key),
      ['SHOP-2', 'SHOP-3', 'SHOP-1'],
    );
  });
});

describe('work at another rank than today’s', () => {
  const otherDays = (...args: Parameters<typeof driftOf>): number =>
    (driftOf(...args)?.otherRank ?? NaN) / dayUnits;
  const earlier = version('2026-11-01', goal('SHOP-7', { priority: p(3) }));

  it('goes by the version that held when it landed', () => {
    const one = [earlier, version('2026-11-10', goal('SHOP-7', { priority: p(1) }))];
    const landed = (...days: string[]) => days.map((day) => ({ subject: 'SHOP-7', day }));
    assert.equal(otherDays(landed('2026-11-02', '2026-11-03'), { one }), 2);
    assert.equal(otherDays(landed('2026-11-10', '2026-11-11'), { one }), 0, 'from its first second');
    assert.equal(otherDays(landed('2026-10-31'), { one }), 0, 'before any version');
  });

  it('goes by the trackers’ plan where the repository’s own does not have the goal', () => {
    const commits = [{ subject: 'SHOP-7' }];
    assert.equal(otherDays(commits, { one: [version('2026-11-01')], logged: [earlier] }), 1);
    const same = version('2026-11-01', goal('SHOP-7', { priority: p(1) }));
    assert.equal(otherDays(commits, { one: [same], logged: [earlier] }), 0, 'its own comes first');
  });

  it('is none on what is no goal, on goals that no plan had, and on those of another tracker', () => {
    const foreign = version('2026-11-01', goal('SHOP-7', { trackerId: 'jira', priority: p(3) }));
    assert.equal(otherDays([{ subject: 'SHOP-7' }], { one: [foreign] }), 0);
    const commits = ['SHOP-8', 'SHOP-999', 'x'].map((subject) => ({ subject }));
    assert.equal(otherDays(commits, { one: [earlier] }), 0);
  });

  it('goes by the rank of a goal above where a goal has none', () => {
    const below = (rank: 1 | 3): Goal[] => [
      goal('SHOP-7', { priority: p(rank) }),
      goal('SHOP-8', { level: 'item', parentKey: 'SHOP-7' }),
    ];
    const one = [version('2026-11-01', ...below(3))];
    const now = new GoalCatalog([tracker(below(1))]);
    assert.equal(otherDays([{ subject: 'SHOP-8' }], { one }, now), 1);
  });
});
