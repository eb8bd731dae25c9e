import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { alignmentReport, type AlignmentReport } from '../../../../src/core/report/alignmentReport';
import { attribute, rowsWithoutGoal } from '../../../../src/core/report/attribution';
import { dayUnits } from '../../../../src/core/report/dayUnits';
import { factsOf } from '../../../../src/core/report/facts';
import { changeRows, crowdOf, roleOf, type Crowd, type Landings } from '../../../../src/core/report/landings';
import {
  measuredWork,
  rowsBehind,
  withoutGoal,
  type RepositoryWork,
} from '../../../../src/core/report/repositoryWork';
import type { ReportPeriod } from '../../../../src/core/report/reportPeriod';
import { ReportTargets } from '../../../../src/core/report/reportTarget';
import { catalogOf, goal, shopGoals } from '../../../support/builders';
import { landingsOf, shaOf, type LandedCommit } from './landingsFixture';

const catalog = catalogOf(...shopGoals(), goal('SHOP-9', { level: 'initiative' }));
const pathMap = parsePathMap('/cart/ SHOP-142\n/search/ SHOP-9\n/free/\n');
const paths = new Map([
  [1, ['cart/a', 'search/b', 'docs/c', 'free/d']],
  [2, ['docs/c']],
]);
const commits: readonly LandedCommit[] = [
  { subject: 'SHOP-7' },
  { person: 1 },
  { person: 2 },
  { role: 'bot' },
  { subject: 'SHOP-999', landed: '2026-11-25' },
  { subject: 'SHOP-999', person: 3 },
];

function workOf(
  list: readonly LandedCommit[],
  more: Partial<RepositoryWork> = {},
  facts: Partial<Landings> = {},
) {
  const landings = landingsOf(list, facts);
  const targets = new ReportTargets(catalog);
  const claims = attribute(landings, targets);
  return { name: 'shop', landings, claims, targets, pathsOf: paths, pathMap: undefined, ...more };
}

function reportOf(repositories: RepositoryWork[], known: GoalCatalog, period: ReportPeriod): AlignmentReport {
  return alignmentReport({
    repositories,
    catalog: known,
    folder: undefined,
    period,
    level: 'initiative',
    asOf: Date.parse('2026-11-23') / 1000,
    staleDays: 14,
    plan: new Map(),
  });
}

describe('the work of a repository', () => {
  it('goes by files where commits name no goal', () => {
    const { tally, unnamed, places } = measuredWork(workOf(commits, { pathMap }));
    const effort = tally.map(({ target, evidence, effort: units }) => [
      target.kind === 'goal' ? target.goal.key : target.kind,
      evidence,
      Math.round((units / dayUnits) * 100) / 100,
    ]);
    assert.deepEqual(effort.sort(), [
      ['SHOP-142', 'paths', 0.25],
      ['SHOP-7', 'named', 1],
      ['SHOP-9', 'paths', 0.25],
      ['none', 'none', 1.5],
      ['unknown', 'named', 1],
    ]);
    assert.equal(unnamed, 2 * dayUnits);
    assert.deepEqual(places, [
      { folder: 'docs', effort: 1.25 * dayUnits },
      { folder: 'free', effort: 0.25 * dayUnits },
    ]);
  });

  it('is measured once for the same claims', () => {
    const work = workOf(commits);
    assert.equal(measuredWork(work).parts, measuredWork(work).parts);
  });

  it('adds up what has no goal', () => {
    const { parts } = measuredWork(
      workOf([{ subject: 'SHOP-7' }, { person: 1 }, { person: 2 }, { person: 3 }]),
    );
    assert.equal(withoutGoal(parts), 3 * dayUnits);
  });

  it('knows no other plan than that of today, unless it is told', () => {
    const today = measuredWork(workOf(commits));
    assert.deepEqual([today.planVersions, today.isPlanCut], [[], false]);
    const planVersions = [{ since: 0, catalog }];
    const told = measuredWork(workOf(commits, { planVersions, isPlanCut: true }));
    assert.deepEqual([told.planVersions, told.isPlanCut], [planVersions, true]);
  });

  it('tells what is behind a figure, newest first, without what landed later', () => {
    const work = measuredWork(workOf(commits));
    assert.deepEqual(
      rowsBehind(work, ({ target }) => target.kind === 'none'),
      [1, 2],
    );
    assert.deepEqual(
      rowsBehind(work, ({ target }) => target.kind === 'unknown'),
      [5],
    );
    assert.deepEqual(
      rowsBehind(work, () => false),
      [],
    );
  });

  it('knows the files that no rule links', () => {
    assert.deepEqual(measuredWork(workOf(commits, { pathMap })).unclaimed(1), ['docs/c', 'free/d']);
    assert.deepEqual(measuredWork(workOf(commits)).unclaimed(1), paths.get(1));
    assert.deepEqual(measuredWork(workOf(commits)).unclaimed(0), []);
  });

  it('asks for the files of commits without a goal only', () => {
    const { landings, claims } = workOf(commits);
    assert.deepEqual(rowsWithoutGoal(landings, claims), [1, 2]);
  });
});

