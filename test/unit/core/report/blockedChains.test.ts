import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { Goal } from '../../../../src/core/goal/goal';
import {
  blockedChains,
  chainLength,
  linksOfChains,
  type ChainLink,
} from '../../../../src/core/report/blockedChains';
import { catalogOf, goal, tracker } from '../../../support/builders';

const p = (rank: 1 | 2) => ({ rank, label: `P${rank}` }) as const;

describe('blocked chains', () => {
  const keysOf = ({ goal: { key }, waitsFor }: ChainLink): unknown => [key, ...waitsFor.map(keysOf)];
  const chainsOf = (...goals: Goal[]): ChainLink[] =>
    blockedChains(catalogOf(...goals), undefined, () => false);

  it('follows both ends of the relation, over trackers, and leaves out what is closed', () => {
    const pay = goal('PAY-3', { trackerId: 'pay', priority: p(2), blockedByKeys: ['PAY-8'] });
    const catalog = new GoalCatalog([
      tracker([
        goal('SHOP-1', { priority: p(1), blockedByKeys: ['PAY-3', 'SHOP-9', 'GONE-1'] }),
        goal('SHOP-9', { status: { name: 'Done', category: 'done' } }),
        goal('SHOP-4', { blocksKeys: ['SHOP-1'] }),
      ]),
      tracker([pay, goal('PAY-8', { trackerId: 'pay' })], { id: 'pay' }),
    ]);
    const chains = blockedChains(catalog, undefined, ({ key }) => key === 'PAY-8');
    assert.deepEqual(chains.map(keysOf), [['SHOP-1', ['PAY-3', ['PAY-8']], ['SHOP-4']]]);
    assert.deepEqual(
      [...linksOfChains(chains)].map(({ isLower, isStale }) => [isLower, isStale]),
      [
        [false, false],
        [true, false],
        [true, true],
        [true, false],
      ],
    );
  });

  it('ends in circles, and says so', () => {
    const chains = chainsOf(
      goal('SHOP-1', { priority: p(2), blockedByKeys: ['SHOP-2'] }),
      goal('SHOP-2', { priority: p(1), blockedByKeys: ['SHOP-1'] }),
      goal('SHOP-3', { blockedByKeys: ['SHOP-3'] }),
    );
    assert.deepEqual(chains.map(keysOf), [['SHOP-2', ['SHOP-1', ['SHOP-2']]]]);
    assert.deepEqual(
      [...linksOfChains(chains)].map(({ isCycle }) => isCycle),
      [false, false, true],
    );
  });

  it('tells what ranks lower than what waits for it, and what does not', () => {
    const chain = (one: 1 | 2 | undefined, other: 1 | 2 | undefined): boolean[] => {
      const rank = (of: 1 | 2 | undefined) => (of === undefined ? {} : { priority: p(of) });
      const goals = [
        goal('SHOP-1', { ...rank(one), blockedByKeys: ['SHOP-2'] }),
        goal('SHOP-2', rank(other)),
      ];
      return [...linksOfChains(chainsOf(...goals))].map(({ isLower }) => isLower);
    };
    assert.deepEqual(chain(1, 2), [false, true]);
    assert.deepEqual(chain(2, undefined), [false, true]);
    assert.deepEqual([chain(2, 1), chain(2, 2), chain(undefined, undefined)].flat(), Array(6).fill(false));
  });

  it('is no deeper than 17 goals, where another one begins, and expands no more than 200', () => {
    const long = Array.from({ length: 20 }, (_, at) =>
      goal(`SHOP-${at}`, { blockedByKeys: at < 19 ? [`SHOP-${at + 1}`] : [] }),
    );
    assert.deepEqual(chainsOf(...long).map(chainLength), [17, 3]);
    const wide = Array.from({ length: 250 }, (_, at) => [
      goal(`A-${at}`, { blockedByKeys: [`B-${at}`] }),
      goal(`B-${at}`),
    ]).flat();
    const top = goal('TOP-1', { blockedByKeys: Array.from({ length: 250 }, (_, at) => `A-${at}`) });
    const links = [...linksOfChains(chainsOf(top, ...wide))];
    assert.equal(links.filter(({ goal: { key } }) => key.startsWith('A-')).length, 250);
    assert.equal(links.filter(({ goal: { key } }) => key.startsWith('B-')).length, 100);
  });

  it('has a longest chain as long as a search over all paths finds', () => {
    const count = 7;
    const edges = fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), {
      selector: ([a, b]) => `${a} ${b}`,
      maxLength: 14,
    });
    fc.assert(
      fc.property(edges, (pairs) => {
        // Edges that lead upwards make no circle.
        const upward = pairs.filter(([a, b]) => a < b);
        const goals = Array.from({ length: count }, (_, at) =>
          goal(`SHOP-${at}`, { blockedByKeys: upward.filter(([a]) => a === at).map(([, b]) => `SHOP-${b}`) }),
        );
        const longestFrom = (at: number): number =>
          1 + Math.max(0, ...upward.filter(([a]) => a === at).map(([, b]) => longestFrom(b)));
        const longest = upward.length === 0 ? 0 : Math.max(...goals.map((_, at) => longestFrom(at)));
        assert.equal(Math.max(0, ...chainsOf(...goals).map(chainLength)), longest);
      }),
    );
  });
});
