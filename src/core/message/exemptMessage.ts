import { referencesInValue } from '../references/referencesInValue';
import { isSameToken, parseTrailers, trailerTokenOf } from './trailers';

const exemptTitle =
  /^(?:(?:fixup|squash|amend)! |(?:Revert|Reapply) "|Merge (?:branch|commit|pull request|remote-tracking|tag) )/;
const revertLine = /^This reverts commit [0-9a-f]{7,64}\b/m;
const none = /^[ \t]*none(?![\p{L}\p{N}_./#&+~-])/iu;

/**
 * Whether a commit with this message is left as it is: a merge, a revert, one that autosquash folds into another, or
 * one that deliberately declares that it serves no goal (`Initiative: none (reason)`).
 */
export function isExemptMessage(message: string, token: string): boolean {
  return exemptTitle.test(message.trimStart()) || revertLine.test(message) || saysNone(message, token);
}

/** Whether our trailer holds a person's words instead of a key: tagging the commit would replace them. */
export function hasOwnWords(message: string, token: string): boolean {
  return parseTrailers(message, { divider: false }).some(
    (trailer) => isSameToken(trailer.token, token) && referencesInValue(trailer.value).length === 0,
  );
}

function saysNone(message: string, token: string): boolean {
  return message.split('\n').some((line) => {
    const found = trailerTokenOf(line);
    return found !== undefined && isSameToken(found, token) && none.test(line.slice(line.indexOf(':') + 1));
  });
}
