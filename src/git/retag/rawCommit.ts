import * as l10n from '@vscode/l10n';
import { isSameToken } from '../../core/message/trailers';
import { tagMessage, type TagOptions } from '../../core/message/commitTag';
import { parseTrailers } from '../../core/message/trailers';
import { editText, isUtf8 } from './editText';
import { RetagError } from './retagError';

/** A commit object, in parts that add up to its exact bytes. */
export interface RawCommit {
  /** In order; a value that spans several lines is one header. Bytes are kept as Latin-1. */
  readonly headers: readonly string[];
  readonly message: Buffer;
}

const parentPrefix = 'parent ';
const encodingPrefix = 'encoding ';
const signature = /^gpgsig(?:-sha256)? /;

/** Parses a commit object. @throws {RetagError} if it is not in the form that git gives commits */
export function parseCommit(content: Buffer): RawCommit {
  const end = content.indexOf('\n\n');
  if (end < 0 || content.includes(0)) {
    throw new RetagError(
      'malformed',
      l10n.t(
        'A commit of this branch is not in git’s form: run “git fsck” to see which, and tag later ones only.',
      ),
    );
  }
  const headers = content.toString('latin1', 0, end).split(/\n(?! )/);
  return { headers, message: content.subarray(end + 2) };
}

/** Puts a commit object back together. */
export function formatCommit({ headers, message }: RawCommit): Buffer {
  return Buffer.concat([Buffer.from(`${headers.join('\n')}\n\n`, 'latin1'), message]);
}

/** The parents, in order. */
export function parentsOf({ headers }: RawCommit): string[] {
  return headers
    .filter((header) => header.startsWith(parentPrefix))
    .map((header) => header.slice(parentPrefix.length));
}

/** The commit with its parents replaced as `moved` says. */
export function withParents({ headers, message }: RawCommit, moved: ReadonlyMap<string, string>): RawCommit {
  return {
    headers: headers.map((header) => {
      const parent = header.startsWith(parentPrefix) && moved.get(header.slice(parentPrefix.length));
      return parent ? parentPrefix + parent : header;
    }),
    message,
  };
}

/** Whether the commit carries a signature, which is valid for its exact content only. */
export function isSigned({ headers }: RawCommit): boolean {
  return headers.some((header) => signature.test(header));
}

/** The commit without its signatures. */
export function withoutSignature({ headers, message }: RawCommit): RawCommit {
  return { headers: headers.filter((header) => !signature.test(header)), message };
}

/**
 * The commit with these trailers in its message; the message's other bytes stay, except for spaces on blank lines.
 *
 * @throws {RetagError} if the message is empty, or its encoding cannot hold a key
 * @throws {InvalidTagError} if the token or a key is not safe in a trailer
 */
export function withTag(
  commit: RawCommit,
  trailer: string,
  keys: readonly string[],
  options: Pick<TagOptions, 'isOurs'> = {},
): RawCommit {
  return withMessage(commit, (text) => {
    const edited = tagged(text, trailer, keys, options);
    if (keys.length === 0 || hasTag(edited, trailer)) return edited;
    // In a message that git has not cleaned up, a line of spaces is text and may part our trailer from the end.
    const cleaned = tagged(text.replace(/^[ \t\r]+$/gm, ''), trailer, keys, options);
    if (hasTag(cleaned, trailer)) return cleaned;
    throw new RetagError(
      'untitled',
      l10n.t(
        'A chosen commit has no message: write one with “git commit --amend”, or add a goal note instead.',
      ),
    );
  });
}

/**
 * The commit with an edited message. Bytes that are not UTF-8 stay; what the edit adds to them must be ASCII.
 *
 * @throws {RetagError} if it is not
 */
export function withMessage(commit: RawCommit, edit: (message: string) => string): RawCommit {
  const { headers, message } = commit;
  const header = headers.find((each) => each.startsWith(encodingPrefix));
  const encoding = header?.slice(encodingPrefix.length);
  const isText = isUtf8(message, encoding);
  const edited = editText(message, encoding, (text) => {
    const after = edit(text);
    if (isText || beyondAscii(after) <= beyondAscii(text)) return after;
    throw new RetagError(
      'encoding',
      l10n.t(
        'A commit message is not in UTF-8 and cannot hold this text: choose other commits, or add a goal note.',
      ),
    );
  });
  return edited.equals(message) ? commit : { headers, message: edited };
}

function beyondAscii(text: string): number {
  return text.replace(/[\0-~]/g, '').length;
}

/** In a commit that is made, `#142 Fix totals` is a title. Below it git takes such lines for comments even there. */
function tagged(text: string, trailer: string, keys: readonly string[], options: TagOptions): string {
  if (!text.startsWith('#')) return tagMessage(text, trailer, keys, options);
  const mark = '.';
  return tagMessage(mark + text, trailer, keys, options).slice(mark.length);
}

/** Whether git reads the trailer in a commit, where blank lines do not count and the first paragraph is the title. */
function hasTag(message: string, trailer: string): boolean {
  const committed = message.replace(/^(?:[ \t\r]*\n)+/, '').replace(/^#/, '.');
  return parseTrailers(committed, { divider: false }).some(({ token }) => isSameToken(token, trailer));
}
