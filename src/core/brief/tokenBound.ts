import { commonWords } from './commonWords';

/** Signs that our own texts use: one token each. */
const singles: ReadonlySet<number> = new Set(Array.from('→…–—·€“”‘’', (sign) => sign.codePointAt(0) ?? 0));
const pieces = /( ?)([A-Za-z]+)|(\d+)|[^]/gu;

/**
 * At least as many tokens as o200k makes of a text of some length: a budget has to hold without the tokenizer's own
 * tables, which are two megabytes. Common English words are known; of everything else the worst is assumed that letters
 * of its kind have shown, so plain English counts up to twice and other scripts up to three times.
 */
export function tokensAtMost(text: string): number {
  let tokens = 0;
  for (const [piece, space, word, digits] of text.matchAll(pieces)) {
    if (word !== undefined) tokens += tokensOfWord(word, space !== '');
    else if (digits !== undefined) tokens += Math.ceil(digits.length / 3);
    else tokens += tokensOfCharacter(piece.codePointAt(0) ?? 0);
  }
  return Math.ceil(tokens);
}

function tokensOfWord(word: string, isAfterSpace: boolean): number {
  const isPlain = /^[A-Z]?[a-z]*$/.test(word);
  if (isPlain && commonWords.has(word.toLowerCase())) return isAfterSpace ? 1 : 2;
  return Math.max(1, Math.ceil(word.length * (isPlain ? 2 / 3 : 3 / 4)));
}

function tokensOfCharacter(code: number): number {
  if (code < 0x80 || singles.has(code)) return 1;
  // The letters of Russian, each a token of its own; further ones of two bytes are two at most.
  if (code >= 0x410 && code <= 0x44f) return 1;
  if (code < 0x800) return 2;
  if (code >= 0x3040 && code <= 0x9fff) return 2.25;
  return code < 0x10000 ? 3 : 4;
}
