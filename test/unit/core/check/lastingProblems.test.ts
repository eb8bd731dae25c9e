import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { TrackerState } from '../../../../src/core/tracker/trackerState';
import { lastingProblems } from '../../../../src/core/check/lastingProblems';
import type { Problem } from '../../../../src/teamFiles/goalsFile/problem';
import { goal, tracker } from '../../../support/builders';

const range = { startLine: 0, startColumn: 0, endLine: 0, endColumn: 1 };
const plain: Problem = { severity: 'error', message: 'Plain', range };
const missing = (key: string): Problem => ({ severity: 'warning', message: key, range, missing: key });
const lasting = (...trackers: TrackerState[]): string[] =>
  lastingProblems([plain, missing('SHOP-7'), missing('#9')], new GoalCatalog(trackers), 'file:///shop').map(
    ({ message }) => message,
  );

describe('the problems of a goals file that remain', () => {
  it('are without the goals that another tracker has, by key or by number', () => {
    assert.deepEqual(lasting(), ['Plain', 'SHOP-7', '#9']);
    assert.deepEqual(lasting(tracker([goal('SHOP-7')])), ['Plain', '#9']);
    assert.deepEqual(lasting(tracker([goal('SHOP-8', { references: ['acme/shop#9'] })])), [
      'Plain',
      'SHOP-7',
    ]);
  });

  it('are without goals that are missing until every tracker is read', () => {
    assert.deepEqual(lasting({ ...tracker([]), phase: 'loading' }), ['Plain']);
  });
});
