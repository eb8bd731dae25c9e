/** What begins a comment in the languages that people write most; the last ones only where a word ends before them. */
const marks = /\/\/|\/\*|<!--|\(\*|\{-|(?:^|\s)(?:\*|#|--|;|%|'|"""|REM\b)/gi;

/**
 * Whether a place in a line of code is in a comment, as far as the line itself tells. No language is asked: a mark in a
 * string counts as well, and a comment that began on another line counts only where its lines begin with `*`.
 */
export function isInComment(line: string, column: number): boolean {
  for (const { index, 0: mark } of line.matchAll(marks)) {
    const end = index + mark.length;
    if (end > column) return false;
    // The `#` of a number, and the `//` of an address, begin none.
    const isNumber = mark.endsWith('#') && /\d/.test(line.charAt(end));
    const isAddress = mark === '//' && line.charAt(index - 1) === ':';
    // `*` and `'` begin a comment only where nothing but space stands before them.
    const isLineMark = /[*']$/.test(mark) && mark !== '/*' && mark !== '(*';
    if (isNumber || isAddress || (isLineMark && line.slice(0, index).trim() !== '')) continue;
    return true;
  }
  return false;
}
