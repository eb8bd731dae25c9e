/** Normalizes a key for comparison. */
export function normalizeKey(key: string): string {
  return key.toUpperCase();
}

/** The keys without repetitions, each as it is written first. */
export function distinctKeys(keys: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const key of keys) {
    const normal = normalizeKey(key);
    if (!byKey.has(normal)) byKey.set(normal, key);
  }
  return [...byKey.values()];
}
