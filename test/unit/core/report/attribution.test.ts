import assert from 'node:assert/strict';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import {
  attribute,
  claimsOfPaths,
  rowsWithoutGoal,
  strictly,
  unlinkedRows,
  type Claim,
} from '../../../../src/core/report/attribution';
import { dayUnits } from '../../../../src/core/report/dayUnits';
import { messageFacts } from '../../../../src/core/report/messageFacts';
import { ReportTargets } from '../../../../src/core/report/reportTarget';
import { catalogOf, goal, shopGoals } from '../../../support/builders';
import { landingsOf, shaOf, type LandedCommit } from './landingsFixture';

const shop = catalogOf(...shopGoals());
const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };

/** What the first commit serves, and how that is known. */
function firstOf(
  commits: readonly LandedCommit[],
  catalog = shop,
  reverted = new Map<string, ReturnType<typeof messageFacts>>(),
): string[] {
  const landings = landingsOf(commits, { reverted });
  const claims = attribute(landings, new ReportTargets(catalog)).get(0) ?? [];
  return claims.map(({ target, evidence }) => {
    const name =
      target.kind === 'goal' ? target.goal.key : target.kind === 'unknown' ? `?${target.key}` : '-';
    return `${evidence} ${name}`;
  });
}

const revertOf = (row: number): string => `This reverts commit ${shaOf(row)}.`;

describe('attribution of a commit', () => {
  it('goes by what the commit names, before all else', () => {
    const merge = { subject: 'SHOP-160', role: 'merge' } as const;
    assert.deepEqual(firstOf([{ body: 'Initiative: SHOP-7', by: 1 }, merge]), ['named SHOP-7']);
    assert.deepEqual(firstOf([{ subject: 'Fix SHOP-142', by: 1 }, merge]), ['named SHOP-142']);
    assert.deepEqual(firstOf([{ subject: 'Fix SHOP-999' }]), ['named ?SHOP-999']);
    assert.deepEqual(firstOf([{ body: 'Initiative: OTHER-1, SHOP-7' }]), ['named SHOP-7', 'named ?OTHER-1']);
  });

  it('goes by the commit that it reverts, through reverts of reverts, in the period and before it', () => {
    const named = { subject: 'SHOP-7' };
    assert.deepEqual(firstOf([{ body: revertOf(1) }, named]), ['reverted SHOP-7']);
    assert.deepEqual(firstOf([{ body: revertOf(1) }, { body: revertOf(2) }, named]), ['reverted SHOP-7']);
    const before = messageFacts({ subject: 'SHOP-160', body: '', note: '' }, rules);
    assert.deepEqual(firstOf([{ body: revertOf(77) }], shop, new Map([[shaOf(77), before]])), [
      'reverted SHOP-160',
    ]);
    assert.deepEqual(firstOf([{ body: revertOf(1) }, { body: revertOf(0) }]), ['none -'], 'a circle ends');
  });

  it('goes by all commits that it reverts, and follows twenty reverts at most', () => {
    const both = { body: `${revertOf(1)}\n${revertOf(2)}` };
    assert.deepEqual(firstOf([both, { subject: 'SHOP-160' }, { subject: 'SHOP-7' }]), [
      'reverted SHOP-160',
      'reverted SHOP-7',
    ]);
    const chain = (reverts: number): string[] =>
      firstOf([
        ...Array.from({ length: reverts }, (_, row) => ({ body: revertOf(row + 1) })),
        { subject: 'SHOP-7' },
      ]);
    assert.deepEqual([chain(20), chain(21)], [['reverted SHOP-7'], ['none -']]);
  });

  it('goes by the commit that it reverts before the merge that landed it', () => {
    const merge = { subject: 'SHOP-160', role: 'merge' } as const;
    assert.deepEqual(firstOf([{ body: revertOf(2), by: 1 }, merge, { subject: 'SHOP-7' }]), [
      'reverted SHOP-7',
    ]);
  });

  it('goes by the subject, the body and the branch name of the merge that landed it', () => {
    const by = (subject: string, body = ''): string[] =>
      firstOf([{ by: 1 }, { subject, body, role: 'merge' }]);
    assert.deepEqual(by("Merge branch 'feature/SHOP-142-retry' into main"), ['merge SHOP-142']);
    assert.deepEqual(by('Merge pull request #3 from ana/shop-160-search'), ['merge SHOP-160']);
    assert.deepEqual(by('Land it', 'Initiative: SHOP-7'), ['merge SHOP-7']);
    assert.deepEqual(
      by('Merge pull request #142 from ana/fix'),
      ['none -'],
      'a number of the forge is no key',
    );
    const numbered = catalogOf(goal('GH-142', { level: 'item' }));
    const keyOf = (text: string): string | undefined => (text === '#142' ? 'GH-142' : undefined);
    const landings = landingsOf(
      [{ by: 1 }, { subject: 'Merge pull request #3 from ana/142-retry', role: 'merge' }],
      {},
      { ...rules, keyOf },
    );
    const [claim] = attribute(landings, new ReportTargets(numbered)).get(0) ?? [];
    assert.deepEqual([claim?.evidence, claim?.target.kind], ['merge', 'goal']);
  });

  it('takes `none` for a word of its own, with or without a reason', () => {
    assert.deepEqual(firstOf([{ body: 'Initiative: none (tooling)' }]), ['declared -']);
    assert.deepEqual(firstOf([{ body: 'Initiative: None' }]), ['declared -']);
    assert.deepEqual(firstOf([{ body: 'Initiative: none (x)\nInitiative: SHOP-7' }]), ['named SHOP-7']);
    const merge = { subject: 'SHOP-160', role: 'merge' } as const;
    assert.deepEqual(firstOf([{ body: 'Initiative: none', by: 1 }, merge]), ['declared -']);
  });
});

