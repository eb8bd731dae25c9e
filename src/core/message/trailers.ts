/** One trailer of a commit message: `Signed-off-by: Ana`. */
export interface Trailer {
  readonly token: string;
  /** Unfolded to one line and trimmed; may be empty. */
  readonly value: string;
}

/** How to look for trailers in a message. */
export interface TrailerOptions {
  /**
   * Whether a `---` line ends the message, as in a patch. `git interpret-trailers` treats it so; `git log` and, since
   * 2.42, `git commit --trailer` do not: read committed messages with `false`. Default `true`.
   */
  readonly divider?: boolean;
  /**
   * What begins a comment: git's `core.commentString` in a message being edited. Empty if nothing does: in a finished
   * commit or a commit box, `#142 Fix totals` is text. Default `#`.
   */
  readonly comment?: string;
}

/** A half-open range of offsets into a message. */
export interface MessageRange {
  readonly start: number;
  readonly end: number;
}

// The rules are those of git's trailer.c and commit.c (ignored_log_message_bytes), read at 2.39 and 2.54, with no
// trailers configured. Letters, digits and white space are ASCII only, as in git's ctype.
const defaultComment = '#';
const cutLine = ' ------------------------ >8 ------------------------\n';
const gitGenerated = /^(?:Signed-off-by: |\(cherry picked from commit )/;
const tokenAndSeparator = /^[A-Za-z0-9-]+[ \t]*:/;
const startsWithSpace = /^[ \t\r\n]/;
const startsWithDivider = /^---[ \t\r\n]/;

/** The trailers of a message, in order: the same result as `git interpret-trailers --parse`. */
export function parseTrailers(message: string, options: TrailerOptions = {}): Trailer[] {
  const range = trailerBlockRange(message, options);
  if (!range) return [];
  const found: { token: string; text: string }[] = [];
  let isOpen = false;
  for (const line of linesOf(message, range.start, range.end)) {
    const last = found.at(-1);
    if (isOpen && last && startsWithSpace.test(line)) {
      last.text += line;
      continue;
    }
    const token = trailerTokenOf(line);
    isOpen = token !== undefined;
    if (token !== undefined) found.push({ token, text: line.slice(line.indexOf(':') + 1) });
  }
  return found.map(({ token, text }) => ({ token, value: unfold(text) }));
}

/** The position of the trailer paragraph's lines, in UTF-16 offsets; the range may end with blank lines. */
export function trailerBlockRange(message: string, options: TrailerOptions = {}): MessageRange | undefined {
  const end = logMessageEnd(message, options);
  const start = trailerBlockStart(message, end, options.comment ?? defaultComment);
  return start === undefined ? undefined : { start, end };
}

/** Where a message ends for git: before the patch, the scissors line, and trailing comments and blank lines. */
export function logMessageEnd(
  message: string,
  { divider = true, comment = defaultComment }: TrailerOptions = {},
): number {
  const limit = Math.min(divider ? dividerStart(message) : message.length, scissorsStart(message, comment));
  let ignoredFrom = 0;
  let isInConflicts = false;
  for (let at = 0; at < limit;) {
    const line = lineAt(message, at);
    if (isCommentLine(line, comment) || line === '\n') {
      // As in git, offset 0 means "none": a first line is never ignored by itself.
      if (!ignoredFrom) ignoredFrom = at;
    } else if (line === 'Conflicts:\n') {
      isInConflicts = true;
      if (!ignoredFrom) ignoredFrom = at;
    } else if (!(isInConflicts && line.startsWith('\t')) && ignoredFrom) {
      ignoredFrom = 0;
      isInConflicts = false;
    }
    at += line.length;
  }
  return ignoredFrom || limit;
}

/** The token of a line that git accepts as the start of a trailer: `Refs` in `Refs: SHOP-7`. */
export function trailerTokenOf(line: string): string | undefined {
  const head = tokenAndSeparator.exec(line)?.[0];
  return head?.slice(0, -1).trimEnd();
}

/** Whether two trailer tokens are the same; like git, ignores case. */
export function isSameToken(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function dividerStart(message: string): number {
  for (let at = 0; at < message.length;) {
    const line = lineAt(message, at);
    if (startsWithDivider.test(line)) return at;
    at += line.length;
  }
  return message.length;
}

function scissorsStart(message: string, comment: string): number {
  if (comment === '') return message.length;
  if (message.startsWith(comment + cutLine)) return 0;
  const before = message.indexOf(`\n${comment}${cutLine}`);
  return before < 0 ? message.length : before + 1;
}

/**
 * Searches upwards from the end for a blank line with, below it, either only trailers, or at least one that git wrote
 * and at most three other lines per trailer. The first paragraph is the title and never counts.
 */
function trailerBlockStart(message: string, end: number, comment: string): number | undefined {
  const titleEnd = endOfTitle(message, end, comment);
  let hasOnlySpace = true;
  let hasGitGenerated = false;
  let trailers = 0;
  let others = 0;
  /** Indented lines seen below: continuations if the line above them is a trailer, text if it is not. */
  let continuations = 0;
  let lineEnd = end;
  while (lineEnd > 0) {
    const start = lineEnd === 1 ? 0 : message.lastIndexOf('\n', lineEnd - 2) + 1;
    if (start < titleEnd) return undefined;
    const line = message.slice(start, lineEnd);
    if (isCommentLine(line, comment)) {
      others += continuations;
      continuations = 0;
    } else if (isBlank(line)) {
      if (!hasOnlySpace) {
        others += continuations;
        const isBlock = hasGitGenerated ? trailers * 3 >= others : trailers > 0 && others === 0;
        return isBlock ? lineEnd : undefined;
      }
    } else {
      hasOnlySpace = false;
      if (gitGenerated.test(line) || trailerTokenOf(line) !== undefined) {
        hasGitGenerated ||= gitGenerated.test(line);
        trailers += 1;
        continuations = 0;
      } else if (startsWithSpace.test(line)) {
        continuations += 1;
      } else {
        others += 1 + continuations;
        continuations = 0;
      }
    }
    lineEnd = start;
  }
  return undefined;
}

function endOfTitle(message: string, end: number, comment: string): number {
  let at = 0;
  while (at < end) {
    const line = lineAt(message, at);
    if (!isCommentLine(line, comment) && isBlank(line)) break;
    at += line.length;
  }
  return at;
}

/** Whether a line is a comment, given what begins one. */
export function isCommentLine(line: string, comment: string): boolean {
  return comment !== '' && line.startsWith(comment);
}

function isBlank(line: string): boolean {
  return /^[ \t\r]*\n?$/.test(line);
}

/** A value as git prints it: each line break and the indent after it become one space. */
function unfold(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end).replace(/\n[ \t\r\n]*/g, ' ');
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function* linesOf(message: string, start: number, end: number): Generator<string> {
  for (let at = start; at < end;) {
    const line = lineAt(message, at);
    yield line;
    at += line.length;
  }
}

/** The line that starts at an offset, with its line feed. */
function lineAt(message: string, at: number): string {
  const feed = message.indexOf('\n', at);
  return message.slice(at, feed < 0 ? message.length : feed + 1);
}
