import * as l10n from '@vscode/l10n';
import type { TextOptions } from './textOptions';
import { numberFormat } from './formats';

/** How long ago something happened, short enough for a narrow column: "2d", "3w", "just now". */
export function ageText(time: number, { language, now }: TextOptions): string {
  const minutes = Math.floor((now - time) / 60_000);
  if (minutes < 1) return l10n.t('just now');
  const write = (value: number, unit: string, unitDisplay: 'narrow' | 'short' = 'narrow'): string =>
    numberFormat(language, { style: 'unit', unit, unitDisplay }).format(value);
  // A bare "m" could mean minutes or months, so minutes are "min" and months are given in weeks.
  if (minutes < 60) return write(minutes, 'minute', 'short');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return write(hours, 'hour');
  const days = Math.floor(hours / 24);
  if (days < 14) return write(days, 'day');
  return days < 365 ? write(Math.floor(days / 7), 'week') : write(Math.floor(days / 365), 'year');
}
