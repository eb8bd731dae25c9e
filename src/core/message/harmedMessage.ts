import { tagMessage } from './commitTag';
import { isExemptMessage } from './exemptMessage';
import { normalizeKey } from '../goal/goalKey';
import { referencesInValue } from '../references/referencesInValue';
import { isAllKeys, trailerLine, type TrailerLine } from './gluedTrailer';
import { isBlank, joinLines, splitLines, type Line } from './messageLayout';
import { isCommentLine, isSameToken, parseTrailers, trailerTokenOf } from './trailers';

/**
 * What is wrong with a message: our trailer is its title and the person's own is gone, our trailer and the person's
 * text share a line, or our trailer is somewhere git takes it for text.
 */
export type Harm = 'untitled' | 'glued' | 'misplaced';

/** A message that our trailer has damaged. */
export interface HarmedMessage {
  readonly harm: Harm;
  /** The keys that its trailers name, as written. */
  readonly keys: readonly string[];
  /** What is left without them, byte for byte: what a person wrote, or only other trailers. */
  readonly text: string;
}

/** A line of a message, and our trailer on it. */
interface ReadLine extends Line {
  readonly ours?: TrailerLine;
}

const byLine = /^(?:[A-Za-z][A-Za-z-]*-by|Change-Id):/i;

/**
 * Says what is wrong with a commit's message, if anything; the caller leaves out merges.
 *
 * @param isKnown whether a tracker has the key, which shows where a key ends if a text touches it
 */
export function harmedMessage(
  message: string,
  token: string,
  isKnown: (key: string) => boolean = () => false,
): HarmedMessage | undefined {
  if (isExemptMessage(message, token)) return undefined;
  const lines = splitLines(message).map((line): ReadLine => {
    const ours = trailerLine(line.text, token, isKnown);
    return ours ? { ...line, ours } : line;
  });
  const first = lines.findIndex(({ text }) => !isBlank(text));
  if (first < 0) return undefined;
  const blank = lines.findIndex(({ text }, at) => at > first && isBlank(text));
  const titleEnd = blank < 0 ? lines.length : blank;
  const values = valuesIn(message, token);
  const hurt = hurtLines(lines, first, titleEnd, values.length > 0);
  if (hurt.size === 0) return undefined;

  const keys = unique([
    ...[...hurt].flatMap((at) => lines[at]?.ours?.keys ?? []),
    ...values.flatMap(referencesInValue),
  ]);
  const text = joinLines(withoutOurs(lines, hurt)).replace(/^(?:[ \t\r]*\n)+/, '');
  // Anything else that a person wrote into our trailer would be lost.
  if (![...values, ...valuesIn(text, token)].every((value) => isAllKeys(value, isKnown))) return undefined;
  if (!hasText(text, token)) return { harm: 'untitled', keys, text };
  const isGlued = [...hurt].some((at) => lines[at]?.ours?.text !== '');
  const harmed = { harm: isGlued ? 'glued' : 'misplaced', keys, text } as const;
  const mended = mendedMessage(harmed, token);
  // What mending gives back as it was is no harm: a last paragraph that git does not read as trailers looks like it.
  if (mended === message || !isTaggedWith(mended, token, keys)) return undefined;
  // Both the title and the text may contain trailers.
  const more = harmedMessage(mended, token, isKnown);
  return more ? { ...harmed, keys: unique([...keys, ...more.keys]), text: more.text } : harmed;
}

/**
 * The message with the trailer where git reads it.
 *
 * @param earlier for an untitled message, its previous text: at least the title
 */
export function mendedMessage({ harm, keys, text }: HarmedMessage, token: string, earlier = ''): string {
  if (harm !== 'untitled') return tagMessage(text, token, keys);
  const before = earlier.trimEnd();
  const others = text.split('\n').filter((line) => !isBlank(line) && !before.includes(line));
  const isBlock = parseTrailers(`${before}\n`, { divider: false }).length > 0;
  const below = others.map((line) => `${line}\n`).join('');
  return tagMessage(`${before}\n${isBlock || below === '' ? '' : '\n'}${below}`, token, keys);
}

/** The lines on which our trailer does damage; `isTagged` says that git reads one of ours in its proper place. */
function hurtLines(
  lines: readonly ReadLine[],
  first: number,
  titleEnd: number,
  isTagged: boolean,
): ReadonlySet<number> {
  const inTitle = range(first, titleEnd).filter((at) => {
    const ours = lines[at]?.ours;
    if (!ours) return false;
    if (ours.gap === '') return true;
    // A person may well choose such a title if there is a trailer as well.
    return !isTagged && (at === first || ours.textIs === 'before');
  });
  if (inTitle.length > 0 || isTagged) return new Set(inTitle);
  const last = lines.findLastIndex(({ text }) => !isBlank(text));
  const below = range(titleEnd, lines.length).filter((at) => {
    const ours = lines[at]?.ours;
    return ours?.gap === '' && (ours.textIs === 'after' || at === last);
  });
  // Several of them with text in between are the messages of several commits in one.
  const isOneRun = below.every((at, index) => index === 0 || at === (below[index - 1] ?? 0) + 1);
  return new Set(isOneRun ? below : []);
}

/** The lines with only what a person wrote on them; lines that held only our trailer are dropped. */
function withoutOurs(lines: readonly ReadLine[], hurt: ReadonlySet<number>): Line[] {
  const isGone = (at: number): boolean => hurt.has(at) && lines[at]?.ours?.text === '';
  const kept: Line[] = [];
  lines.forEach((line, at) => {
    const isBelowBlank = isBlank(kept.at(-1)?.text ?? '');
    const { eol } = line;
    if (isGone(at)) {
      // Signatures below our trailer must not become part of the title.
      if (!isBelowBlank && byLine.test(lines[at + 1]?.text ?? '')) kept.push({ text: '', eol });
    } else if (!isBlank(line.text) || !isBelowBlank || !isGone(at - 1)) {
      // Where our trailer was a paragraph, one of the blank lines around it goes as well.
      kept.push({ text: hurt.has(at) ? (line.ours?.text ?? line.text) : line.text, eol });
    }
  });
  return kept;
}

function hasText(message: string, token: string): boolean {
  return splitLines(message).some(
    ({ text }) =>
      !isBlank(text) &&
      !isCommentLine(text, '#') &&
      !byLine.test(text) &&
      !isSameToken(trailerTokenOf(text) ?? '', token),
  );
}

/** The values of our trailers, as git reads them in a commit. */
function valuesIn(message: string, token: string): string[] {
  return parseTrailers(message, { divider: false })
    .filter((trailer) => isSameToken(trailer.token, token))
    .map(({ value }) => value);
}

function isTaggedWith(message: string, token: string, keys: readonly string[]): boolean {
  const found = new Set(valuesIn(message, token).flatMap(referencesInValue).map(normalizeKey));
  return keys.every((key) => found.has(normalizeKey(key)));
}

/** Each key once, as it is written first. */
function unique(keys: readonly string[]): string[] {
  // A squashed message can name thousands, so they are not compared each with each.
  const found = new Map<string, string>();
  for (const key of keys) {
    const id = normalizeKey(key);
    if (!found.has(id)) found.set(id, key);
  }
  return [...found.values()];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
