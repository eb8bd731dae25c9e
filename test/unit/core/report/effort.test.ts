import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import {
  attribute,
  claimsOfPaths,
  strictly,
  unlinkedRows,
  type Claim,
} from '../../../../src/core/report/attribution';
import { dayUnits, divide } from '../../../../src/core/report/dayUnits';
import {
  changeParts,
  effortParts,
  personDays,
  sumOf,
  type EffortPart,
} from '../../../../src/core/report/effort';
import { effortByGoal, effortByRank, focusOf, rankGroups } from '../../../../src/core/report/goalEffort';
import { changeRows, type Landings } from '../../../../src/core/report/landings';
import { ReportTargets } from '../../../../src/core/report/reportTarget';
import { measuredWork, withoutGoal } from '../../../../src/core/report/repositoryWork';
import { changesOf, effortOf, mergeTallies, tallyOf, type Tally } from '../../../../src/core/report/tally';
import { unlinkedPlaces } from '../../../../src/core/report/unlinkedPlaces';
import { catalogOf, goal, shopGoals } from '../../../support/builders';
import { anyCommits, landingsOf, type LandedCommit } from './landingsFixture';

const shop = catalogOf(...shopGoals());
const keys = ['SHOP-7', 'SHOP-51', 'SHOP-142', 'SHOP-160', 'SHOP-999', 'SHOP-998'];
const map = parsePathMap('/cart/ SHOP-7\n/search/ SHOP-160 SHOP-51\n/odd/ SHOP-999\n');

function measure(
  landings: Landings,
  catalog: GoalCatalog = shop,
): {
  claims: Map<number, readonly Claim[]>;
  parts: EffortPart[];
  tally: Tally;
} {
  const claims = attribute(landings, new ReportTargets(catalog));
  const parts = effortParts(personDays(landings), claims);
  return { claims, parts, tally: tallyOf(landings, parts, changeParts(landings, claims)) };
}

/** Person-days by target, for parts that come out even. */
function days(parts: readonly EffortPart[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { target, units } of parts) {
    const name = target.kind === 'goal' ? target.goal.key : target.kind === 'unknown' ? target.key : 'none';
    sums[name] = (sums[name] ?? 0) + units / dayUnits;
  }
  return sums;
}

function effortOfCommits(...commits: LandedCommit[]): Record<string, number> {
  return days(measure(landingsOf(commits)).parts);
}

