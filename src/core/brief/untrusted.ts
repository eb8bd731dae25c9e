import { plainLine } from '../plainText';

/** What tells a terminal to change: colours, titles, links. */
const terminal =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]P^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)|\u009b[0-?]*[ -/]*[@-~]/gu;
/** All that takes no space, joiners and selectors too: here nothing is drawn that they could shape. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const markdownLink = /!?\[([^[\]]*)\]\s?\([^()]*\)/g;
/** An address of any scheme, in the wide forms of the characters too. */
const address = /[a-z][a-z0-9+.-]*[:：﹕][/／\\＼⁄∕]{2}\S*/giu;
const schemes =
  /(?<![\p{L}\p{N}])(?:javascript|vbscript|data|mailto|command|vscode|blob|tel|file)[:：]\S*/giu;
/** A host with a path, as people and programs read it without a scheme. */
const host = /(?<![\p{L}\p{N}/._-])(?:www\.\S+|(?:[\p{L}\p{N}-]+[.。．])+\p{L}{2,}[/／]\S*)/giu;

const linkMark = '(link)';
const marks: Readonly<Record<string, string>> = { '<': '‹', '>': '›', '`': "'", '＜': '‹', '＞': '›' };

/**
 * The one gate for text of others on its way to a language model: from trackers, commits, branch names and paths. What
 * comes out is one line of at most `max` characters that shows all that it holds: composed (NFC), without control,
 * bidirectional, invisible and tag characters, without links, and without the signs of which
 * tags and code fences are made.
 */
export function untrusted(text: string, max: number): string {
  // No field is longer than its cap by far: what lies behind it is not worth the work.
  const line = plainLine(text.slice(0, max * 8 + 1000).replace(terminal, ''))
    .replace(unseen, '')
    .replace(markdownLink, '$1')
    .replace(address, linkMark)
    .replace(schemes, linkMark)
    .replace(host, linkMark)
    .replaceAll('](', '] (')
    .replace(/[<>`＜＞]/gu, (mark) => marks[mark] ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  return shortened(line, max);
}

/** A text of at most so many characters, with an ellipsis where it was longer; never cut within a character. */
function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const characters = Array.from(text);
  if (characters.length <= max) return text;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}
