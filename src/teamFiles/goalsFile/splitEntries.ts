/** A part of a goals file by its lines: one entry of the list, or something else. */
export interface TextPart {
  readonly isEntry: boolean;
  /** UTF-16 offset. */
  readonly start: number;
  readonly end: number;
}

const listHead = /^goals[ \t]*:[ \t]*(#.*)?$/;
const blankOrComment = /^[ \t]*(#.*)?$/;

/**
 * Cuts a goals file at the dashes of its list without parsing it, so that a fault in one entry does not affect others.
 * Valid YAML inside an entry is always indented deeper than the entry's dash, so no entry is cut in two. Undefined if
 * the goals are not a list of lines with dashes.
 */
export function splitEntries(text: string): TextPart[] | undefined {
  const parts: TextPart[] = [];
  let dash: string | undefined;
  let isInList = false;
  let current = { isEntry: false, start: 0 };
  const cut = (isEntry: boolean, start: number) => {
    parts.push({ ...current, end: start });
    current = { isEntry, start };
  };
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    if (blankOrComment.test(line)) continue;
    if (dash === undefined) {
      if (isInList) {
        dash = /^ *-(?=[ \t]|$)/.exec(line)?.[0];
        if (dash === undefined) return undefined;
        cut(true, index);
      } else isInList = listHead.test(line);
    } else if (/^(---|\.\.\.)([ \t]|$)/.test(line)) {
      cut(false, index);
      break;
    } else if (line.startsWith(dash) && /^([ \t]|$)/.test(line.slice(dash.length))) cut(true, index);
    else if (/^[^ \t]/.test(line)) cut(false, index);
  }
  if (dash === undefined) return undefined;
  cut(false, text.length);
  return parts;
}