describe('what changes serve', () => {
  const landings = landingsOf([
    { subject: 'SHOP-7' },
    { body: 'Initiative: none' },
    {},
    { subject: 'SHOP-7', landed: '2026-11-25' },
    { landed: '2026-11-25' },
    { subject: 'SHOP-7', role: 'merge' },
    { by: 5 },
  ]);
  const claims = attribute(landings, new ReportTargets(shop));

  it('is known of those that landed later as well, and of no merge', () => {
    assert.deepEqual([...claims.keys()], [0, 1, 2, 3, 4, 6]);
  });

  it('is left to their files, or to nothing, in the period', () => {
    assert.deepEqual(unlinkedRows(landings, claims), [2]);
    assert.deepEqual(rowsWithoutGoal(landings, claims), [1, 2]);
  });

  it('is only what they name, strictly', () => {
    const strict = [...claims].map(([row, each]) => [row, strictly(each)[0]?.evidence]);
    assert.deepEqual(strict, [
      [0, 'named'],
      ...[1, 2].map((row) => [row, 'none']),
      [3, 'named'],
      ...[4, 6].map((row) => [row, 'none']),
    ]);
  });

  it('is whole for each goal that is named, and split for each that files lead to', () => {
    const targets = new ReportTargets(shop);
    const map = parsePathMap('a/ SHOP-7\nb/ SHOP-160 SHOP-142\nc/');
    const named = attribute(landingsOf([{ subject: 'SHOP-7 SHOP-160' }]), targets).get(0) ?? [];
    const ofFiles = claimsOfPaths(['c/1', 'b/1', 'a/1', 'a/2'], map, targets);
    const shown = (list: readonly Claim[]): unknown[] =>
      list.map(({ target, evidence, share, weight }) => [
        target.kind === 'goal' ? target.goal.key : target.kind,
        evidence,
        ...[share, weight].map((units) => units / dayUnits),
      ]);
    assert.deepEqual(shown(named), [
      ['SHOP-160', 'named', 0.5, 1],
      ['SHOP-7', 'named', 0.5, 1],
    ]);
    assert.deepEqual(shown(ofFiles), [
      ['SHOP-142', 'paths', 1 / 8, 1 / 8],
      ['SHOP-160', 'paths', 1 / 8, 1 / 8],
      ['SHOP-7', 'paths', 0.5, 0.5],
      ['none', 'none', 0.25, 0.25],
    ]);
    assert.deepEqual(shown(claimsOfPaths(['c/1', 'x'], map, targets)), [['none', 'none', 1, 1]]);
    assert.deepEqual(shown(claimsOfPaths([], map, targets)), [['none', 'none', 1, 1]]);
  });
});
