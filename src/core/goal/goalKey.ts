/** Normalizes a key for comparison. */
export function normalizeKey(key: string): string {
  return key.toUpperCase();
}
