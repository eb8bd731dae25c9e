/** The lines around our section. */
export interface Marks {
  readonly begin: string;
  readonly end: string;
}

/** A section of ours in a file that is otherwise a person's. */
export interface Section {
  /** Every text that we ever wrote there, the current one first. */
  readonly versions: readonly [string, ...string[]];
  readonly marks: Marks;
}

const begin = 'goal-lens: begin; written by Goal Lens, replaced when it is set up again';
const end = 'goal-lens: end';

/** Marks that are invisible in Markdown. */
export const markdownMarks: Marks = { begin: `<!-- ${begin} -->`, end: `<!-- ${end} -->` };
/** Marks for a file whose comments begin with a number sign. */
export const hashMarks: Marks = { begin: `# ${begin}`, end: `# ${end}` };

/**
 * Adds our section at the end of a text, between marks; an earlier version is replaced in place. Undefined if a section
 * is there that is damaged, doubled or changed by hand: a person's words may be in it.
 */
export function withSection(text: string, section: Section): string | undefined {
  const { marks, versions } = section;
  const found = placeOf(text, section);
  if (found === 'unclear') return undefined;
  if (found?.version === 0) return text;
  const eol = eolOf(text);
  const written = [marks.begin, versions[0].trim().replaceAll('\n', eol), marks.end].join(eol);
  if (found) return text.slice(0, found.start) + written + text.slice(found.end);
  if (text === '') return written + eol;
  // A text without a final line break gets none after our section either; removal relies on that.
  return text.endsWith('\n') ? text + eol + written + eol : text + eol + eol + written;
}

/**
 * Removes our section and restores the text byte for byte; a text without our section, or with one that is not as we
 * wrote it, is returned as it is.
 */
export function withoutSection(text: string, section: Section): string {
  const found = placeOf(text, section);
  if (!found || found === 'unclear') return text;
  const eol = eolOf(text);
  const before = text.slice(0, found.start);
  const after = text.slice(found.end);
  if (before === '') return after.startsWith(eol) ? after.slice(eol.length) : after;
  if (after === '' && before.endsWith(eol + eol)) return before.slice(0, -2 * eol.length);
  if (after === eol && before.endsWith(eol)) return before.slice(0, -eol.length);
  return before + (after.startsWith(eol) ? after.slice(eol.length) : after);
}

interface Place {
  readonly start: number;
  readonly end: number;
  /** Which of our texts is there. */
  readonly version: number;
}

function placeOf(text: string, { versions, marks }: Section): Place | 'unclear' | undefined {
  const found: { readonly mark: string; readonly at: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const mark = line.trim();
    // A mark quoted in a sentence does not count.
    if (mark === marks.begin || mark === marks.end) found.push({ mark, at: at + line.indexOf(mark) });
    at += line.length + 1;
  }
  const [first, last] = found;
  if (!first) return undefined;
  if (found.length !== 2 || first.mark !== marks.begin || last?.mark !== marks.end) return 'unclear';
  const inside = wordsOf(text.slice(first.at + marks.begin.length, last.at));
  const version = versions.findIndex((written) => wordsOf(written) === inside);
  return version < 0 ? 'unclear' : { start: first.at, end: last.at + marks.end.length, version };
}

/** Formatters move line breaks and spaces, which makes nothing a person's own. */
function wordsOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
