/** The part of a period within one ISO week. */
export interface ReportWeek {
  /** The ISO week: `2026-W48`. */
  readonly name: string;
  /** The first day, an ISO date: a Monday, or later if the period begins within the week. */
  readonly from: string;
  /** The last day, an ISO date. */
  readonly to: string;
  /** Epoch seconds of its start. */
  readonly start: number;
}

/** The days that a report covers, in one time zone. */
export interface ReportPeriod {
  /** The first day, an ISO date. */
  readonly from: string;
  /** The last day, an ISO date. */
  readonly to: string;
  readonly timeZone: string;
  /** Epoch seconds of its start. */
  readonly start: number;
  /** Epoch seconds of its end, exclusive. */
  readonly end: number;
  /** In order, without gaps. */
  readonly weeks: readonly ReportWeek[];
}

/** The most weeks that a period may have: ten years. */
export const maxWeeks = 522;

const dayMs = 86_400_000;

/** The last whole ISO weeks before the one that contains `now` (epoch milliseconds). */
export function wholeWeeks(now: number, count: number, timeZone: string): ReportPeriod {
  const monday = mondayOf(dayOf(now, timeZone));
  return periodOf(plusDays(monday, -7 * count), plusDays(monday, -1), timeZone);
}

/** The period from the start of one day to the end of another; both are ISO dates, and the second is not earlier. */
export function periodOf(from: string, to: string, timeZone: string): ReportPeriod {
  const weeks: ReportWeek[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = plusDays(monday, 7)) {
    const first = monday < from ? from : monday;
    const sunday = plusDays(monday, 6);
    weeks.push({
      name: weekName(monday),
      from: first,
      to: sunday > to ? to : sunday,
      start: startOfDay(first, timeZone),
    });
  }
  const [start, end] = [startOfDay(from, timeZone), startOfDay(plusDays(to, 1), timeZone)];
  return { from, to, timeZone, start, end, weeks };
}

/** The index of the week that contains a moment (epoch seconds); -1 before the period, `weeks.length` after it. */
export function weekAt({ weeks, end }: ReportPeriod, moment: number): number {
  if (moment >= end) return weeks.length;
  return weeks.findLastIndex((week) => week.start <= moment);
}

/** The ISO date at a moment, given in epoch milliseconds. */
export function dayOf(moment: number, timeZone: string): string {
  return new Date(moment + offsetAt(moment, timeZone)).toISOString().slice(0, 10);
}

/** The ISO date a number of days after another. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The days from one moment to another (epoch seconds), by the clock of a zone: none has 23 hours or 25. */
export function clockDays(from: number, to: number, timeZone: string): number {
  const [start, end] = [from * 1000, to * 1000];
  return (end + offsetAt(end, timeZone) - start - offsetAt(start, timeZone)) / dayMs;
}

/** Whether `Intl` knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    offsetAt(0, name);
    return true;
  } catch {
    return false;
  }
}

function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plusDays(day, -weekday);
}

/** An ISO week belongs to the year of its Thursday. */
function weekName(monday: string): string {
  const thursday = plusDays(monday, 3);
  const year = thursday.slice(0, 4);
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / dayMs;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

/** The first moment of an ISO date, in epoch seconds; a day that a zone left out begins with the next one. */
export function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offsets = [midnight - dayMs, midnight + dayMs].map((moment) => offsetAt(moment, timeZone));
  let early = (midnight - Math.max(...offsets)) / 1000;
  let late = (midnight - Math.min(...offsets)) / 1000;
  const hasBegun = (second: number): boolean => dayOf(second * 1000, timeZone) >= day;
  if (hasBegun(early)) return early;
  // The clock is set at midnight or over it, and the day begins at that moment.
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (hasBegun(middle)) late = middle;
    else early = middle;
  }
  return late;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. @throws {RangeError} */
function offsetAt(moment: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  let format = formats.get(timeZone);
  if (!format) {
    const two = '2-digit';
    const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const;
    format = new Intl.DateTimeFormat('en-US', { ...parts, timeZone, hourCycle: 'h23', era: 'short' });
    formats.set(timeZone, format);
  }
  const found = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => found.get(type) ?? 0;
  const clock = Date.UTC(
    ...([
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    ] as const),
  );
  return clock - Math.floor(moment / 1000) * 1000;
}
