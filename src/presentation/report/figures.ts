import { dayUnits } from '../../core/report/dayUnits';
import { dateFormat, numberFormat } from '../formats';

/** Rounds so that a file stays readable and is the same everywhere. */
export function rounded(value: number, digits = 6): number {
  return Number(value.toFixed(digits));
}

/** How to write figures for a period. */
export interface FigureRules {
  /** Few people are behind them: shares are then rounded so coarsely that no days can be derived from them. */
  readonly isSmall: boolean;
}

/** Person-days as a report may state them: null if fewer than three people are behind them. */
export function personDays(units: number, { isSmall }: FigureRules): number | null {
  return isSmall ? null : rounded(units / dayUnits);
}

/** A share as a report may state it. */
export function shareFigure(share: number, { isSmall }: FigureRules): number {
  return rounded(share, isSmall ? 2 : 6);
}

/** A share in a sentence: `43%`; one that is not quite 0 or 100% is never rounded to it. */
export function percentText(share: number, language: string): string {
  const percent = Math.round(share * 100);
  const kept = share > 0 && percent === 0 ? 1 : share < 1 && percent === 100 ? 99 : percent;
  const text = numberFormat(language, { style: 'percent' }).format(kept / 100);
  return share > 0 && share < 0.005 ? `<${text}` : text;
}

/** Person-days in a sentence or a table: `46.0`. */
export function daysText(days: number, language: string): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return numberFormat(language, digits).format(days);
}

/** An ISO date as people write it: `Nov 22, 2026`; without the year if that is obvious. */
export function dateText(day: string, language: string, { withYear = true } = {}): string {
  const parts: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric', timeZone: 'UTC' };
  if (withYear) parts.year = 'numeric';
  return dateFormat(language, parts).format(Date.parse(`${day}T00:00:00Z`));
}

/** How a part of the effort may be shown. */
export type Figures = (effort: number) => { readonly personDays: number | null; readonly share: number };
