/**
 * A target date as a period where Linear says that it stands for one (`2026-Q4`). A date that is neither the first nor
 * the last day of such a period stays a day: the periods of a fiscal year are not the calendar's.
 */
export function targetText(
  date: string | null | undefined,
  resolution: string | null | undefined,
): string | undefined {
  const [day, yearText = '', monthText = ''] = /^(\d{4})-(\d\d)-\d\d/.exec(date ?? '') ?? [];
  if (day === undefined) return undefined;
  const months = monthsOf.get(resolution ?? '');
  if (months === undefined) return day;
  const year = Number(yearText);
  const index = Math.ceil(Number(monthText) / months);
  const first = isoDay(year, (index - 1) * months, 1);
  const last = isoDay(year, index * months, 0);
  return day === first || day === last ? labelOf(yearText, months, index) : day;
}

const monthsOf: ReadonlyMap<string, number> = new Map([
  ['month', 1],
  ['quarter', 3],
  ['halfYear', 6],
  ['year', 12],
]);

function labelOf(year: string, months: number, index: number): string {
  if (months === 12) return year;
  if (months === 1) return `${year}-${String(index).padStart(2, '0')}`;
  return `${year}-${months === 3 ? 'Q' : 'H'}${index}`;
}

function isoDay(year: number, month: number, day: number): string {
  const time = Date.UTC(year, month, day);
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
