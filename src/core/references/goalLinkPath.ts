import { isKey } from './goalKeys';
import { readNumber } from './mention';

/** Longer than any spelling of a goal. */
const longest = 160;

/**
 * The spelling in the path `/goal/SHOP-142` of an address that opens a goal in the editor; undefined for any other
 * path, or if it cannot be a goal. Treat the result as untrusted: anybody can make such an address.
 */
export function goalInPath(path: string): string | undefined {
  const text = /^\/goal\/([^\r\n]+)$/.exec(path)?.[1];
  if (text === undefined || text.length > longest) return undefined;
  return isKey(text) || readNumber(text) ? text : undefined;
}
