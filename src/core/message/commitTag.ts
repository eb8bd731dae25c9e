import { GoalLensError } from '../errors';
import { distinctKeys } from '../goal/goalKey';
import { isAddress } from '../references/mention';
import { isReference } from '../references/referencesInValue';
import { isBlank, joinLines, layoutOf, type Line, type MessageLayout } from './messageLayout';
import { hasToken, isTag, referencesOfLine, withoutOwn, type OwnTrailers } from './ownTrailers';
import { isTrailerToken } from './trailerToken';
import {
  isCommentLine,
  logMessageEnd,
  trailerBlockRange,
  trailerTokenOf,
  type TrailerOptions,
} from './trailers';

/** Thrown for a token or key that cannot be written as a trailer, for example because it contains a line break. */
export class InvalidTagError extends GoalLensError {
  override readonly name = 'InvalidTagError';

  constructor(
    readonly part: 'token' | 'key',
    readonly text: string,
  ) {
    super(`The ${part} ${JSON.stringify(text.slice(0, 80))} cannot be written as a commit trailer.`);
  }
}

/** How to tag a message. */
export interface TagOptions {
  /**
   * What begins a comment; empty in a commit box and for a finished commit, where `#142 Fix totals` is text. Default
   * `#`.
   */
  readonly comment?: string;
  /** Whether a reference under our token is one of ours, and so may be replaced. Default: all but addresses. */
  readonly isOurs?: (reference: string) => boolean;
}

/**
 * Adds our trailers to the message, one line per reference, in its last paragraph next to existing trailers. Replaces
 * earlier values of ours; anything else under our token (an address, `none (reason)`) stays. Without references, equals
 * `removeTag`. A message without a title gets two blank lines first, so that the title can be typed on line 1.
 *
 * @throws {InvalidTagError} if the token or a reference is not safe in a trailer
 */
export function tagMessage(
  message: string,
  token: string,
  references: readonly string[],
  options: TagOptions = {},
): string {
  if (!isTrailerToken(token)) throw new InvalidTagError('token', token);
  const unsafe = references.find((each) => !isReference(each));
  if (unsafe !== undefined) throw new InvalidTagError('key', unsafe);
  return rewrite(message, ownOf(token, options), distinctKeys(references));
}

/** Removes our trailers from the message, which restores what it was before `tagMessage`. */
export function removeTag(message: string, token: string, options: TagOptions = {}): string {
  return rewrite(message, ownOf(token, options), []);
}

function ownOf(token: string, { comment = '#', isOurs = isNoAddress }: TagOptions): OwnTrailers {
  return { token, comment, isOurs };
}

function isNoAddress(reference: string): boolean {
  return !isAddress(reference);
}

function rewrite(message: string, own: OwnTrailers, references: readonly string[]): string {
  const layout = layoutOf(message, (text) => isTag(text, own), own.comment);
  const eol = layout.lines[0]?.eol === '\r\n' ? '\r\n' : '\n';
  const ours = references.map((each): Line => ({ text: `${own.token}: ${each}`, eol }));
  return layout.first === layout.block
    ? rewriteUntitled(layout, own, ours, eol)
    : rewriteTitled(layout, own, ours, eol);
}

/** A message whose only content, if any, is our tag. */
function rewriteUntitled(
  { lines, block, end }: MessageLayout,
  own: OwnTrailers,
  ours: readonly Line[],
  eol: string,
): string {
  const before = withoutTrailingBlanks(lines.slice(0, block));
  const others = withoutOwn(lines.slice(block, end), own).lines;
  const kept = others.filter(({ text }) => hasToken(text, own));
  const further = others.filter(({ text }) => !hasToken(text, own));
  const rest = joinLines([...before, ...further, ...lines.slice(end)]);
  if (ours.length + kept.length === 0) return rest;
  const tag = [...kept, ...ours].map(({ text }) => text).join(eol);
  return eol + eol + tag + (rest === '' ? '' : eol) + rest;
}

