/** The candidate that a misspelt word most likely stands for: at most a third of it differs, or one begins the other. */
export function closestWord(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (Math.abs(other.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, other);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best ?? prefixOf(wanted, candidates);
}

function prefixOf(word: string, candidates: Iterable<string>): string | undefined {
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (Math.min(word.length, other.length) >= 3 && (word.startsWith(other) || other.startsWith(word)))
      return candidate;
  }
  return undefined;
}

/** How many letters to change, add, remove or swap with a neighbour make one word the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const options = [
        (row[j - 1] ?? 0) + 1,
        (last[j] ?? 0) + 1,
        (last[j - 1] ?? 0) + change,
        ...(a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? [(beforeLast[j - 2] ?? 0) + 1] : []),
      ];
      row.push(Math.min(...options));
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
