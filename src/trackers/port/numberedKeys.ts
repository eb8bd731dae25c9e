import type { Connection } from '../connection/connection';

/** Makes and reads keys for a tracker that only numbers its items: `SHOP-142` is the item 142. */
export class NumberedKeys {
  readonly prefix: string;

  /** `suggested` is used if the connection names no prefix and it can be one; otherwise `fallback`. */
  constructor({ keyPrefix }: Pick<Connection, 'keyPrefix'>, suggested: string | undefined, fallback: string) {
    // No project name is longer, and the pattern below would take long over one that is.
    const letters =
      suggested
        ?.slice(0, 200)
        .toUpperCase()
        .replace(/[^\p{L}\p{N}._-]+/gu, '-') ?? '';
    const trimmed = letters.replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, '').slice(0, 32);
    this.prefix = keyPrefix ?? (trimmed === '' ? fallback : trimmed);
  }

  keyOf(number: number): string {
    return `${this.prefix}-${number}`;
  }

  /** The number in a key with this prefix, in any case; undefined for other keys. */
  numberOf(key: string): number | undefined {
    const dash = key.lastIndexOf('-');
    if (key.slice(0, dash).toUpperCase() !== this.prefix) return undefined;
    const number = Number(key.slice(dash + 1));
    return /^\d+$/.test(key.slice(dash + 1)) && Number.isSafeInteger(number) ? number : undefined;
  }

  numbersOf(keys: readonly string[]): number[] {
    return keys.flatMap((key) => this.numberOf(key) ?? []);
  }
}