function rewriteTitled(
  { lines, first, block, end }: MessageLayout,
  own: OwnTrailers,
  ours: readonly Line[],
  eol: string,
): string {
  const above = withoutStranded(lines.slice(0, block), first, own, ours);
  const head = withoutTrailingBlanks(above);
  const blank: Line = { text: '', eol };
  const gap = head.length < above.length ? above.slice(head.length) : [blank];
  const paragraphs = rebuildBlock(lines.slice(block, end), own, ours);
  const content = [...head, ...paragraphs.flatMap((each, at) => [...(at === 0 ? gap : [blank]), ...each])];
  const lastEol = lines[end - 1]?.eol ?? '';
  const closed = content.map((line, at): Line => ({
    text: line.text,
    eol: at === content.length - 1 ? lastEol : line.eol || eol,
  }));
  return joinLines([...closed, ...lines.slice(end)]);
}

/**
 * The trailer paragraph with our lines replaced. Git allows some text among trailers, in proportion to their number: if
 * having fewer lines of ours would tip the balance, the text is moved to a paragraph of its own so that the trailers
 * stay trailers.
 */
function rebuildBlock(block: readonly Line[], own: OwnTrailers, ours: readonly Line[]): Line[][] {
  const options = { divider: false, comment: own.comment };
  const isComment = (text: string): boolean => isCommentLine(text, own.comment);
  const { lines, at } = withoutOwn(block, own);
  // A comment or `Conflicts:` that our line kept inside the message must not become its end.
  const rebuilt = lines.toSpliced(endsMessage(lines, options) ? lines.length : at, 0, ...ours);
  if (trailerBlockRange(asMessage(rebuilt), options)) return [rebuilt];

  const isTrailer: boolean[] = [];
  rebuilt.forEach(({ text }, index) => {
    const above = rebuilt[index - 1]?.text ?? '';
    const continues = /^[ \t]/.test(text) && isTrailer[index - 1] === true && !isComment(above);
    isTrailer.push(continues || isComment(text) || trailerTokenOf(text) !== undefined);
  });
  const prose = rebuilt.filter((_, index) => !isTrailer[index]);
  const trailers = rebuilt.filter((_, index) => isTrailer[index]);
  return [prose, trailers].filter(({ length }) => length > 0);
}

function endsMessage(lines: readonly Line[], options: TrailerOptions): boolean {
  const message = asMessage(lines);
  return logMessageEnd(message, options) < message.length;
}

/** A message that ends with the given lines as its last paragraph. */
function asMessage(lines: readonly Line[]): string {
  return ['title\n', ...lines.map(({ text }) => text), ''].join('\n');
}

/**
 * The lines above the trailers, without paragraphs that only repeat the tag to be written. Such a paragraph is left
 * behind if a person types the body below a tag that was filled in first.
 */
function withoutStranded(
  lines: readonly Line[],
  first: number,
  own: OwnTrailers,
  ours: readonly Line[],
): readonly Line[] {
  const keys = new Set(ours.flatMap(({ text }) => referencesOfLine(text)));
  const repeats = ({ text }: Line): boolean => {
    const found = hasToken(text, own) ? referencesOfLine(text) : [];
    return found.length > 0 && found.every((key) => keys.has(key));
  };
  const kept: Line[] = [];
  for (let at = 0; at < lines.length;) {
    const start = at;
    while (at < lines.length && !isBlankLine(lines[at])) at += 1;
    const paragraph = lines.slice(start, at);
    if (start > first && paragraph.length > 0 && paragraph.every(repeats)) {
      while (isBlankLine(kept.at(-1))) kept.pop();
    } else {
      for (const line of paragraph) kept.push(line);
    }
    for (const line of lines.slice(at, at + 1)) kept.push(line);
    at += 1;
  }
  return kept;
}

function withoutTrailingBlanks(lines: readonly Line[]): Line[] {
  return lines.slice(0, lines.findLastIndex(({ text }) => !isBlank(text)) + 1);
}

function isBlankLine(line: Line | undefined): boolean {
  return line !== undefined && isBlank(line.text);
}
