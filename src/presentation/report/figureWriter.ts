import { dateText, daysText, percentText } from './figures';
import { numberFormat } from '../formats';

/** Stands for a value that was not measured or may not be shown. */
export const nothing = '–';

/** Writes figures in one language. */
export class FigureWriter {
  constructor(readonly language: string) {}

  percent(share: number): string {
    return percentText(share, this.language);
  }

  /** Two shares: `29–35%`. */
  range([low, high]: readonly [number, number]): string {
    const [from, to] = [this.percent(low), this.percent(high)];
    return from === to ? from : `${from.replace(/\s?%$/, '')}–${to}`;
  }

  /** Person-days; a dash if they may not be shown. */
  days(days: number | null): string {
    return days === null ? nothing : daysText(days, this.language);
  }

  number(value: number, digits = 0): string {
    return numberFormat(this.language, { maximumFractionDigits: digits }).format(value);
  }

  /** A day of the period: `Nov 22`. */
  date(day: string): string {
    return dateText(day, this.language, { withYear: false });
  }
}
