import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { unknownKeys } from '../../../../src/core/check/unknownKeys';
import type { TrackerState } from '../../../../src/core/tracker/trackerState';
import { goal, tracker } from '../../../support/builders';

const problemsOf = (text: string, state: TrackerState) =>
  unknownKeys(parsePathMap(text).keys, new GoalCatalog([state]), 'file:///shop');
const known = tracker([goal('SHOP-7')], { brokenKeys: ['Shop-8'] });

describe('the keys of a path map that no tracker has', () => {
  it('are reported wherever they stand, in either case', () => {
    const problems = problemsOf('a SHOP-7 SHOP-9\nb shop-9 shop-7\n', known);
    assert.deepEqual(
      problems.map(({ line, startColumn, endColumn, severity, message }) => [
        ...[line, startColumn, endColumn, severity],
        message.split('.')[0],
      ]),
      [
        [0, 9, 15, 'warning', 'No tracker has SHOP-9'],
        [1, 2, 8, 'warning', 'No tracker has shop-9'],
      ],
    );
  });

  it('leave out those whose entry has an error', () => {
    assert.deepEqual(problemsOf('a SHOP-8 shop-8\n', known), []);
  });

  it('are not known until every tracker is read', () => {
    assert.deepEqual(problemsOf('a SHOP-9\n', { ...known, phase: 'loading' }), []);
  });

  it('are 500 at most, with the number of the others', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `a K-${at + 1}\n`).join('');
    assert.equal(problemsOf(lines(500), known).length, 500);
    const problems = problemsOf(lines(503), known);
    assert.equal(problems.length, 501);
    assert.deepEqual(problems.at(-1), {
      line: 0,
      startColumn: 0,
      endColumn: 0,
      severity: 'warning',
      message: '3 more problems are not listed: mend those that are.',
    });
  });

  it('are looked up once each', () => {
    const asked: string[] = [];
    const goals = { trackers: [known], find: (key: string) => (asked.push(key), undefined) };
    unknownKeys(parsePathMap('a K-1 K-2\nb k-1 SHOP-8\n').keys, goals, 'file:///shop');
    assert.deepEqual(asked, ['K-1', 'K-2', 'SHOP-8']);
  });
});
