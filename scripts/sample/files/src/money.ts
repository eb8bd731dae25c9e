export type Currency = 'EUR' | 'GBP' | 'SEK';

/** An amount in the smallest unit of its currency: 1999 in EUR is 19.99 €. */
export interface Money {
  readonly cents: number;
  readonly currency: Currency;
}

export function zero(currency: Currency): Money {
  return { cents: 0, currency };
}

export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`Cannot add ${b.currency} to ${a.currency}`);
  return { cents: a.cents + b.cents, currency: a.currency };
}

/** Multiplies and rounds to whole cents, halves up. */
export function times(amount: Money, factor: number): Money {
  return { cents: Math.round(amount.cents * factor), currency: amount.currency };
}

export function formatMoney({ cents, currency }: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100);
}
