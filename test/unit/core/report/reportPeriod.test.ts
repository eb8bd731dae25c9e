import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dayOf,
  isTimeZone,
  periodOf,
  plusDays,
  wholeWeeks,
  weekAt,
} from '../../../../src/core/report/reportPeriod';

const at = (text: string): number => Date.parse(text) / 1000;

describe('period of a report', () => {
  it('takes the whole weeks before this one', () => {
    for (const now of ['2026-11-23T00:00:00Z', '2026-11-27T09:00:00Z', '2026-11-29T23:59:59Z']) {
      const { from, to, weeks } = wholeWeeks(Date.parse(now), 12, 'UTC');
      assert.deepEqual([from, to, weeks.length], ['2026-08-31', '2026-11-22', 12]);
    }
  });

  it('names weeks as ISO does, at the turn of years too', () => {
    // https://en.wikipedia.org/wiki/ISO_week_date lists these.
    const known = {
      '2005-01-01': '2004-W53',
      '2007-01-01': '2007-W01',
      '2008-12-29': '2009-W01',
      '2010-01-03': '2009-W53',
      '2020-12-31': '2020-W53',
      '2026-11-22': '2026-W47',
    };
    const found = Object.keys(known).map((day) => [day, periodOf(day, day, 'UTC').weeks[0]?.name]);
    assert.deepEqual(Object.fromEntries(found), known);
  });

  it('begins and ends days by the clock of its time zone, also where that changes', () => {
    const { weeks, start, end } = periodOf('2026-03-23', '2026-04-05', 'Europe/Berlin');
    assert.deepEqual([start, end], [at('2026-03-22T23:00:00Z'), at('2026-04-05T22:00:00Z')]);
    assert.deepEqual(
      weeks.map((week) => week.start),
      [at('2026-03-22T23:00:00Z'), at('2026-03-29T22:00:00Z')],
    );
    assert.equal(dayOf(Date.parse('2026-11-22T23:30:00Z'), 'Asia/Kolkata'), '2026-11-23');
    assert.equal(periodOf('1969-12-29', '1970-01-04', 'America/New_York').start, at('1969-12-29T05:00:00Z'));
  });

  it('cuts weeks where the period begins and ends', () => {
    const { weeks } = periodOf('2026-11-04', '2026-11-10', 'UTC');
    assert.deepEqual(
      weeks.map(({ from, to }) => [from, to]),
      [
        ['2026-11-04', '2026-11-08'],
        ['2026-11-09', '2026-11-10'],
      ],
    );
  });

  it('has every moment in exactly one week', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    );
    fc.assert(
      fc.property(zones, fc.nat(20_000), fc.nat(100), fc.nat(), (zone, first, length, offset) => {
        const from = plusDays('1990-01-01', first);
        const period = periodOf(from, plusDays(from, length), zone);
        const moment = period.start + (offset % (period.end - period.start));
        const week = period.weeks[weekAt(period, moment)];
        const day = dayOf(moment * 1000, zone);
        assert.ok(week && week.from <= day && day <= week.to, `${day} in ${JSON.stringify(week)}`);
        assert.equal(weekAt(period, period.start - 1), -1);
        assert.equal(weekAt(period, period.end), period.weeks.length);
      }),
    );
  });

  it('begins each week with its first second', () => {
    const period = periodOf('2026-10-07', '2026-11-04', 'Europe/Berlin');
    assert.deepEqual(
      period.weeks.flatMap(({ start }) => [weekAt(period, start - 1), weekAt(period, start)]),
      period.weeks.flatMap((_, week) => [week - 1, week]),
    );
  });

  it('knows time zones', () => {
    assert.deepEqual(['UTC', 'Asia/Tokyo', 'Mars/Base', ''].map(isTimeZone), [true, true, false, false]);
  });
});
