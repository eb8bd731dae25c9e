import { fenced, longestNonce, nonceFor } from './fence';
import { tokensAtMost } from './tokenBound';

/** The fields of a brief, in the order in which they appear. */
export const briefFields = [
  ...([
    'goal',
    'status',
    'priority',
    'why',
    'for',
    'due',
    'measure',
    'now',
    'doneWhen',
    'outOfScope',
  ] as const),
  ...(['blockedBy', 'alsoServes', 'howWeKnow', 'address'] as const),
] as const;
/** One of these fields. */
export type BriefField = (typeof briefFields)[number];

/** A field's text: gated parts, the last of which are left out when there is no room. */
export interface BriefEntry {
  readonly field: BriefField;
  readonly label: string;
  /** At least one; each has passed `untrusted`, or is ours. */
  readonly parts: readonly string[];
  /** How many parts have already been left out. */
  readonly more?: number;
}

/** A brief that fits its budget. */
export interface FittedBrief {
  /** The brief between its marks, with a last line that says what was cut. */
  readonly text: string;
  /** What the fields say, in order. */
  readonly fields: Readonly<Partial<Record<BriefField, string>>>;
  /** The fields that were shortened or left out. */
  readonly cut: { readonly shortened: readonly BriefField[]; readonly leftOut: readonly BriefField[] };
}

/** The wording of a brief's frame. */
export interface BriefFrame {
  /** Appears in the first line. */
  readonly note: string;
  /** The last line. */
  readonly cutLine: (shortened: readonly string[], leftOut: readonly string[]) => string;
  /** Makes a nonce. */
  readonly random: () => string;
}

/** The most that a brief may take, in o200k tokens. */
export const briefTokens = 400;

/** The most valuable fields come first; with little room, the rest are left out. */
const byWorth: readonly BriefField[] = [
  ...(['goal', 'priority', 'howWeKnow', 'now', 'doneWhen', 'why', 'status', 'due', 'outOfScope'] as const),
  ...(['blockedBy', 'for', 'measure', 'alsoServes', 'address'] as const),
];

/** The most room that one field may take, in tokens, so that a long one leaves some for the others. */
const most: Readonly<Record<BriefField, number>> = {
  goal: 60,
  status: 30,
  priority: 30,
  why: 64,
  for: 50,
  due: 25,
  measure: 45,
  now: 60,
  doneWhen: 110,
  outOfScope: 60,
  blockedBy: 45,
  alsoServes: 45,
  howWeKnow: 60,
  address: 60,
};

/** Fields that are still useful when cut in the middle; the others are kept whole or left out. */
const canBeShortened: ReadonlySet<BriefField> = new Set([
  ...(['goal', 'why', 'for', 'measure', 'now', 'doneWhen', 'outOfScope', 'blockedBy', 'alsoServes'] as const),
  ...(['howWeKnow', 'status', 'priority'] as const),
]);

/** Lays out a brief within a token budget, and says what was cut. */
export function fitBrief(
  entries: readonly BriefEntry[],
  frame: BriefFrame,
  tokens = briefTokens,
): FittedBrief {
  const budget = Math.min(tokens, briefTokens);
  const chosen = new Map<BriefField, string>();
  const shortened = new Set<BriefField>(entries.filter(({ more = 0 }) => more > 0).map(({ field }) => field));
  const text = (nonce: string): string => render(entries, chosen, shortened, frame, nonce);
  for (const field of byWorth) {
    const entry = entries.find((each) => each.field === field);
    if (!entry) continue;
    const fits = (value: string): boolean => {
      chosen.set(field, value);
      return tokensAtMost(value) <= most[field] && tokensAtMost(text(longestNonce)) <= budget;
    };
    if (fits(textOf(entry))) continue;
    shortened.add(field);
    if (canBeShortened.has(field) && shorter(entry).some(fits)) continue;
    chosen.delete(field);
    shortened.delete(field);
  }
  const ordered = briefFields.flatMap((field): [BriefField, string][] => {
    const value = chosen.get(field);
    return value === undefined ? [] : [[field, value]];
  });
  return {
    text: text(nonceFor([...chosen.values()].join('\n'), frame.random)),
    fields: Object.fromEntries(ordered),
    cut: {
      shortened: briefFields.filter((field) => shortened.has(field)),
      leftOut: leftOutOf(entries, chosen),
    },
  };
}

function render(
  entries: readonly BriefEntry[],
  chosen: ReadonlyMap<BriefField, string>,
  shortened: ReadonlySet<BriefField>,
  { note, cutLine }: BriefFrame,
  nonce: string,
): string {
  const labelOf = (field: BriefField): string => entries.find((each) => each.field === field)?.label ?? field;
  const lines = briefFields.flatMap((field) => {
    const value = chosen.get(field);
    return value === undefined ? [] : [`${labelOf(field)}: ${value}`];
  });
  const cut = cutLine(
    briefFields.filter((field) => shortened.has(field)).map(labelOf),
    leftOutOf(entries, chosen).map(labelOf),
  );
  return `${fenced(lines, note, nonce)}\n${cut}`;
}

function leftOutOf(entries: readonly BriefEntry[], chosen: ReadonlyMap<BriefField, string>): BriefField[] {
  const given = new Set(entries.map(({ field }) => field));
  return briefFields.filter((field) => given.has(field) && !chosen.has(field));
}

function textOf({ parts, more = 0 }: BriefEntry): string {
  return parts.join('; ') + (more > 0 ? ` (+${more})` : '');
}

/** Ever shorter forms of a field: without its last parts, then with its first part cut at a word. */
function* shorterForms({ parts, more = 0 }: BriefEntry): Generator<string> {
  for (let kept = parts.length - 1; kept > 0; kept -= 1) {
    yield `${parts.slice(0, kept).join('; ')} (+${parts.length - kept + more})`;
  }
  const [first = ''] = parts;
  const rest = parts.length - 1 + more;
  const end = rest > 0 ? `… (+${rest})` : '…';
  for (let length = first.length; length >= 16; length = Math.floor(length * 0.85)) {
    yield `${first.slice(0, length).replace(/[\uD800-\uDBFF]$|\s*\S{0,24}$/u, '')}${end}`;
  }
}

function shorter(entry: BriefEntry): string[] {
  return [...shorterForms(entry)].filter((form) => form.length > 8);
}
