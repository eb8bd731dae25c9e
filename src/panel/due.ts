import type { GoalView } from '../core/views/goalView';
import { targetText } from '../presentation/targetText';
import type { TextOptions } from '../presentation/textOptions';
import type { Due } from './contract/goalSheet';
import { fromOf } from './standing';
import { dateFormat } from '../presentation/formats';

/** When a goal is due: how soon, and the day. A period stays as the tracker spells it until it is over. */
export function dueOf(view: GoalView, options: TextOptions): Due | undefined {
  const { target } = view;
  const { status } = view.goal;
  if (!target) return undefined;
  const { date: targetDate, label } = target.value;
  const text = targetText({ targetDate, ...(status && { status }) }, options);
  if (!text) return undefined;
  const pressing = text.urgency === 'overdue' || text.urgency === 'soon';
  const from = fromOf(target, view, options);
  if (label !== undefined && text.urgency !== 'overdue') return { text: label, pressing, ...from };
  return { text: text.relative, date: label ?? shortDay(targetDate, options), pressing, ...from };
}

/** A day, with the year only if it is not the current one: "Dec 3". */
function shortDay(date: string, { language, now }: TextOptions): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  const isThisYear = new Date(time).getUTCFullYear() === new Date(now).getFullYear();
  return dateFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(time);
}
