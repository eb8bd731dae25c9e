import { dayWritten } from '../../mapping/dayWritten';
import type { AtlassianGoal } from './goalsSchemas';

/**
 * The day, month or quarter that a target date names. Atlassian takes a date but returns times, and does not say in
 * which time zone. So a month or quarter is the one that contains the middle of the range, and a day is the one whose
 * midnight is nearest.
 */
export function targetOf(target: AtlassianGoal['targetDate']): string | undefined {
  const { start, end } = target?.dateRange ?? {};
  const last = Date.parse(end ?? start ?? '');
  const first = Date.parse(start ?? end ?? '');
  if (Number.isNaN(first) || Number.isNaN(last)) return undefined;
  const middle = new Date((first + last) / 2).toISOString();
  const month = middle.slice(0, 7);
  if (target?.confidence === 'MONTH') return month;
  if (target?.confidence === 'QUARTER') return `${month.slice(0, 4)}-Q${Math.ceil(+month.slice(5) / 3)}`;
  return dayWritten(start) ?? middle.slice(0, 10);
}
