/** A key in the form in which keys are compared. */
export function normalizeKey(key: string): string {
  return key.toUpperCase();
}
