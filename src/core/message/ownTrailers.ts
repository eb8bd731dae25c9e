import { normalizeKey } from '../goal/goalKey';
import { isNone, referencesInValue } from '../references/referencesInValue';
import type { Line } from './messageLayout';
import { isCommentLine, isSameToken, trailerTokenOf } from './trailers';

/** How our trailers are told from all others. */
export interface OwnTrailers {
  readonly token: string;
  /** What begins a comment; empty if there are none. */
  readonly comment: string;
  /** Whether a reference under our token is one of ours, and so may be replaced. */
  readonly isOurs: (reference: string) => boolean;
}

/** What tells a line of ours, whatever its value. */
type OwnToken = Pick<OwnTrailers, 'token' | 'comment'>;

/** Whether a line is a trailer with our token. */
export function hasToken(text: string, { token, comment }: OwnToken): boolean {
  const found = isCommentLine(text, comment) ? undefined : trailerTokenOf(text);
  return found !== undefined && isSameToken(found, token);
}

/** Whether a line is a trailer with our token whose value contains a reference or says “no goal”. */
export function isTag(text: string, own: OwnToken): boolean {
  return hasToken(text, own) && (isNone(valueOf(text)) || referencesOfLine(text).length > 0);
}

/** The references in a trailer line, normalized for comparison. */
export function referencesOfLine(text: string): string[] {
  return referencesInValue(valueOf(text)).map(normalizeKey);
}

/**
 * The lines without those of our trailers that name our goals, and where our first trailer was. Anything else under our
 * token stays as it is.
 */
export function withoutOwn(lines: readonly Line[], own: OwnTrailers): { lines: Line[]; at: number } {
  const kept: Line[] = [];
  let first: number | undefined;
  for (const { lines: part, isOwn } of parts(lines, own)) {
    if (isOwn) first ??= kept.length;
    for (const line of isOwn ? remainder(part, own) : part) kept.push(line);
  }
  return { lines: kept, at: first ?? kept.length };
}

type Lines = [first: Line, ...others: Line[]];

/** The lines, grouped so that those of one of our trailers stay together. */
function parts(lines: readonly Line[], own: OwnTrailers): { lines: Lines; isOwn: boolean }[] {
  const found: { lines: Lines; isOwn: boolean }[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (hasToken(line.text, own)) found.push({ lines: [line], isOwn: true });
    else if (last && (!last.isOwn || /^[ \t]/.test(line.text))) last.lines.push(line);
    else found.push({ lines: [line], isOwn: false });
  }
  return found;
}

/** What is kept of one trailer with our token: foreign references, and words of a person's that name no goal. */
function remainder(trailer: Readonly<Lines>, { isOurs }: OwnTrailers): readonly Line[] {
  const [first, ...others] = trailer;
  const value = [valueOf(first.text), ...others.map(({ text }) => text)].join(' ').trim();
  if (value === '') return [];
  const references = referencesInValue(value);
  const ours = new Set(references.filter(isOurs));
  if (ours.size === 0) return trailer;
  const foreign = references.filter((reference) => !ours.has(reference));
  const words = value.split(/(?<=[\s,;])/).filter((word) => !ours.has(word.replace(/[\s,;]+$/, '')));
  const rest = words.join('').replace(/^[\s,;]+|[\s,;]+$/g, '');
  // What is left may read as a reference on its own: `SHOP-7 payments`.
  const hasText = rest !== '' && referencesInValue(rest).every((reference) => !isOurs(reference));
  const kept = hasText ? rest.replace(/\s+/g, ' ') : foreign.join(', ');
  const name = first.text.slice(0, first.text.indexOf(':'));
  const eol = others.at(-1)?.eol ?? first.eol;
  return kept === '' ? [] : [{ text: `${name}: ${kept}`, eol }];
}

function valueOf(text: string): string {
  return text.slice(text.indexOf(':') + 1);
}
