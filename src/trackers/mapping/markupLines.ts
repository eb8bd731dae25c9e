/** The depth and kind of a list item: `**` is the second level of a list, `*#` a numbered list in one. */
const listMark = /^[ \t]{0,8}([*#-]{1,6})[ \t]+(?=\S)/;

/** Turns lists of wiki markup into plain ones: a hyphen or a number, and two spaces for each level. */
export function plainLists(text: string): string {
  let counts: { readonly kind: string; readonly count: number }[] = [];
  return text
    .split('\n')
    .map((line) => {
      const [whole, marks] = listMark.exec(line) ?? [];
      if (whole === undefined || marks === undefined) {
        if (line.trim() !== '') counts = [];
        return line;
      }
      const depth = marks.length;
      counts = counts.slice(0, depth);
      const kind = marks.slice(-1);
      const before = counts[depth - 1];
      const count = before?.kind === kind ? before.count + 1 : 1;
      counts[depth - 1] = { kind, count };
      const mark = kind === '#' ? `${count}.` : '-';
      return `${'  '.repeat(depth - 1)}${mark} ${line.slice(whole.length)}`;
    })
    .join('\n');
}

/** Turns table rows into cells with ` | ` between them; `attributes` matches what may precede a cell's text. */
export function plainTables(text: string, attributes?: RegExp): string {
  return text
    .split('\n')
    .map((line) => {
      if (!/^[ \t]{0,8}\|.*\|[ \t]*$/.test(line)) return line;
      // A bar in brackets belongs to a link.
      const cells = line.trim().replace(/\[[^[\]]{0,2000}\]/g, (link) => link.replaceAll('|', '\u0003'));
      return cells
        .split(/\|+/)
        .slice(1, -1)
        .map((cell) => (attributes ? cell.replace(attributes, '') : cell).trim())
        .join(' | ')
        .replaceAll('\u0003', '|');
    })
    .join('\n');
}

/** Removes marks like `*bold*` around words; one beside a letter or digit, or alone, is not a mark. */
export function withoutMarks(text: string, marks: string): string {
  const pattern = new RegExp(
    `(^|[\\s(\\[{>|'"])([${marks}])(?=\\S)([^\\n${marks}]{0,400}?[^\\s${marks}])\\2(?=[\\s.,;:!?)\\]}<|'"]|$)`,
    'gm',
  );
  return text.replace(pattern, '$1$3');
}
