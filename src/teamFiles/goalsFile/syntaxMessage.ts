import type { ErrorCode } from 'yaml';
import type { SyntaxFault } from './parseYaml';

const colonHelp =
  'cannot be read as "name: value". Put a text that has a colon in quotes, and check the line above';
const indentHelp = 'is not indented like the lines around it. Line it up with the entry that it belongs to';
const tagHelp = 'has a tag, which means nothing in a goals file. Remove it, or put the text in quotes';

/** By the parser's code: what is the matter with the line, as the rest of a sentence that begins with "Line 5". */
const helpOf: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'is indented with a tab, which YAML does not allow. Use spaces',
  BAD_INDENT: indentHelp,
  BLOCK_AS_IMPLICIT_KEY: colonHelp,
  MULTILINE_IMPLICIT_KEY: colonHelp,
  BAD_SCALAR_START: 'has a value that begins with a character reserved by YAML. Put the value in quotes',
  BAD_DQ_ESCAPE: 'has a backslash that begins no known escape. Double it, or use single quotes',
  MULTIPLE_DOCS: 'begins a second YAML document, which is not read. Keep all goals in one list',
  UNEXPECTED_TOKEN:
    'has a bracket, comma, quotation mark or other sign where YAML allows none. Check it and the line above',
  RESOURCE_EXHAUSTION: 'is nested too deeply to be read. A goal needs only a few levels',
  TAG_RESOLVE_FAILED: tagHelp,
  MULTIPLE_TAGS: tagHelp,
  BAD_COLLECTION_TYPE: tagHelp,
};

/** The same for codes that the parser uses for unlike things, by its words. */
const helpOfWords: readonly (readonly [RegExp, string])[] = [
  [/^Missing closing .quote/, 'has a quotation mark that is never closed. Close it'],
  [/end with a [\]}]/, 'has a bracket that is never closed. Close it'],
  [/^Sequence item without -/, indentHelp],
];

/** What a fault in the YAML means for the person who wrote it; `where` begins the sentence ("Line 5"). */
export function syntaxMessage({ code, detail }: SyntaxFault, where: string): string {
  const help = helpOfWords.find(([words]) => words.test(detail))?.[1] ?? helpOf[code];
  if (help !== undefined) return `${where} ${help}.`;
  // The parser quotes the file in its messages: kept short, and on one line.
  const parserWords = detail.replace(/[\0-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]+/g, ' ').slice(0, 120);
  return `${where} is not valid YAML: ${parserWords.trim()}. Check quotes, brackets, colons and indentation.`;
}
