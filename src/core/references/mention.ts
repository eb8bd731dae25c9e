import { normalizeKey } from '../goal/goalKey';
import { readItemAddress, type ItemAddress } from './itemAddress';

/** What precedes a number: `#142`, GitLab epic `&3`, Azure DevOps work item `AB#142`. */
export type NumberSign = '#' | '&' | 'AB#';

/** A spelling that may name a goal, without its context. What it names depends on the trackers and the place. */
export type Mention =
  | { readonly kind: 'key'; readonly key: string }
  | {
      readonly kind: 'number';
      readonly sign: NumberSign;
      readonly number: number;
      /** In lower case: `acme/shop` of `acme/shop#142`. */
      readonly place?: string;
    }
  | { readonly kind: 'address'; readonly address: ItemAddress };

const numberSyntax = /^(?:GH-|(AB#)|((?:[\w.-]+\/)*[\w.-]+)?\s?([#&]))([1-9]\d{0,9})$/i;
const addressSyntax = /^https?:\/\//i;

/** Parses one spelling: a number with its sign, an address, or a key. */
export function readMention(text: string): Mention {
  const number = readNumber(text);
  if (number) return number;
  const address = addressSyntax.test(text) ? readItemAddress(text) : undefined;
  return address ? { kind: 'address', address } : { kind: 'key', key: normalizeKey(text) };
}

/** Parses a number with its sign: `#142`, `acme/shop#142`, `AB#142`, `GH-142`, `acme&3`. */
export function readNumber(text: string): (Mention & { kind: 'number' }) | undefined {
  if (text.length > 256) return undefined;
  const [, azure, place, sign, digits] = numberSyntax.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return {
    kind: 'number',
    sign: azure === undefined ? (sign === '&' ? '&' : '#') : 'AB#',
    number: Number(digits),
    ...(place !== undefined && { place: place.toLowerCase() }),
  };
}

/** Whether a text is a web address. */
export function isAddress(text: string): boolean {
  return addressSyntax.test(text) && !/[\s\p{Cc}\p{Cf}<>"]/u.test(text) && text.length <= 2048;
}
