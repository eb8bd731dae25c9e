import { numberFormat } from './formats';

/** A number as people read it at a glance: whole below a million, compact above, then with the exact one beside it. */
export function countText(
  value: number,
  language: string,
): { readonly text: string; readonly exact?: string } {
  const exact = numberFormat(language, { maximumFractionDigits: 2 }).format(value);
  if (Math.abs(value) < 1_000_000) return { text: exact };
  const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;
  return { text: numberFormat(language, compact).format(value), exact };
}
