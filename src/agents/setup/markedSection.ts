/** The lines around our section. */
export interface Marks {
  readonly begin: string;
  readonly end: string;
}

const begin = 'goal-lens: begin; written by Goal Lens, replaced when it is set up again';
const end = 'goal-lens: end';

/** Marks that are invisible in Markdown. */
const markdownMarks: Marks = { begin: `<!-- ${begin} -->`, end: `<!-- ${end} -->` };
/** Marks for a file whose comments begin with a number sign. */
export const hashMarks: Marks = { begin: `# ${begin}`, end: `# ${end}` };

/** Adds our section at the end of a text, between marks; an existing section is replaced in place. */
export function withSection(text: string, section: string, marks = markdownMarks): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const written = [marks.begin, section.trim().replaceAll('\n', eol), marks.end].join(eol);
  const found = placeOf(text, marks);
  if (found) return text.slice(0, found.start) + written + text.slice(found.end);
  if (text === '') return written + eol;
  // A text without a final line break gets none after our section either; removal relies on that.
  return text.endsWith('\n') ? text + eol + written + eol : text + eol + eol + written;
}

/** Removes our section and restores the text byte for byte; a text without our section is returned as it is. */
export function withoutSection(text: string, marks = markdownMarks): string {
  const found = placeOf(text, marks);
  if (!found) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text.slice(0, found.start);
  const after = text.slice(found.end);
  if (before === '') return after.startsWith(eol) ? after.slice(eol.length) : after;
  if (after === '' && before.endsWith(eol + eol)) return before.slice(0, -2 * eol.length);
  if (after === eol && before.endsWith(eol)) return before.slice(0, -eol.length);
  return before + (after.startsWith(eol) ? after.slice(eol.length) : after);
}

function placeOf(
  text: string,
  { begin, end }: Marks,
): { readonly start: number; readonly end: number } | undefined {
  const start = text.indexOf(begin);
  const close = text.indexOf(end, start);
  return start < 0 || close < 0 ? undefined : { start, end: close + end.length };
}
