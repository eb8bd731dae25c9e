import assert from 'node:assert/strict';
import { attribute, claimsOfPaths, type Claim } from '../../../../src/core/report/attribution';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { dayUnits } from '../../../../src/core/report/dayUnits';
import { changeParts, effortParts, personDays } from '../../../../src/core/report/effort';
import { ReportTargets } from '../../../../src/core/report/reportTarget';
import { catalogOf, goal, shopGoals } from '../../../support/builders';
import { landingsOf } from './landingsFixture';

/** Seventeen parts do not divide a day: five units are left. */
const many = Array.from({ length: 17 }, (_, at) => `SHOP-${at + 10}`);
const small = Math.floor(dayUnits / many.length);
const left = dayUnits - small * many.length;
const withRemainder = many.map((key, at) => [key, at < left ? small + 1 : small]);

const initiatives = catalogOf(...many.map((key) => goal(key)));
const items = catalogOf(
  goal('SHOP-1'),
  ...many.map((key) => goal(key, { level: 'item', parentKey: 'SHOP-1' })),
);

describe('the parts of a day that do not come out even', () => {
  for (const [of, catalog] of [
    ['initiatives', initiatives],
    ['goals of one initiative', items],
  ] as const) {
    it(`go to ${of} in the order of their keys, whichever landed first`, () => {
      const landings = landingsOf(many.toReversed().map((subject) => ({ subject })));
      const parts = effortParts(personDays(landings), attribute(landings, new ReportTargets(catalog)));
      assert.deepEqual(
        parts.map(({ target, units }) => [target.kind === 'goal' && target.goal.key, units]),
        withRemainder,
      );
    });
  }

  it('go to the commits of a goal in their order', () => {
    const landings = landingsOf(many.map(() => ({ subject: 'SHOP-10' })));
    const parts = effortParts(personDays(landings), attribute(landings, new ReportTargets(initiatives)));
    assert.deepEqual(
      parts.map(({ row, units }) => [many[row], units]),
      withRemainder,
    );
  });

  it('go to the goals of a commit in the order of their keys', () => {
    const landings = landingsOf([{ subject: many.toReversed().join(' ') }]);
    const parts = changeParts(landings, attribute(landings, new ReportTargets(initiatives)));
    assert.deepEqual(
      parts.map(({ target, units }) => [target.kind === 'goal' && target.goal.key, units]),
      withRemainder,
    );
  });
});

describe('what an initiative may claim of a day', () => {
  const catalog = catalogOf(...shopGoals(), goal('SHOP-143', { level: 'item', parentKey: 'SHOP-51' }));
  const targets = new ReportTargets(catalog);
  const ofFiles = claimsOfPaths(
    ['cart/a', 'search/b'],
    parsePathMap('cart/ SHOP-7\nsearch/ SHOP-160'),
    targets,
  );

  function shares(...subjects: (string | readonly Claim[])[]): Record<string, number> {
    const landings = landingsOf(subjects.map((each) => ({ subject: typeof each === 'string' ? each : '' })));
    const claims = attribute(landings, targets);
    subjects.forEach((each, row) => typeof each !== 'string' && claims.set(row, each));
    const sums: Record<string, number> = {};
    for (const { target, units } of effortParts(personDays(landings), claims)) {
      const key = target.kind === 'goal' ? target.goal.key : target.kind;
      sums[key] = (sums[key] ?? 0) + units / dayUnits;
    }
    return sums;
  }

  it('is no more than the whole for a commit that names several of its goals', () => {
    assert.deepEqual(shares('SHOP-142 SHOP-143', 'SHOP-160'), {
      'SHOP-142': 1 / 4,
      'SHOP-143': 1 / 4,
      'SHOP-160': 1 / 2,
    });
  });

  it('is the most that one of its commits gives it, in any order', () => {
    const expected = { 'SHOP-7': 2 / 3, 'SHOP-160': 1 / 3 };
    assert.deepEqual(shares('SHOP-7', ofFiles), expected);
    assert.deepEqual(shares(ofFiles, 'SHOP-7'), expected);
    assert.deepEqual(shares(ofFiles, ofFiles), { 'SHOP-7': 1 / 2, 'SHOP-160': 1 / 2 });
  });

  it('is split over its goals by the most that one commit gives each, in any order', () => {
    const map = parsePathMap('a/ SHOP-142\nb/ SHOP-143');
    const files = claimsOfPaths(['a/1', 'b/1', 'b/2', 'b/3'], map, targets);
    assert.deepEqual(shares(files), { 'SHOP-142': 1 / 4, 'SHOP-143': 3 / 4 });
    const expected = { 'SHOP-142': 4 / 7, 'SHOP-143': 3 / 7 };
    for (const order of [
      ['SHOP-142', files],
      [files, 'SHOP-142'],
    ] as const) {
      const found = shares(...order);
      for (const [key, share] of Object.entries(expected))
        assert.ok(Math.abs((found[key] ?? 0) - share) < 1e-5, `${key} ${found[key]}`);
    }
  });
});
