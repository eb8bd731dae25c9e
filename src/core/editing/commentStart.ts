/** What begins a comment in the most common languages; the last ones count only if a word ends before them. */
const marks = /\/\/|\/\*|<!--|\(\*|\{-|(?:^|\s)(?:\*|#|--|;|%|'|"""|REM\b)/gi;

/**
 * The column where the text of a line's comment begins, infinite if it has none; judging by the line alone and for no
 * particular language: a mark in a string counts too, and a comment begun on an earlier line counts only if its lines
 * begin with `*`.
 */
export function commentStart(line: string): number {
  const indent = line.search(/\S/);
  for (const { index, 0: mark } of line.matchAll(marks)) {
    const end = index + mark.length;
    // The `#` of a number and the `//` of an address do not begin a comment.
    const isNumber = mark.endsWith('#') && /\d/.test(line.charAt(end));
    const isAddress = mark === '//' && line.charAt(index - 1) === ':';
    // `*` and `'` begin a comment only if nothing but space precedes them.
    const isLineMark = /[*']$/.test(mark) && mark !== '/*' && mark !== '(*';
    if (!isNumber && !isAddress && (!isLineMark || index <= indent)) return end;
  }
  return Infinity;
}
