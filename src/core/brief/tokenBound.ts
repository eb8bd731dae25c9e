import { commonWords } from './commonWords';

/** Signs in our own texts that take one token each. */
const singles: ReadonlySet<number> = new Set(Array.from('→…–—·€“”‘’', (sign) => sign.codePointAt(0) ?? 0));
const pieces = /( ?)([A-Za-z]+)|(\d+)|[^]/gu;

/**
 * An upper bound on the number of o200k tokens in a text: a budget must hold without the tokenizer's own tables, which
 * are two megabytes. Common English words are known; everything else counts as the worst case seen for letters of its
 * kind, so the bound is up to twice the real number for plain English and up to three times for other scripts.
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
  // Russian letters take one token each; other two-byte letters take at most two.
  if (code >= 0x410 && code <= 0x44f) return 1;
  if (code < 0x800) return 2;
  if (code >= 0x3040 && code <= 0x9fff) return 2.25;
  return code < 0x10000 ? 3 : 4;
}
