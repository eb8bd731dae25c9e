/** A line that begins something of its own: a list item, a heading, a quotation, or code. */
const ownLine = /^(?:[-*+•>#|]|\d+[.)]\s|\s{2,}|```)/;

/**
 * Joins the lines of each paragraph, which people wrap where their editor is wide, not where the panel is. Blank lines
 * and lines that begin something of their own, such as list items, stay.
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
