import { plainLine } from '../plainText';

/** Terminal control sequences: colours, titles, links. */
const terminal =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]P^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)|\u009b[0-?]*[ -/]*[@-~]/gu;
/** All characters of no width, including joiners and selectors: nothing is drawn here that they could shape. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const markdownLink = /!?\[([^[\]]*)\]\s?\([^()]*\)/g;
/**
 * An address with any scheme, also in full-width characters. Of a scheme that is longer than any, the end counts:
 * without a limit, a text without an address would take the square of its length.
 */
const address = /[a-z][a-z0-9+.-]{0,40}[:：﹕][/／\\＼⁄∕]{2}\S*/giu;
const schemes =
  /(?<![\p{L}\p{N}])(?:javascript|vbscript|data|mailto|command|vscode|blob|tel|file)[:：]\S*/giu;
/** A host with a path, which people and programs read as an address even without a scheme. */
const host = /(?<![\p{L}\p{N}/._-])(?:www\.\S+|(?:[\p{L}\p{N}-]+[.。．])+\p{L}{2,}[/／]\S*)/giu;

const linkMark = '(link)';
const marks: ReadonlyMap<string, string> = new Map([
  ['<', '‹'],
  ['>', '›'],
  ['`', "'"],
  ['＜', '‹'],
  ['＞', '›'],
]);

/**
 * The one gate for text that others wrote on its way to a language model: from trackers, commits, branch names and
 * paths. Returns one line of at most `max` characters with nothing hidden in it: composed (NFC), without control,
 * bidirectional, invisible and tag characters, without links, and without the characters that make up tags and code
 * fences.
 */
export function untrusted(text: string, max: number): string {
  // Fields are cut to their caps anyway: text far beyond a cap is not worth processing.
  const line = plainLine(text.slice(0, max * 8 + 1000).replace(terminal, ''))
    .replace(unseen, '')
    .replace(markdownLink, '$1')
    .replace(address, linkMark)
    .replace(schemes, linkMark)
    .replace(host, linkMark)
    .replaceAll('](', '] (')
    .replace(/[<>`＜＞]/gu, (mark) => marks.get(mark) ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  return shortened(line, max);
}

/** Cuts a text to at most the given number of characters, marking a cut with an ellipsis; never splits a character. */
function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const characters = Array.from(text);
  if (characters.length <= max) return text;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}
