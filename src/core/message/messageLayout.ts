import { isCommentLine, logMessageEnd, trailerBlockRange } from './trailers';

/** A line and the line break after it (empty at the end of the text). */
export interface Line {
  readonly text: string;
  readonly eol: string;
}

/** The parts of a message being written: leading blanks, content, trailing comments and the like. */
export interface MessageLayout {
  readonly lines: readonly Line[];
  /** The first line of the content; everything before it is blank or a comment. */
  readonly first: number;
  /** The first line of the last paragraph if that holds trailers, else `end`. */
  readonly block: number;
  /** One past the last line of the content; equal to `first` if there is no content. */
  readonly end: number;
}

/**
 * Finds the parts of a message as git will see them after cleanup: lines end in LF, a line of spaces is blank, and
 * leading blanks and comments do not count. A first paragraph is the title even if it looks like trailers, unless the
 * line above is blank and `isOwn` holds for each of its lines: that is our tag without a title. `comment` is what
 * begins a comment; empty if nothing does.
 */
export function layoutOf(message: string, isOwn: (text: string) => boolean, comment = '#'): MessageLayout {
  const isComment = (text: string): boolean => isCommentLine(text, comment);
  const options = { divider: false, comment };
  const lines = splitLines(message);
  const texts = lines.map(({ text }) => (isBlank(text) ? '' : text));
  const first = texts.findIndex((text) => text !== '' && !isComment(text));
  // The title is looked at on its own: git would take one that reads `Conflicts:` for a list of conflicts.
  const seen = texts
    .map((text, at) => (at === first ? 'title' : text) + (lines[at]?.eol ? '\n' : ''))
    .join('');
  let end = lineNumberAt(seen, logMessageEnd(seen, options));
  while (end > 0 && texts[end - 1] === '') end -= 1;
  if (first < 0 || first >= end) return { lines, first: end, block: end, end };

  const content = texts.slice(first, end);
  if (first > 0 && texts[first - 1] === '' && content.every((text) => isComment(text) || isOwn(text))) {
    return { lines, first, block: first, end };
  }
  const text = content.join('\n');
  const range = trailerBlockRange(text, options);
  return { lines, first, block: range ? first + lineNumberAt(text, range.start) : end, end };
}

/** Whether git considers the line blank: ASCII white space only. */
export function isBlank(text: string): boolean {
  return /^[ \t\r]*$/.test(text);
}

/** The text of the lines. */
export function joinLines(lines: readonly Line[]): string {
  return lines.map(({ text, eol }) => text + eol).join('');
}

/** The lines of a text, which `joinLines` reassembles. */
export function splitLines(message: string): Line[] {
  const parts = message.split(/(\r?\n)/);
  const lines: Line[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [text = '', eol = ''] = parts.slice(at, at + 2);
    if (text !== '' || eol !== '') lines.push({ text, eol });
  }
  return lines;
}

/** How many lines end before an offset, counting one cut off by the end of the text. */
function lineNumberAt(text: string, offset: number): number {
  const before = text.slice(0, offset);
  const feeds = before.split('\n').length - 1;
  return before === '' || before.endsWith('\n') ? feeds : feeds + 1;
}
