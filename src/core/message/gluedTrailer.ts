import { isReference, referencesInValue } from '../references/referencesInValue';
import { isSameToken, trailerTokenOf } from './trailers';

/** A line with a valid trailer of ours, and any text of a person's on the same line. */
export interface TrailerLine {
  /** As written. */
  readonly keys: readonly string[];
  /** Empty if the line is just our trailer. */
  readonly text: string;
  /** What separates the trailer from the text; empty if they touch. */
  readonly gap: string;
  readonly textIs: 'before' | 'after';
}

const numbered = /^(?:[#&]|[\p{L}\p{N}](?:[\p{L}\p{N}_./#&+~-]*?[-#&/])?)\d+/u;
const isNumbered = /[-#&/]\d+$/;
/**
 * What a text that touches a key may begin with: anything else belongs to the key or separates one key from the next.
 */
const startsText = /^[^\s,;:._/#&+~-]/u;
const maxKey = 64;

/** Splits a line that contains our trailer; undefined if it does not, or if the split is uncertain. */
export function trailerLine(
  line: string,
  token: string,
  isKnown: (key: string) => boolean,
): TrailerLine | undefined {
  const found = trailerTokenOf(line);
  return found !== undefined && isSameToken(found, token)
    ? textAfter(line.slice(line.indexOf(':') + 1), isKnown)
    : textBefore(line, token, isKnown);
}

/** `Initiative: SHOP-7` and `Initiative: SHOP-7Retry the payment`. */
function textAfter(value: string, isKnown: (key: string) => boolean): TrailerLine | undefined {
  const trimmed = value.trim();
  if (isAllKeys(trimmed, isKnown)) {
    return { keys: referencesInValue(trimmed), text: '', gap: '', textIs: 'after' };
  }
  const key = leadingKey(trimmed, isKnown);
  if (key === undefined) return undefined;
  const rest = trimmed.slice(key.length);
  const text = rest.trimStart();
  const gap = rest.slice(0, rest.length - text.length);
  if (!startsText.test(text)) return undefined;
  return { keys: [key], text, gap, textIs: 'after' };
}

/** `Retry the payment Initiative: SHOP-7`: we write it exactly this way, so the token's case matters. */
function textBefore(line: string, token: string, isKnown: (key: string) => boolean): TrailerLine | undefined {
  const at = line.lastIndexOf(`${token}: `);
  if (at <= 0) return undefined;
  const value = line.slice(at + token.length + 1).trim();
  if (!isAllKeys(value, isKnown)) return undefined;
  const before = line.slice(0, at);
  const text = before.trimEnd();
  if (text === '' || /[-"'`(<[{“„«*]$/u.test(text)) return undefined;
  return { keys: referencesInValue(value), text, gap: before.slice(text.length), textIs: 'before' };
}

/** Whether a trailer's value consists of keys only. */
export function isAllKeys(value: string, isKnown: (key: string) => boolean): boolean {
  const parts = value.split(/[,;\s]+/).filter(Boolean);
  return (
    parts.length > 0 && parts.every((part) => isReference(part) && (isNumbered.test(part) || isKnown(part)))
  );
}

/** The key that a value begins with; if a text touches it, the longest that a tracker knows, else up to the number. */
function leadingKey(value: string, isKnown: (key: string) => boolean): string | undefined {
  const guess = numbered.exec(value)?.[0];
  const next = guess === undefined ? '' : value.charAt(guess.length);
  if (guess !== undefined && isNumbered.test(guess) && isReference(guess) && /^\s?$/.test(next)) return guess;
  for (let end = Math.min(maxKey, value.length); end > 0; end -= 1) {
    const key = value.slice(0, end);
    if (isReference(key) && isKnown(key)) return key;
  }
  return guess !== undefined && isNumbered.test(guess) && isReference(guess) ? guess : undefined;
}
