import { noCurrency, type Impact, type Quote } from '../../core/goal/goal';
import type { Connection, ImpactPart } from '../connection/connection';
import { plainLine, plainText } from '../../core/plainText';
import type { TrackerField } from '../port/tracker';
import { cut } from './makeGoal';

/** A field of an item, with whatever value the tracker has in it. */
export interface FieldValue {
  readonly name: string;
  readonly value?: unknown;
}

const maxNames = 1000;
const maxName = 100;
const maxQuotes = 100;

/** The impact in an item's own fields, as the connection maps them. Each part records the field that it came from. */
export function impactOfFields(
  fields: readonly FieldValue[],
  { impact: map, currency }: Pick<Connection, 'impact' | 'currency'>,
): Impact | undefined {
  if (!map) return undefined;
  const byName = new Map(Object.entries(map).map(([name, part]) => [name.toLowerCase(), part]));
  const parts = fields.flatMap(({ name, value }) => {
    const part = byName.get(name.toLowerCase());
    const read = part && readers[part](value, currency ?? noCurrency);
    return read === undefined ? [] : [[part, { value: read, field: name }]];
  });
  return parts.length > 0 ? (Object.fromEntries(parts) as Impact) : undefined;
}

/** Which of a tracker's fields look like parts of an impact, judged by name and type. */
export function proposeImpact(fields: readonly TrackerField[]): Record<string, ImpactPart> {
  const proposal = new Map<ImpactPart, string>();
  for (const { name, type } of fields) {
    const part = guesses.find(({ words, types }) => types.includes(type) && words.test(name))?.part;
    // The first field for a part is taken.
    if (part && !proposal.has(part)) proposal.set(part, name);
  }
  return Object.fromEntries([...proposal].map(([part, name]) => [name, part]));
}

const guesses: readonly {
  readonly part: ImpactPart;
  readonly words: RegExp;
  readonly types: readonly TrackerField['type'][];
}[] = [
  { part: 'revenue', words: /revenue|\b[am]rr\b|deal value|umsatz/i, types: ['number', 'text'] },
  { part: 'customers', words: /customers?\b|accounts? affected|reach|kunden/i, types: ['number'] },
  { part: 'requests', words: /requests?\b|votes?\b|tickets?\b|insights?\b/i, types: ['number'] },
  { part: 'segments', words: /tier|segment|plan\b|market/i, types: ['list', 'text'] },
  { part: 'customerNames', words: /customers?\b|accounts?\b|clients?\b|kunden/i, types: ['list'] },
  { part: 'quotes', words: /quote|customer (said|voice|feedback)|voice of/i, types: ['text'] },
  { part: 'severity', words: /severity|urgency/i, types: ['list', 'text'] },
  { part: 'score', words: /score|business value|\brice\b|impact/i, types: ['number'] },
];

/** How to read each part from a field's value; undefined if the value does not fit. */
const readers: {
  readonly [P in ImpactPart]: (value: unknown, currency: string) => PartValue<P> | undefined;
} = {
  customers: countOf,
  requests: countOf,
  revenue: (value, currency) => {
    const amount = numberOf(value);
    return amount !== undefined && amount >= 0 ? { amount, currency } : undefined;
  },
  score: numberOf,
  customerNames: listOf,
  segments: listOf,
  severity: (value) => linesOf(value)[0],
  quotes: (value) => {
    const quotes = textsOf(value).map((text): Quote => ({ text: cut(text, 2000) }));
    return quotes.length > 0 ? quotes.slice(0, maxQuotes) : undefined;
  },
};

type PartValue<P extends ImpactPart> = NonNullable<Impact[P]>['value'];

function countOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && number >= 0 ? Math.round(number) : undefined;
}

function listOf(value: unknown): string[] | undefined {
  const lines = linesOf(value).slice(0, maxNames);
  return lines.length > 0 ? lines : undefined;
}

/** A number as trackers write them: `38`, `"38"`, `"180000.0"`. */
export function numberOf(value: unknown): number | undefined {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value)
        ? Number(value)
        : NaN;
  // JSON has no -0: kept and read again, it would be another number.
  return Number.isFinite(number) ? number + 0 : undefined;
}

function linesOf(value: unknown): string[] {
  return textsOf(value)
    .map((text) => cut(plainLine(text), maxName))
    .filter((text) => text !== '');
}

/** The texts in a value: itself, its entries, or their names if the tracker wraps them. */
function textsOf(value: unknown, depth = 0): string[] {
  // No tracker nests its values deeper; a hostile one could do so endlessly.
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, depth + 1));
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') {
    const text = plainText(value);
    return text === '' ? [] : [text];
  }
  if (typeof value !== 'object' || value === null) return [];
  const named = ['value', 'name', 'displayName', 'title'].map((name): unknown => Reflect.get(value, name));
  const text = named.find((each) => typeof each === 'string');
  return typeof text === 'string' ? textsOf(text, depth + 1) : [];
}
