import { keyNumberEnd } from './goalKeys';
import { readItemAddress } from './itemAddress';

/** A number or an address in a text. */
interface FoundMention {
  /** As it was written. */
  readonly text: string;
  /** What `readMention` accepts: `#142` for `GH-142`, otherwise the same. */
  readonly reference: string;
  /** Start offset in UTF-16 units. */
  readonly index: number;
  readonly kind: 'number' | 'address';
  /** Whether it follows "Fixes", "closes" or the like. */
  readonly isClosing: boolean;
}

/** Longer words are data, not prose. */
const maxPlace = 128;
/** How far before a number to look for a keyword. */
const maxBefore = 48;
const maxAddress = 1024;
// As for keys, scripts written without spaces may touch a number.
const wordPart = /^[\p{Script=Latin}\p{Nd}_]$/u;
const keyPart = /^[\p{L}\p{N}_./#&+~-]$/u;
const placePart = /^[\w./-]$/;
const placeSyntax = /^[\w-][\w.-]*(?:\/[\w.-]+)*$/;
/** Words that may directly precede a number without being a place. */
const plainWord =
  /^(?:issues?|bugs?|tickets?|tasks?|gh|refs?|see|fix(?:es|ed)?|close[sd]?|resolve[sd]?|lp|feature|story|us|wi)$/i;
/**
 * Marks numbers that are not items': pull and merge requests are numbered separately, or lead to items in their own
 * way.
 */
const otherNumber =
  /(?:\b(?:pull|merge)[ -]requests? ?\(?|\b[PM]Rs? ?\(?|\b(?:part|step|revision|build|comment) ?)$/i;
const closing =
  /(?:^|[^\p{L}\p{N}_-])(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?)(?:-bug)?(?: ?: ?| )(?:(?:(?:issue|bug|ticket)s?|lp) ?:? ?)?[([]?$/iu;
const listed = /^[)\]]?(?:,| and| &)*,? ?(?:(?:issue|bug|ticket)s? )?[([]?$/i;
/** What every item's address contains; rules out most addresses cheaply. */
const mayBeItem = /[/=](?:[a-z][\w.]*-)?\d+(?:[/?&#]|$)|\/(?:initiative|project|goal|\+spec|c)\//iu;
const space = /[\s<>"`|^{}\\]/;

/** A text, split into its mentions and the rest. */
export interface ScannedText {
  /** The text with its addresses blanked out, so that nothing in them is taken for text. */
  readonly plain: string;
  /** The numbers and addresses that may name items, in order of appearance. */
  readonly mentions: readonly FoundMention[];
}

/** Finds the numbers and addresses that may name items. Ignores those that start at `limit` or later. */
export function scanText(text: string, limit: number): ScannedText {
  const addresses = findAddresses(text, limit);
  return { plain: withoutAddresses(text, addresses), mentions: findMentions(text, limit, addresses) };
}

function findMentions(text: string, limit: number, addresses: readonly Address[]): FoundMention[] {
  const found: FoundMention[] = [];
  let before: FoundMention | undefined;
  const add = (written: string, index: number, kind: FoundMention['kind']): void => {
    const reference = written.replace(/^GH-(?=\d+$)/i, '#');
    before = { text: written, reference, index, kind, isClosing: isClosing(text, index, before) };
    found.push(before);
  };
  let next = 0;
  const addAddressesUntil = (index: number): void => {
    for (let at = addresses[next]; at && at.index < index; at = addresses[next]) {
      if (mayBeItem.test(at.text) && readItemAddress(at.text)) add(at.text, at.index, 'address');
      next += 1;
    }
  };
  for (const { at, sign } of signs(text, limit)) {
    const end = sign === 'GH-' ? keyNumberEnd(text, at + 3) : numberEnd(text, at + 1);
    if (end === undefined) continue;
    addAddressesUntil(at);
    const last = addresses[next - 1];
    if (last && at < last.index + last.text.length) continue;
    const start = startOf(text, at, sign);
    if (start === undefined || (before && start < before.index + before.text.length)) continue;
    add(text.slice(start, end), start, 'number');
  }
  addAddressesUntil(Infinity);
  return found;
}

interface Address {
  readonly text: string;
  readonly index: number;
}

function withoutAddresses(text: string, addresses: readonly Address[]): string {
  let out = '';
  let at = 0;
  for (const { index, text: address } of addresses) {
    out += text.slice(at, index) + ' '.repeat(address.length);
    at = index + address.length;
  }
  return out + text.slice(at);
}

/** The addresses `http…` in a text, without the punctuation of the sentence around them. */
function findAddresses(text: string, limit: number): Address[] {
  const found: Address[] = [];
  for (let colon = text.indexOf('://'); colon >= 0; colon = text.indexOf('://', colon + 3)) {
    const scheme = /https?$/i.exec(text.slice(Math.max(0, colon - 5), colon))?.[0];
    if (scheme === undefined) continue;
    const index = colon - scheme.length;
    if (index >= limit) break;
    const rest = text.slice(index, index + maxAddress);
    const end = rest.search(space);
    const whole = end < 0 ? rest : rest.slice(0, end);
    found.push({ text: withoutPunctuation(whole), index });
    colon = index + whole.length - 3;
  }
  return found;
}

function withoutPunctuation(address: string): string {
  let end = address.length;
  while (".,;:!?'*_)]".includes(address.charAt(end - 1))) {
    const last = address.charAt(end - 1);
    // A bracket opened within the address belongs to it.
    const opened = last === ')' ? '(' : last === ']' ? '[' : undefined;
    if (opened && address.includes(opened)) break;
    end -= 1;
  }
  return address.slice(0, end);
}

type Sign = '#' | '&' | 'GH-';

/** Every place where a sign precedes a digit, from first to last. */
function* signs(text: string, limit: number): Generator<{ at: number; sign: Sign }> {
  const nextOf = (sign: Sign, from: number): number => {
    const at = sign === 'GH-' ? indexOfGh(text, from) : text.indexOf(sign, from);
    return at < 0 || at >= limit ? Infinity : at;
  };
  const next = { '#': nextOf('#', 0), '&': nextOf('&', 0), 'GH-': nextOf('GH-', 0) };
  for (;;) {
    const at = Math.min(next['#'], next['&'], next['GH-']);
    if (at === Infinity) return;
    const sign = at === next['#'] ? '#' : at === next['&'] ? '&' : 'GH-';
    yield { at, sign };
    next[sign] = nextOf(sign, at + 1);
  }
}

function indexOfGh(text: string, from: number): number {
  const [upper, lower] = [text.indexOf('GH-', from), text.indexOf('gh-', from)];
  return upper < 0 || (lower >= 0 && lower < upper) ? lower : upper;
}

/** Where the number that starts here ends; undefined if there is none, or if it is part of something else. */
function numberEnd(text: string, from: number): number | undefined {
  const first = text.charCodeAt(from);
  if (!(first > 0x30 && first <= 0x39)) return undefined;
  let end = from;
  while (end - from < 10 && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end += 1;
  const next = text.charAt(end);
  if (wordPart.test(next)) return undefined;
  return (next === '.' || next === '-' || next === ',') && /\d/.test(text.charAt(end + 1)) ? undefined : end;
}

/** Where a number with its place starts; undefined if the sign means something else. */
function startOf(text: string, at: number, sign: Sign): number | undefined {
  const before = text.charAt(at - 1);
  if (sign === 'GH-') return keyPart.test(before) ? undefined : at;
  if (before !== '' && '#&=?'.includes(before)) return undefined;
  let start = at;
  while (at - start <= maxPlace && placePart.test(text.charAt(start - 1))) start -= 1;
  if (start < at)
    return isWordEnd(text, start) || at - start > maxPlace ? undefined : placeStart(text, start, at);
  if (isWordEnd(text, at) || isOtherNumber(text, at)) return undefined;
  return groupStart(text, at, sign);
}

/** Where a number starts when a word precedes its sign: at the word if that is a place, else at the sign. */
function placeStart(text: string, start: number, at: number): number | undefined {
  const place = text.slice(start, at);
  if (plainWord.test(place)) return at;
  // A list item `- #142` or a rule right before a number is not a place.
  if (/^[-./_]+$/.test(place)) return /[./]$/.test(place) && place !== '/' ? undefined : at;
  const isPlace = placeSyntax.test(place) && /[\p{L}\p{N}_]$/u.test(place) && place.length > 1;
  return isPlace && !otherNumber.test(place) ? start : undefined;
}

/** Whether a word continues across this offset. */
function isWordEnd(text: string, at: number): boolean {
  return wordPart.test(text.charAt(at - 1));
}

/** `ACME &3`: a space may separate a group from its epic's number. */
function groupStart(text: string, at: number, sign: '#' | '&'): number {
  if (sign !== '&' || text.charAt(at - 1) !== ' ') return at;
  let start = at - 1;
  while (at - start <= maxPlace && /[A-Z\d/_-]/.test(text.charAt(start - 1))) start -= 1;
  const isGroup = /^[A-Z][A-Z\d/_-]/.test(text.slice(start, at - 1));
  return isGroup && !isWordEnd(text, start) ? start : at;
}

function isOtherNumber(text: string, at: number): boolean {
  return otherNumber.test(text.slice(Math.max(0, at - maxBefore), at));
}

function isClosing(text: string, index: number, before: FoundMention | undefined): boolean {
  if (before?.isClosing) {
    const between = text.slice(before.index + before.text.length, index);
    if (between.length <= maxBefore && listed.test(between)) return true;
  }
  return closing.test(text.slice(Math.max(0, index - maxBefore), index).replace(/\s+/g, ' '));
}
