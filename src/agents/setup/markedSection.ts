/** The lines between which our section stands. */
export interface Marks {
  readonly begin: string;
  readonly end: string;
}

const begin = 'goal-lens: begin; written by Goal Lens, replaced when it is set up again';
const end = 'goal-lens: end';

/** Marks that Markdown does not show. */
const markdownMarks: Marks = { begin: `<!-- ${begin} -->`, end: `<!-- ${end} -->` };
/** Marks for a file whose comments begin with a number sign. */
export const hashMarks: Marks = { begin: `# ${begin}`, end: `# ${end}` };

/** A text with our section at its end, between marks; one that is there already is replaced where it stands. */
export function withSection(text: string, section: string, marks = markdownMarks): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const written = [marks.begin, section.trim().replaceAll('\n', eol), marks.end].join(eol);
  const found = placeOf(text, marks);
  if (found) return text.slice(0, found.start) + written + text.slice(found.end);
  if (text === '') return written + eol;
  // A text without a last line break gets none behind our section either: by that it is known when the section goes.
  return text.endsWith('\n') ? text + eol + written + eol : text + eol + eol + written;
}

/** The text without our section, byte for byte as it was before the section was added; unchanged if there is none. */
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
