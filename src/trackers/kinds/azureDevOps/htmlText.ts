/** Three times what is kept of a description: markup takes room too. */
const maxHtml = 60_000;
/** Stand in for the edges of lines and paragraphs, which HTML has no characters for. */
const lineEdge = '\u0001';
const paragraphEdge = '\u0002';

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  euro: '€',
  rarr: '→',
};

/**
 * The text of a field that may hold HTML, for reading only: the result is never used as markup. A parser would do it
 * better at the edges, and weighs as much as half of the extension.
 */
export function htmlText(text: string): string {
  if (!/<[a-z!/]|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text)) return text;
  const marked = text
    // Pictures that stand in the text itself are much longer than the text.
    .replace(/\bsrc=(["'])data:[^"']*\1/gi, '')
    .slice(0, maxHtml)
    .replace(/[\0-\x1F]+/g, ' ')
    .replace(/<!--.*?(?:-->|$)|<(script|style|title)\b.*?(?:<\/\1>|$)/gi, '')
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<li\b[^<>]*>/gi, `${lineEdge}- `)
    .replace(/<\/?(?:p|h[1-6]|[uo]l|table|blockquote|pre|hr)\b[^<>]*>/gi, paragraphEdge)
    .replace(/<\/?(?:div|tr|li|section|article|header|footer)\b[^<>]*>/gi, lineEdge)
    .replace(/<\/?t[dh]\b[^<>]*>/gi, ' ')
    .replace(/<[a-z!/][^>]*(?:>|$)/gi, '');
  return decoded(marked)
    .replace(/[ \u00A0\n\u0001\u0002]+/g, breakOf)
    .trim();
}

/** A space, or as many line ends as the widest of the edges in a gap asks for. */
function breakOf(gap: string): string {
  const written = gap.split('\n').length - 1;
  const lines = gap.includes(paragraphEdge) ? 2 : Math.max(written, gap.includes(lineEdge) ? 1 : 0);
  return lines === 0 ? ' ' : '\n'.repeat(Math.min(lines, 2));
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
