import * as l10n from '@vscode/l10n';
import { counted } from '../core/counted';
import { noCurrency, type Impact, type Money, type Sourced } from '../core/goal/goal';
import { countText } from './countText';
import type { TextOptions } from './textOptions';
import { listFormat, madeOnce, numberFormat } from './formats';

/** One part of customer impact, ready to show. */
export interface ImpactFact {
  readonly kind: 'customers' | 'requests' | 'revenue' | 'segments' | 'severity' | 'score';
  readonly value: string;
  readonly label: string;
  /** The exact figure, if `value` is a compact one. */
  readonly exact?: string;
  readonly detail?: string;
  /** The tracker field that it came from. */
  readonly field: string;
}

/** The recorded parts of an impact, most significant first; only certain kinds if these are given. */
export function impactFacts(
  impact: Impact,
  options: TextOptions,
  kinds?: readonly ImpactFact['kind'][],
): ImpactFact[] {
  const count = (value: number): { value: string; exact?: string } => {
    const { text, exact } = countText(value, options.language);
    return { value: text, ...(exact !== undefined && { exact }) };
  };
  const fact = <T>(
    kind: ImpactFact['kind'],
    part: Sourced<T> | undefined,
    write: (value: T) => { value: string; label: string; exact?: string; detail?: string },
  ): ImpactFact[] =>
    part && (kinds?.includes(kind) ?? true) ? [{ kind, field: part.field, ...write(part.value) }] : [];

  const names = impact.customerNames?.value;
  return [
    ...fact('customers', impact.customers ?? countOf(impact.customerNames), (value) => ({
      ...count(value),
      label: counted(value, { one: l10n.t('customer'), other: l10n.t('customers') }),
      ...(names && { detail: listText(names, options.language) }),
    })),
    ...fact('requests', impact.requests, (value) => ({
      ...count(value),
      label: counted(value, { one: l10n.t('request'), other: l10n.t('requests') }),
    })),
    ...(options.revenue === 'hidden'
      ? []
      : fact('revenue', impact.revenue, (money) => ({
          value: revenueText(money, options),
          label: l10n.t('revenue at stake'),
        }))),
    ...fact('segments', impact.segments, (segments) => ({
      value: segments.join(', '),
      label: counted(segments.length, { one: l10n.t('Segment'), other: l10n.t('Segments') }),
    })),
    ...fact('severity', impact.severity, (value) => ({ value, label: l10n.t('Severity') })),
    ...fact('score', impact.score, (value) => ({
      ...count(value),
      label: l10n.t('impact score'),
    })),
  ];
}

/** The impact in a few words for a list: "38 customers, 112 requests"; the score stands in if neither is known. */
export function impactSummary(impact: Impact, options: TextOptions): string {
  const people = impactFacts(impact, options, ['customers', 'requests']);
  const told = people.length > 0 ? people : impactFacts(impact, options, ['score']);
  return told.map(({ value, label }) => `${value} ${label}`).join(', ');
}

/** The impact in phrases that read on their own: "38 customers", "segments: enterprise", "impact score 87". */
export function impactPhrases(impact: Impact, options: TextOptions): string[] {
  return impactFacts(impact, options).map(({ kind, value, label }) => {
    switch (kind) {
      case 'segments':
        return l10n.t('segments: {0}', value);
      case 'severity':
        return l10n.t('severity: {0}', value);
      case 'score':
        return l10n.t('impact score {0}', value);
      case 'customers':
      case 'requests':
      case 'revenue':
        return `${value} ${label}`;
    }
  });
}

/** An amount as the settings allow: exact, or as the band between two round figures. */
export function revenueText({ amount, currency }: Money, options: TextOptions): string {
  const format = moneyFormat(currency, options.language);
  if (options.revenue === 'exact') return format.format(amount);
  const [low, high] = revenueBand(amount);
  if (low === 0) return l10n.t('under {0}', format.format(high));
  return bandText(options.language, { currency, low, high });
}

/** Intl creates a new formatter for every range, and lists show the same few bands. */
const bandText = madeOnce(
  (language: string, band: { readonly currency: string; readonly low: number; readonly high: number }) =>
    moneyFormat(band.currency, language).formatRange(band.low, band.high),
);

/** The band that holds an amount: 0 to 10,000, and then 10,000, 25,000, 50,000, 100,000, 250,000 and so on. */
export function revenueBand(amount: number): readonly [low: number, high: number] {
  let [low, high] = [0, 10_000];
  for (let step = 0; high <= amount; step++) [low, high] = [high, high * (step % 3 === 0 ? 2.5 : 2)];
  return [low, high];
}

function moneyFormat(currency: string, language: string): Intl.NumberFormat {
  const compact = {
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  } as const;
  // Intl would write a placeholder sign (¤): only the bare number is known.
  if (currency === noCurrency) return numberFormat(language, compact);
  try {
    return numberFormat(language, { ...compact, style: 'currency', currency });
  } catch {
    // If the platform does not know a currency, show the bare number rather than fail.
    return numberFormat(language, compact);
  }
}

function countOf(names: Impact['customerNames']): Sourced<number> | undefined {
  return names && { value: names.value.length, field: names.field };
}

function listText(names: readonly string[], language: string): string {
  return listFormat(language, { type: 'conjunction' }).format(names);
}
