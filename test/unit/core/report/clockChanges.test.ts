import assert from 'node:assert/strict';
import {
  clockDays,
  dayOf,
  periodOf,
  plusDays,
  startOfDay,
  weekAt,
} from '../../../../src/core/report/reportPeriod';
import { goal } from '../../../support/builders';
import { report } from './reportFixture';

const at = (text: string): number => Date.parse(text) / 1000;

/** What zones do to a day: where, which, and when it begins. */
const changes = {
  'an hour left out in the night': ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z'],
  'an hour twice in the night': ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z'],
  'the day after that': ['America/New_York', '2026-11-02', '2026-11-02T05:00:00Z'],
  'half an hour': ['Australia/Lord_Howe', '2026-10-05', '2026-10-04T13:00:00Z'],
  'no midnight': ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
  'the hour before midnight twice': ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00Z'],
  'midnight twice, west of Greenwich': ['America/Havana', '2025-11-02', '2025-11-02T04:00:00Z'],
  'midnight twice, east of Greenwich': ['Asia/Amman', '2021-10-29', '2021-10-28T21:00:00Z'],
  'from half past eleven to half past twelve': ['America/Toronto', '1919-03-31', '1919-03-31T04:30:00Z'],
  'the next day instead': ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
  'the day before left out': ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z'],
} as const;

describe('a report where clocks are changed', () => {
  for (const [what, [zone, day, start]] of Object.entries(changes)) {
    it(`begins a day with its first moment: ${what}`, () =>
      assert.equal(new Date(startOfDay(day, zone) * 1000).toISOString(), start.replace('Z', '.000Z')));

    it(`loses and doubles no moment of the days around: ${what}`, () => {
      const [first, last] = [plusDays(day, -10), plusDays(day, 10)];
      const period = periodOf(first, last, zone);
      for (let moment = period.start; moment < period.end; moment += 900) {
        const its = dayOf(moment * 1000, zone);
        const week = period.weeks[weekAt(period, moment)];
        assert.ok(week && week.from <= its && its <= week.to, `${its} lies in ${week?.name}`);
        assert.ok(startOfDay(its, zone) <= moment && moment < startOfDay(plusDays(its, 1), zone), its);
      }
      assert.ok(dayOf(period.start * 1000 - 1000, zone) < first);
      assert.ok(dayOf(period.end * 1000, zone) > last);
    });
  }

  it('counts days by the clock, also where one has 23 hours, or is left out', () => {
    const berlin = (from: string, to: string): number => clockDays(at(from), at(to), 'Europe/Berlin');
    assert.equal(berlin('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'), 1);
    assert.equal(berlin('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'), 1);
    assert.equal(berlin('2026-03-28T11:00:00Z', '2026-03-29T22:00:00Z'), 1.5);
    assert.equal(clockDays(at('2011-12-29T10:00:00Z'), at('2011-12-30T10:00:00Z'), 'Pacific/Apia'), 2);
  });

  it('takes a goal for stale by whole days of its zone', () => {
    const goals = [
      goal('SHOP-1', { priority: { rank: 1, label: 'P1' }, status: { name: 'Now', category: 'active' } }),
    ];
    const [asOf, landed] = [at('2026-04-02T22:00:00Z'), '2026-03-19T22:30:00Z'];
    const commits = [{ subject: 'SHOP-1', day: '2026-03-19', landed }];
    const period = periodOf('2026-03-02', '2026-04-02', 'Europe/Berlin');
    const stale = (timeZone: string): number =>
      report(goals, commits, { asOf, period: { ...period, timeZone } }).stale.length;
    assert.equal(stale('Europe/Berlin'), 1, 'fourteen days and half an hour ago, by the clock on the wall');
    assert.equal(stale('UTC'), 0);
  });
});
