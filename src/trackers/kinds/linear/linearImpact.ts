import { noCurrency, type Impact, type Quote } from '../../../core/goal/goal';
import type { Connection } from '../../connection/connection';
import { plainLine, plainText } from '../../../core/plainText';
import { defined } from '../../../teamFiles/record/defined';
import { cut, httpsUrl } from '../../mapping/makeGoal';
import type { LinearNeed } from './linearSchemas';

const maxNames = 1000;
const maxQuotes = 100;
const maxName = 100;
const maxQuote = 2000;

type Customer = NonNullable<LinearNeed['customer']>;

/** The impact of what customers asked for. Revenue is what Linear keeps: a whole number per year. */
export function impactOfNeeds(
  needs: readonly LinearNeed[],
  { currency }: Pick<Connection, 'currency'>,
): Impact | undefined {
  if (needs.length === 0) return undefined;
  const customers = [
    ...new Map(
      needs.flatMap(({ customer }) => (customer ? [[customer.id, customer] as const] : [])),
    ).values(),
  ];
  customers.sort((a, b) => (b.size ?? 0) - (a.size ?? 0));
  const names = customers.flatMap(nameOf).slice(0, maxNames);
  const revenue = customers.reduce((sum, each) => sum + Math.max(each.revenue ?? 0, 0), 0);
  const segments = segmentsOf(customers);
  const quotes = needs.flatMap(quoteOf).slice(0, maxQuotes);
  return defined({
    requests: { value: needs.length, field: 'customerNeeds' },
    customers:
      customers.length > 0 ? { value: customers.length, field: 'customerNeeds.customer' } : undefined,
    customerNames: names.length > 0 ? { value: names, field: 'customerNeeds.customer.name' } : undefined,
    // Nothing entered and nothing paid look alike: absent is never zero.
    revenue:
      revenue > 0
        ? {
            value: { amount: revenue, currency: currency ?? noCurrency },
            field: 'customerNeeds.customer.revenue',
          }
        : undefined,
    segments: segments.length > 0 ? { value: segments, field: 'customerNeeds.customer.tier' } : undefined,
    quotes: quotes.length > 0 ? { value: quotes, field: 'customerNeeds.body' } : undefined,
  });
}

/** The tiers in the workspace's own order. */
function segmentsOf(customers: readonly Customer[]): string[] {
  const tiers = customers.flatMap(({ tier }) => tier ?? []);
  tiers.sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || 0);
  return [...new Set(tiers.flatMap(({ displayName }) => lineOf(displayName)))].slice(0, maxNames);
}

function quoteOf({ body, customer, url }: LinearNeed): Quote[] {
  const text = cut(plainText(body ?? '').trim(), maxQuote);
  const [source] = customer ? nameOf(customer) : [];
  return text === '' ? [] : [defined({ text, source, url: httpsUrl(url) })];
}

/** A customer's name and, if known, its size: one unit among many cannot be added to an impact. */
function nameOf({ name, size }: Customer): string[] {
  return lineOf(name).map((line) => (size && size > 0 ? `${line} (size ${size})` : line));
}

function lineOf(text: string | null | undefined): string[] {
  const line = cut(plainLine(text ?? ''), maxName);
  return line === '' ? [] : [line];
}
