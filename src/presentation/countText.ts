import { numberFormat } from './formats';

/** A number for quick reading: in full below a million; above, compact with the exact number next to it. */
export function countText(
  value: number,
  language: string,
): { readonly text: string; readonly exact?: string } {
  const exact = numberFormat(language, { maximumFractionDigits: 2 }).format(value);
  if (Math.abs(value) < 1_000_000) return { text: exact };
  const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;
  return { text: numberFormat(language, compact).format(value), exact };
}
