/** A part of a goals file by its lines: one entry of the list, or something else. */
export interface TextPart {
  readonly isEntry: boolean;
  /** UTF-16 offset. */
  readonly start: number;
  readonly end: number;
}

const listHead = /^goals[ \t]*:[ \t]*(#.*)?$/;
const blankOrComment = /^[ \t]*(#.*)?$/;
const documentMark = /^(---|\.\.\.)([ \t]|$)/;
/** A line at the margin that begins with a name. */
const name = /^(?:"[^"]*"|'[^']*'|[\w.-]+)[ \t]*:(?:[ \t]|$)/;
/**
 * A name at the margin that something of its own stands below, as far as can be told: dashes there are none of the
 * list's. After a name with a plain value, as after other text, they are: a field of an entry has lost its place, or a
 * line of a text.
 */
const otherHeads = [
  /^(?:"[^"]*"|'[^']*'|[\w.-]+)[ \t]*:[ \t]+[#|>&!*?"'[{]/,
  /^[^\s:#-][^:]*:[ \t]*$/,
  /^\?(?:[ \t]|$)/,
];

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
    } else {
      const kind = kindOf(line, dash, isInList);
      if (kind !== 'more') cut(kind === 'entry', index);
      if (kind === 'document') break;
      if (kind === 'otherHead') isInList = false;
    }
  }
  if (dash === undefined) return undefined;
  cut(false, text.length);
  return parts;
}

type LineKind = 'document' | 'entry' | 'more' | 'otherHead' | 'stray';

/** What a line below the first dash of the list is; `isInList` is false once something else has begun. */
function kindOf(line: string, dash: string, isInList: boolean): LineKind {
  if (documentMark.test(line)) return 'document';
  if (!isInList) return name.test(line) ? 'stray' : 'more';
  if (line.startsWith(dash) && /^([ \t]|$)/.test(line.slice(dash.length))) return 'entry';
  if (otherHeads.some((head) => head.test(line))) return 'otherHead';
  return /^[^ \t]/.test(line) ? 'stray' : 'more';
}
