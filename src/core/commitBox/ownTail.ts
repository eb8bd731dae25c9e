import { trailerBlockRange, trailerTokenOf } from '../message/trailers';

/** What we wrote at the end of a commit box: a gap of line breaks, then our trailers. */
export interface OwnTail {
  readonly start: number;
  readonly text: string;
}

/** One replacement in a text, by offsets into the text before it. */
export interface BoxChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a person's change did to our tail: it is still ours, it went with the whole message, or it is now theirs. */
export type TailAfter = OwnTail | 'gone' | 'theirs';

const gapSyntax = /^[\r\n]*/;

/** The tail that tags a person's text: our trailers join a final paragraph of trailers, or form one. */
export function tailFor(text: string, token: string, keys: readonly string[], eol: string): string {
  const trailers = keys.map((key) => `${token}: ${key}`).join(eol);
  return (endsInTrailers(text) ? eol : eol + eol) + trailers;
}

/** The person's own text. */
export function withoutTail(text: string, tail: OwnTail | undefined): string {
  return tail ? text.slice(0, tail.start) + text.slice(tail.start + tail.text.length) : text;
}

/** Tracks our tail through a person's change; `length` is that of the whole text before it. */
export function followTail(tail: OwnTail, change: BoxChange, length: number): TailAfter {
  const { start, text } = tail;
  const end = start + text.length;
  const gapEnd = start + gapOf(text).length;
  if (change.start >= end) return tail;
  if (change.end <= start) return { start: start + change.text.length - (change.end - change.start), text };
  if (change.start === 0 && change.end === length) return 'gone';
  if (change.end > gapEnd) return 'theirs';
  const isDeletion = change.text === '' && change.start >= start;
  // What a person types into the gap is theirs, and so is everything before it.
  const kept = isDeletion ? text.slice(0, change.start - start) : '';
  return {
    start: isDeletion ? start : change.start + change.text.length,
    text: kept + text.slice(change.end - start),
  };
}

/**
 * The smallest replacement that turns one tail into the other without touching the place before it where a person
 * types.
 */
export function swapOf(tail: OwnTail, wanted: string): BoxChange | undefined {
  const { text } = tail;
  const shorter = Math.min(text.length, wanted.length);
  let same = 0;
  while (same < shorter && text[same] === wanted[same]) same += 1;
  if (same === 0) return undefined;
  let rest = 0;
  while (rest < shorter - same && text.at(-1 - rest) === wanted.at(-1 - rest)) rest += 1;
  return {
    start: tail.start + same,
    end: tail.start + text.length - rest,
    text: wanted.slice(same, wanted.length - rest),
  };
}

function gapOf(tail: string): string {
  return gapSyntax.exec(tail)?.[0] ?? '';
}

/** Runs on every keystroke: the paragraphs are checked only if the last line can be a trailer. */
function endsInTrailers(text: string): boolean {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  if (trailerTokenOf(last) === undefined && !/^[ \t(]/.test(last)) return false;
  return trailerBlockRange(text.replaceAll('\r\n', '\n'), { divider: false, comment: '' }) !== undefined;
}