describe('the facts of a report', () => {
  const report = (crowd: Crowd) => {
    const work = workOf(commits, {}, { crowd });
    return reportOf([work], catalog, work.landings.period);
  };

  it('are by goal at the level of the report, by key and without a goal', () => {
    const facts = factsOf(report({ isSmall: false, hasSmallWeek: false }), catalog, ['github.com/acme/shop']);
    assert.deepEqual(
      facts.map(({ repository, week, kind, key, rank, effort }) => [
        repository,
        week,
        kind,
        key,
        rank,
        effort,
      ]),
      [
        ['goal', 'SHOP-7', 1, dayUnits],
        ['none', '', 0, 2 * dayUnits],
        ['unknown', 'SHOP-999', 0, dayUnits],
      ].map((each) => ['github.com/acme/shop', '2026-W45', ...each]),
    );
    assert.deepEqual(
      facts.map(({ title, level, evidence }) => [title, level, evidence]),
      [
        ['Checkout that never loses a cart', 'initiative', 'named'],
        ['', 'initiative', 'none'],
        ['', 'initiative', 'named'],
      ],
    );
  });

  it('tell no person-days of few people, and the name of a repository without an identity', () => {
    for (const crowd of [
      { isSmall: true, hasSmallWeek: false },
      { isSmall: false, hasSmallWeek: true },
    ]) {
      for (const { effort, repository } of factsOf(report(crowd), catalog, [])) {
        assert.deepEqual([effort, repository], [null, 'shop']);
      }
    }
  });

  it('has each repository with its share', () => {
    const { repositories } = report({ isSmall: false, hasSmallWeek: false });
    assert.deepEqual(repositories, [
      { name: 'shop', effort: 4 * dayUnits, changes: 4, base: undefined, last: shaOf(0) },
    ]);
  });
});

describe('landings', () => {
  const some = landingsOf([{}, { landed: '2026-11-25' }, { role: 'merge' }, { role: 'elsewhere' }]);

  it('have rows of changes in the period, or later as well', () => {
    assert.deepEqual([...changeRows(some)], [0]);
    assert.deepEqual([...changeRows(some, { later: true })], [0, 1]);
    assert.deepEqual(
      [0, 2, 3, 9].map((row) => roleOf(some, row)),
      ['change', 'merge', 'elsewhere', 'change'],
    );
  });

  it('have as small a crowd as the smallest of a repository in which something landed', () => {
    const of = (isSmall: boolean, hasSmallWeek: boolean, count = 1): Landings =>
      landingsOf(
        Array.from({ length: count }, () => ({})),
        { crowd: { isSmall, hasSmallWeek } },
      );
    for (const [all, isSmall, hasSmallWeek] of [
      [[of(false, false), of(false, false)], false, false],
      [[of(true, false), of(false, true)], true, true],
      [[of(false, false), of(true, true, 0)], false, false],
      [[of(true, true, 0), of(true, true, 0)], true, false],
      [[of(true, true, 0), of(false, true, 0)], false, false],
    ] as const) {
      assert.deepEqual(crowdOf(all), { isSmall, hasSmallWeek });
    }
  });
});

describe('a report of nothing', () => {
  it('has no repositories', () => {
    const { period } = landingsOf([]);
    const empty = reportOf([], new GoalCatalog([]), period);
    assert.deepEqual([empty.repositories, empty.rows], [[], []]);
  });
});
