/** A line that starts a block of its own: a list item, a heading, a quotation, or code. */
const ownLine = /^(?:[-*+•>#|]|\d+[.)]\s|\s{2,}|```)/;

/**
 * Joins the lines of each paragraph, which people wrap to the width of their editor, not of the panel. Blank lines
 * stay, and so do lines that start a block of their own, such as list items.
 */
export function joinLines(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const before = lines.at(-1);
    const joins = before !== undefined && before.trim() !== '' && line.trim() !== '' && !ownLine.test(line);
    if (joins) lines[lines.length - 1] = `${before} ${line.trim()}`;
    else lines.push(line);
  }
  return lines.join('\n');
}
