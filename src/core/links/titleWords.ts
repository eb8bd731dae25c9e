/** The words of a title or of a branch's name, as they are compared: without accents and case. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The words of a title for who cannot take accents off: each as it is compared, and as it is written. */
export function titleWords(title: string): string[] {
  const written = title
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return [...new Set([...wordsOf(title), ...written.filter(Boolean)])];
}
