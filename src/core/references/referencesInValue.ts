import { isKey } from './goalKeys';
import { isAddress, readNumber } from './mention';

const endsInNumber = /[-#&/]\d+$/;
/** Words that announce a kind of item: `blueprint faster-search`, `bug 142`. */
const kindWord = /^(?:blueprint|bp|bug|issue|ticket|task|lp:?)$/i;
const none = /^none(?:\s*(?:\(|$))/i;

/**
 * The references in a trailer's value, separated by commas, semicolons or spaces. Among other words, only addresses and
 * words that end in a number count as references.
 */
export function referencesInValue(value: string): string[] {
  if (isNone(value)) return [];
  return value.split(/[,;]/).flatMap((part) => {
    const words = part.split(/\s/).filter(Boolean);
    if (words.length > 1 && kindWord.test(words[0] ?? '')) words.shift();
    return words.filter(
      (word) =>
        readNumber(word) !== undefined ||
        isAddress(word) ||
        (isKey(word) && !isNone(word) && (words.length === 1 || endsInNumber.test(word))),
    );
  });
}

/** Whether a value says that a commit deliberately serves no goal: `none`, `none (reason)`. */
export function isNone(value: string): boolean {
  return none.test(value.trim());
}

/** Whether a text can be written as one reference in a trailer: a key, a number with its sign, or an address. */
export function isReference(text: string): boolean {
  return (
    isKey(text) ||
    (readNumber(text) !== undefined && !/\s/.test(text)) ||
    (isAddress(text) && !/[,;]/.test(text))
  );
}
