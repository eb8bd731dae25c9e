/** Tells bots from people: by `[bot]` in a name or address, and by the names and addresses that a team lists. */
export function botNames(listed: readonly string[]): (...names: string[]) => boolean {
  const bots = new Set(listed.map((name) => name.toLowerCase()));
  return (...names) =>
    names.some((name) => {
      const plain = name.toLowerCase();
      return plain.includes('[bot]') || bots.has(plain);
    });
}
