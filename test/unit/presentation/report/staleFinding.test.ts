import assert from 'node:assert/strict';
import { periodOf } from '../../../../src/core/report/reportPeriod';
import { reportFindings } from '../../../../src/presentation/report/reportFindings';
import { goal } from '../../../support/builders';
import { report } from '../../core/report/reportFixture';

describe('the finding of an urgent goal without work', () => {
  it('counts whole days by the clock of the zone, also where one has 23 hours', () => {
    const goals = [
      goal('SHOP-1', { priority: { rank: 1, label: 'P1' }, status: { name: 'Now', category: 'active' } }),
    ];
    const commits = [{ subject: 'SHOP-1', day: '2026-03-18', landed: '2026-03-18T22:30:00Z' }];
    const asOf = Date.parse('2026-04-02T22:00:00Z') / 1000;
    const text = (timeZone: string): string | undefined => {
      const period = { ...periodOf('2026-03-02', '2026-04-02', 'Europe/Berlin'), timeZone };
      const options = { language: 'en', asOf, spell: () => 'SHOP-1' };
      const found = reportFindings(report(goals, commits, { asOf, period, staleDays: 7 }), options);
      return found.find(({ rule }) => rule === 'stale-urgent-goal')?.text;
    };
    assert.equal(text('Europe/Berlin'), 'P1, and nothing has landed on it for 15 days.');
    assert.equal(text('UTC'), 'P1, and nothing has landed on it for 14 days.');
  });
});
