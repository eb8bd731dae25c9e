import type { AtlassianGoal } from './goalsSchemas';

/**
 * The day, month or quarter that a target date names. Its range is in UTC and may be some hours off the period, but its
 * middle never is.
 */
export function targetOf(target: AtlassianGoal['targetDate']): string | undefined {
  const { start, end } = target?.dateRange ?? {};
  const last = Date.parse(end ?? start ?? '');
  const first = Date.parse(start ?? end ?? '');
  if (Number.isNaN(first) || Number.isNaN(last)) return undefined;
  const middle = new Date((first + last) / 2).toISOString();
  const [year = '', month = ''] = middle.split('-');
  if (target?.confidence === 'MONTH') return `${year}-${month}`;
  if (target?.confidence === 'QUARTER') return `${year}-Q${Math.ceil(Number(month) / 3)}`;
  return middle.slice(0, 10);
}
