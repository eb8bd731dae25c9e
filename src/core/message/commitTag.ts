import { GoalLensError } from '../errors';
import { isSameToken } from './trailers';
import { normalizeKey } from '../goal/goalKey';
import { isKey, keysInValue } from '../references/goalKeys';
import { isBlank, isComment, joinLines, layoutOf, type Line, type MessageLayout } from './messageLayout';
import { isTrailerToken } from './trailerToken';
import { logMessageEnd, trailerBlockRange, trailerTokenOf } from './trailers';

/** A token or key that cannot be written as a trailer, for example because it has a line break in it. */
export class InvalidTagError extends GoalLensError {
  override readonly name = 'InvalidTagError';

  constructor(
    readonly part: 'token' | 'key',
    readonly text: string,
  ) {
    super(`The ${part} ${JSON.stringify(text.slice(0, 80))} cannot be written as a commit trailer.`);
  }
}

/**
 * The message with our trailers, one line for each key, in its last paragraph beside the trailers that are there.
 * Earlier values of ours are replaced; no keys at all is `removeTag`. A message without a title gets two blank lines
 * first, so that the title can be typed on line 1.
 *
 * @throws {InvalidTagError} where the token or a key is not safe in a trailer
 */
export function tagMessage(message: string, token: string, keys: readonly string[]): string {
  if (!isTrailerToken(token)) throw new InvalidTagError('token', token);
  const unsafe = keys.find((key) => !isKey(key));
  if (unsafe !== undefined) throw new InvalidTagError('key', unsafe);
  const seen = keys.map(normalizeKey);
  return rewrite(
    message,
    token,
    keys.filter((key, at) => seen.indexOf(normalizeKey(key)) === at),
  );
}

/** The message without our trailers: what it was before `tagMessage`. */
export function removeTag(message: string, token: string): string {
  return rewrite(message, token, []);
}

function rewrite(message: string, token: string, keys: readonly string[]): string {
  const layout = layoutOf(message, (text) => isTag(text, token));
  const eol = layout.lines[0]?.eol === '\r\n' ? '\r\n' : '\n';
  const ours = keys.map((key): Line => ({ text: `${token}: ${key}`, eol }));
  return layout.first === layout.block
    ? rewriteUntitled(layout, token, ours, eol)
    : rewriteTitled(layout, token, ours, eol);
}

/** A message whose content, if any, is our tag alone. */
function rewriteUntitled(
  { lines, block, end }: MessageLayout,
  token: string,
  ours: readonly Line[],
  eol: string,
): string {
  const before = block === end ? lines.slice(0, block) : withoutTrailingBlanks(lines.slice(0, block));
  const others = withoutToken(lines.slice(block, end), token).lines;
  const rest = joinLines([...before, ...others, ...lines.slice(end)]);
  if (ours.length === 0) return rest;
  const tag = ours.map(({ text }) => text).join(eol);
  return eol + eol + tag + (rest === '' ? '' : eol) + rest;
}

function rewriteTitled(
  { lines, first, block, end }: MessageLayout,
  token: string,
  ours: readonly Line[],
  eol: string,
): string {
  const above = withoutStranded(lines.slice(0, block), first, token, ours);
  const head = withoutTrailingBlanks(above);
  const blank: Line = { text: '', eol };
  const gap = block < end && head.length < above.length ? above.slice(head.length) : [blank];
  const paragraphs = rebuildBlock(lines.slice(block, end), token, ours);
  const content = [...head, ...paragraphs.flatMap((each, at) => [...(at === 0 ? gap : [blank]), ...each])];
  const lastEol = lines[end - 1]?.eol ?? '';
  const closed = content.map((line, at): Line => ({
    text: line.text,
    eol: at === content.length - 1 ? lastEol : line.eol || eol,
  }));
  return joinLines([...closed, ...lines.slice(end)]);
}

/**
 * The trailer paragraph with our lines replaced. Git allows some text among trailers, in proportion to them: where
 * fewer lines of ours would tip the balance, the text is set apart so that the trailers stay trailers.
 */
function rebuildBlock(block: readonly Line[], token: string, ours: readonly Line[]): Line[][] {
  const { lines, at } = withoutToken(block, token);
  // A comment or `Conflicts:` that our line kept inside the message must not become its end.
  const rebuilt = lines.toSpliced(endsMessage(lines) ? lines.length : at, 0, ...ours);
  if (rebuilt.length === 0) return [];
  if (trailerBlockRange(asMessage(rebuilt), { divider: false })) return [rebuilt];

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

function endsMessage(lines: readonly Line[]): boolean {
  const message = asMessage(lines);
  return logMessageEnd(message, { divider: false }) < message.length;
}

/** A message whose last paragraph the lines are. */
function asMessage(lines: readonly Line[]): string {
  return ['title\n', ...lines.map(({ text }) => text), ''].join('\n');
}

/** The lines without our trailers, and where the first of them was. */
function withoutToken(lines: readonly Line[], token: string): { lines: Line[]; at: number } {
  const kept: Line[] = [];
  let at: number | undefined;
  let isOurs = false;
  for (const line of lines) {
    isOurs = hasToken(line.text, token) || (isOurs && /^[ \t]/.test(line.text));
    if (isOurs) at ??= kept.length;
    else kept.push(line);
  }
  return { lines: kept, at: at ?? kept.length };
}

/**
 * The lines above the trailers without paragraphs that only repeat the tag to be written. Such a paragraph is left
 * behind where a person types the body below a tag that was filled in first.
 */
function withoutStranded(
  lines: readonly Line[],
  first: number,
  token: string,
  ours: readonly Line[],
): readonly Line[] {
  const keys = new Set(ours.flatMap(({ text }) => keysOfLine(text)));
  const repeats = ({ text }: Line): boolean =>
    isTag(text, token) && keysOfLine(text).every((key) => keys.has(key));
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

/** Whether the line is a trailer with our token that holds at least one key. */
function isTag(text: string, token: string): boolean {
  return hasToken(text, token) && keysOfLine(text).length > 0;
}

function hasToken(text: string, token: string): boolean {
  const found = isComment(text) ? undefined : trailerTokenOf(text);
  return found !== undefined && isSameToken(found, token);
}

function keysOfLine(text: string): string[] {
  return keysInValue(text.slice(text.indexOf(':') + 1)).map(normalizeKey);
}
