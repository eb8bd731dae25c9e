import * as l10n from '@vscode/l10n';
import type { ErrorCode } from 'yaml';
import { plainLine } from '../../core/plainText';
import type { SyntaxFault } from './parseYaml';
import type { Mistake } from './realMistake';

/** Says what is wrong at a place in the text; `where` begins the sentence. */
type Help = (where: string) => string;

const colonHelp: Help = (where) =>
  l10n.t(
    '{0} cannot be read as "name: value". Put a text that has a colon in quotes, and check the line above.',
    where,
  );
const indentHelp: Help = (where) =>
  l10n.t(
    '{0} is not indented like the lines around it. Line it up with the entry that it belongs to.',
    where,
  );
const tagHelp: Help = (where) =>
  l10n.t('{0} has a tag, which means nothing in a goals file. Remove it, or put the text in quotes.', where);

/** By what a person did wrong. */
const helpOfMistake: Record<Mistake['kind'], Help> = {
  indent: indentHelp,
  noSpace: (where) => l10n.t('{0} has no space after its colon. Write "name: value".', where),
  afterQuote: (where) =>
    l10n.t('{0} has text after a quotation mark that closes. Put all of the text in quotes, or none.', where),
  noColon: (where) => l10n.t('{0} has a name without a colon. Write "name: value".', where),
};

/** By the parser's code. */
const helpOf: Partial<Record<ErrorCode, Help>> = {
  TAB_AS_INDENT: (where) =>
    l10n.t('{0} is indented with a tab, which YAML does not allow. Use spaces.', where),
  BAD_INDENT: indentHelp,
  BLOCK_AS_IMPLICIT_KEY: colonHelp,
  MULTILINE_IMPLICIT_KEY: colonHelp,
  BAD_SCALAR_START: (where) =>
    l10n.t('{0} has a value that begins with a character reserved by YAML. Put the value in quotes.', where),
  BAD_DQ_ESCAPE: (where) =>
    l10n.t('{0} has a backslash that begins no known escape. Double it, or use single quotes.', where),
  MULTIPLE_DOCS: (where) =>
    l10n.t('{0} begins a second YAML document, which is not read. Keep all goals in one list.', where),
  UNEXPECTED_TOKEN: (where) =>
    l10n.t(
      '{0} has a bracket, comma, quotation mark or other sign where YAML allows none. Check it and the line above.',
      where,
    ),
  RESOURCE_EXHAUSTION: (where) =>
    l10n.t('{0} is nested too deeply to be read. A goal needs only a few levels.', where),
  TAG_RESOLVE_FAILED: tagHelp,
  MULTIPLE_TAGS: tagHelp,
  BAD_COLLECTION_TYPE: tagHelp,
};

/** The same by the parser's words, for codes that it uses for different things. */
const helpOfWords: readonly (readonly [RegExp, Help])[] = [
  [
    /^Missing closing .quote/,
    (where) => l10n.t('{0} has a quotation mark that is never closed. Close it.', where),
  ],
  [/end with a [\]}]/, (where) => l10n.t('{0} has a bracket that is never closed. Close it.', where)],
  [/^Sequence item without -/, indentHelp],
];

/** Says what a person did wrong; `where` begins the sentence ("Line 5"). */
export function mistakeMessage({ kind }: Mistake, where: string): string {
  return helpOfMistake[kind](where);
}

/** Says what a YAML fault means for the person who wrote it; `where` begins the sentence ("Line 5"). */
export function syntaxMessage({ code, detail }: SyntaxFault, where: string): string {
  const help = helpOfWords.find(([words]) => words.test(detail))?.[1] ?? helpOf[code];
  if (help !== undefined) return help(where);
  // The parser quotes the file in its messages, so they are cut and put on one line.
  return l10n.t(
    '{0} is not valid YAML: {1}. Check quotes, brackets, colons and indentation.',
    where,
    plainLine(detail).slice(0, 120),
  );
}
