import assert from 'node:assert/strict';
import { targetText } from '../../../src/presentation/targetText';
import { goal, textOptions } from '../../support/builders';

/** Where clocks are changed in these years, and the day on which. */
const changes = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Sao_Paulo', '2018-02-17'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['Pacific/Apia', '2011-12-30'],
] as const;

describe('targetText where clocks are changed', () => {
  const own = process.env['TZ'];
  afterEach(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  for (const [zone, day] of changes) {
    it(`counts calendar days at every hour around ${day} in ${zone}`, () => {
      const today = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone });
      const noon = Date.parse(`${day}T12:00:00Z`);
      const relative = new Map<string, Set<string | undefined>>();
      process.env['TZ'] = zone;
      for (let now = noon - 60 * hour; now <= noon + 60 * hour; now += hour / 2) {
        const its = relative.get(today.format(now)) ?? new Set();
        relative.set(today.format(now), its);
        its.add(targetText(goal('A-1', { targetDate: day }), { ...textOptions, now })?.relative);
      }
      assert.ok(relative.size >= 5);
      for (const [its, texts] of relative) {
        const days = (Date.parse(day) - Date.parse(its)) / (24 * hour);
        assert.deepEqual([...texts], [inWords(days)], its);
      }
    });
  }
});

const hour = 60 * 60_000;

function inWords(days: number): string {
  if (days < 0) return days === -1 ? '1 day overdue' : `${-days} days overdue`;
  return ['today', 'tomorrow'][days] ?? `in ${days} days`;
}