describe('effort of a report', () => {
  it('counts a day of a person once, however many commits it has', () => {
    const commits = [{ subject: 'SHOP-7' }, { subject: 'SHOP-7' }, { subject: 'SHOP-7', person: 1 }];
    assert.deepEqual(effortOfCommits(...commits), { 'SHOP-7': 2 });
  });

  it('splits a day equally over its initiatives, no goal being one, whatever the commits', () => {
    const commits = [{ subject: 'SHOP-7' }, { subject: 'SHOP-7' }, { subject: 'SHOP-160' }, { subject: 'x' }];
    assert.deepEqual(effortOfCommits(...commits), { 'SHOP-7': 1 / 3, 'SHOP-160': 1 / 3, none: 1 / 3 });
  });

  it('splits the part of an initiative over the goals below it', () => {
    // Two commits for one of them weigh no more than one.
    const subjects = ['SHOP-142', 'SHOP-142', 'SHOP-51', 'SHOP-160'];
    const commits = subjects.map((subject) => ({ subject }));
    assert.deepEqual(effortOfCommits(...commits), { 'SHOP-142': 1 / 4, 'SHOP-51': 1 / 4, 'SHOP-160': 1 / 2 });
  });

  it('takes all keys that no tracker has for one part of a day', () => {
    const commits = [{ subject: 'SHOP-998' }, { subject: 'SHOP-999' }, { subject: 'SHOP-7' }];
    assert.deepEqual(effortOfCommits(...commits), { 'SHOP-998': 1 / 4, 'SHOP-999': 1 / 4, 'SHOP-7': 1 / 2 });
  });

  it('leaves out goals above others that the commit names, merges, bots and picks', () => {
    assert.deepEqual(effortOfCommits({ subject: 'SHOP-7 SHOP-51 SHOP-142' }), { 'SHOP-142': 1 });
    const roles = (['merge', 'bot', 'picked'] as const).map((role, person) => ({ role, person }));
    assert.deepEqual(effortOfCommits(...roles), {});
  });

  it('counts in the week of the landing, on the author’s day', () => {
    const late = { subject: 'SHOP-7', day: '2026-11-01', landed: '2026-11-10' };
    const { tally } = measure(landingsOf([late, { ...late, landed: '2026-11-01' }]));
    assert.deepEqual(
      tally.map(({ week, effort }) => [week, effort / dayUnits]),
      [
        ['2026-W44', 0.5],
        ['2026-W46', 0.5],
      ],
    );
    assert.deepEqual(effortOfCommits({ ...late, landed: '2026-11-23' }), {}, 'landed after the period');
  });

  it('gives a goal all that is done below it, and orders goals by importance', () => {
    const commits = [
      { subject: 'SHOP-160' },
      { subject: 'SHOP-142', person: 1 },
      { subject: 'x', person: 2 },
    ];
    const { tally } = measure(landingsOf(commits));
    const rowsAt = (level: 'initiative' | 'item' | 'objective'): unknown[] =>
      effortByGoal(tally, level, shop).map(({ subject, effort }) => [
        subject.kind === 'goal' ? subject.goal.key : subject.kind,
        effort / dayUnits,
      ]);
    assert.deepEqual(rowsAt('initiative'), [
      ['SHOP-7', 1],
      ['SHOP-160', 1],
      ['none', 1],
    ]);
    assert.deepEqual(rowsAt('item')[0], ['SHOP-142', 1]);
    assert.deepEqual(rowsAt('objective'), [
      ['SHOP-160', 1],
      ['OBJ-1', 1],
      ['none', 1],
    ]);
    assert.deepEqual(focusOf(tally), { initiatives: 2, focus: 2 });
  });

  it('shows how a share moves with the way to count', () => {
    const commits = [{ subject: 'SHOP-7' }, ...Array.from({ length: 9 }, () => ({ subject: 'SHOP-160' }))];
    const [first] = effortByGoal(measure(landingsOf(commits)).tally, 'initiative', shop);
    assert.deepEqual([first?.share, first?.range], [0.5, { low: 0.1, high: 0.5 }]);
  });

  it('splits by share of files what only the path map links', () => {
    const paths = ['cart/a', 'cart/b', 'search/c', 'readme'];
    const claims = claimsOfPaths(paths, map, new ReportTargets(shop));
    const landings = landingsOf([{}]);
    assert.deepEqual(days(effortParts(personDays(landings), new Map([[0, claims]]))), {
      'SHOP-51': 1 / 8,
      'SHOP-160': 1 / 8,
      'SHOP-7': 1 / 2,
      none: 1 / 4,
    });
    const named = claimsOfPaths(['readme', 'docs/x'], map, new ReportTargets(shop));
    assert.deepEqual(
      named.map(({ evidence }) => evidence),
      ['none'],
    );
  });

  it('always sums to the whole, in every cut', () => {
    const files = fc.array(fc.constantFrom('cart/a', 'cart/b', 'search/c', 'odd/d', 'readme'), {
      maxLength: 7,
    });
    fc.assert(
      fc.property(anyCommits(keys), fc.array(files, { minLength: 1 }), (commits, touched) => {
        const landings = landingsOf(commits);
        const { claims } = measure(landings);
        const pathsOf = (row: number): readonly string[] => touched[row % touched.length] ?? [];
        for (const row of unlinkedRows(landings, claims)) {
          claims.set(row, claimsOfPaths(pathsOf(row), map, new ReportTargets(shop)));
        }
        const parts = effortParts(personDays(landings), claims);
        const tally = tallyOf(landings, parts, changeParts(landings, claims));
        const rows = [...changeRows(landings)];
        const days = new Set(rows.map((row) => `${landings.days[row]} ${landings.people[row]}`)).size;
        const whole = days * dayUnits;
        assert.ok(parts.every(({ units }) => Number.isInteger(units) && units >= 0));
        assert.equal(sumOf(parts), whole);
        const strict = new Map([...claims].map(([row, each]) => [row, strictly(each)]));
        const strictParts = effortParts(personDays(landings), strict);
        assert.equal(sumOf(strictParts), whole);
        const work = { name: '', landings, claims, targets: new ReportTargets(shop) };
        const { unnamed } = measuredWork({ ...work, pathsOf: new Map(), pathMap: undefined });
        assert.equal(unnamed, withoutGoal(strictParts));
        assert.equal(effortOf(tally), whole);
        assert.equal(changesOf(tally), rows.length * dayUnits);
        for (const level of ['objective', 'initiative', 'epic', 'item'] as const) {
          const sum = effortByGoal(tally, level, shop).reduce((all, { effort }) => all + effort, 0);
          assert.equal(sum, whole);
        }
        const byRank = effortByRank(tally, shop);
        assert.equal(
          rankGroups.reduce((sum, group) => sum + byRank[group], 0),
          whole,
        );
        const unlinked = sumOf(parts.filter(({ target }) => target.kind === 'none'));
        const places = unlinkedPlaces(parts, pathsOf).reduce((sum, { effort }) => sum + effort, 0);
        assert.equal(places, unlinked);
      }),
    );
  });

  it('adds up: the tally of two repositories is the sum of theirs, in any order', () => {
    fc.assert(
      fc.property(anyCommits(keys), anyCommits(keys), anyCommits(keys), (a, b, c) => {
        const tallyOfAll = (...each: LandedCommit[][]): Tally =>
          // People of different repositories are different: an ordinal says nothing beyond its own.
          measure(
            landingsOf(
              each.flatMap((commits, at) =>
                commits.map((one) => ({ ...one, person: (one.person ?? 0) + 10 * at })),
              ),
            ),
          ).tally;
        const [one, two, three] = [tallyOfAll(a), tallyOfAll(b), tallyOfAll(c)];
        assert.deepEqual(mergeTallies([one, two, three]), tallyOfAll(a, b, c));
        assert.equal(mergeTallies([one]), one);
        assert.deepEqual(
          mergeTallies([mergeTallies([three, one]), two]),
          mergeTallies([one, mergeTallies([two, three])]),
        );
      }),
    );
  });

  it('divides without a remainder, in order, and never gives to a weight of 0', () => {
    assert.deepEqual(divide(7, [1, 1, 1]), [3, 2, 2]);
    assert.deepEqual(divide(1, [0, 0, 5]), [0, 0, 1]);
    assert.deepEqual(divide(4, [0, 0]), [2, 2]);
    fc.assert(
      fc.property(
        fc.nat(dayUnits * 1000),
        fc.array(fc.nat(dayUnits), { minLength: 1, maxLength: 50 }),
        (total, weights) => {
          const parts = divide(total, weights);
          assert.equal(
            parts.reduce((sum, part) => sum + part, 0),
            total,
          );
          if (weights.some((weight) => weight > 0)) {
            assert.ok(weights.every((weight, at) => weight > 0 || parts[at] === 0));
          }
        },
      ),
    );
  });

  it('takes the initiative that a goal is below today', () => {
    const moved = catalogOf(
      ...shopGoals().filter(({ key }) => key !== 'SHOP-51'),
      goal('SHOP-51', { level: 'epic', parentKey: 'SHOP-160' }),
    );
    const { tally } = measure(landingsOf([{ subject: 'SHOP-142' }]), moved);
    const [row] = effortByGoal(tally, 'initiative', moved);
    assert.equal(row?.subject.kind === 'goal' && row.subject.goal.key, 'SHOP-160');
  });
});
