import * as l10n from '@vscode/l10n';
import { counted } from '../core/counted';
import { isClosed, type Goal } from '../core/goal/goal';
import type { TextOptions } from './textOptions';
import { dateFormat, relativeTimeFormat } from './formats';

const dayMs = 86_400_000;
/** A goal counts as due soon from this many days before its target. */
const soonDays = 14;

/** A target date, ready to show. */
export interface TargetText {
  /** "12 Dec 2026", or "2026-Q4" as the tracker spells it. */
  readonly date: string;
  /** "in 20 days", "5 days overdue". */
  readonly relative: string;
  readonly urgency: 'overdue' | 'soon' | 'later' | 'met';
}

/** When a goal is due, in words; undefined if the tracker records no target. */
export function targetText(
  goal: Pick<Goal, 'targetDate' | 'targetLabel' | 'status'>,
  { language, now }: TextOptions,
): TargetText | undefined {
  if (!goal.targetDate) return undefined;
  const due = Date.parse(`${goal.targetDate}T00:00:00Z`);
  if (Number.isNaN(due)) return undefined;
  const date = goal.targetLabel ?? dayText(due, language);
  if (isClosed(goal)) return { date, relative: l10n.t('closed'), urgency: 'met' };
  const days = Math.round((due - startOfLocalDay(now)) / dayMs);
  if (days < 0) {
    const relative = counted(-days, {
      one: l10n.t('{0} day overdue', -days),
      other: l10n.t('{0} days overdue', -days),
    });
    return { date, relative, urgency: 'overdue' };
  }
  const relative = relativeText(days, language);
  return { date, relative, urgency: days <= soonDays ? 'soon' : 'later' };
}

/** A day as people write it: "12 Dec 2026". */
function dayText(time: number, language: string): string {
  const options: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  };
  return dateFormat(language, options).format(time);
}

/** How long ago something was: "3 days ago", "just now". */
export function agoText(time: number, { language, now }: TextOptions): string {
  const minutes = Math.floor((now - time) / 60_000);
  if (minutes < 1) return l10n.t('just now');
  const format = relativeTimeFormat(language, { numeric: 'auto' });
  if (minutes < 60) return format.format(-minutes, 'minute');
  if (minutes < 48 * 60) return format.format(-Math.floor(minutes / 60), 'hour');
  return relativeText(-Math.floor(minutes / 60 / 24), language);
}

/** How soon something will be: "in 5 minutes", "in 40 seconds". */
export function untilText(time: number, { language, now }: TextOptions): string {
  const seconds = Math.max(0, Math.ceil((time - now) / 1000));
  const format = relativeTimeFormat(language, { numeric: 'auto' });
  return seconds < 90 ? format.format(seconds, 'second') : format.format(Math.ceil(seconds / 60), 'minute');
}

function relativeText(days: number, language: string): string {
  const format = relativeTimeFormat(language, { numeric: 'auto' });
  if (Math.abs(days) < 60) return format.format(days, 'day');
  if (Math.abs(days) < 730) return format.format(Math.round(days / 30.4), 'month');
  return format.format(Math.round(days / 365), 'year');
}

/**
 * Targets are calendar days: they are compared with the person's own calendar day, expressed in UTC like the target.
 */
function startOfLocalDay(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
