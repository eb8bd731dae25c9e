/** The words of a title or branch name, normalized for comparison: without accents and case. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The words of a title for readers that cannot strip accents: each word as compared and as written. */
export function titleWords(title: string): string[] {
  const written = title
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return [...new Set([...wordsOf(title), ...written.filter(Boolean)])];
}
