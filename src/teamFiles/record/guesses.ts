/** How many letters are compared before guessing stops: a few hundredths of a second. */
const defaultBudget = 4_000_000;

/**
 * Guesses what misspelt words stand for. All guesses about one text share a budget, however many of its words are
 * wrong.
 */
export class Guesses {
  /** Letters compared so far. */
  work = 0;

  constructor(private readonly budget = defaultBudget) {}

  /**
   * The candidate that a misspelt word most likely stands for: at most a third of it differs, or one begins the other.
   * Undefined if there is none, or the budget is used up.
   */
  closest(word: string, candidates: readonly string[]): string | undefined {
    const wanted = word.toLowerCase();
    let best: string | undefined;
    let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
    for (const candidate of candidates) {
      if (!this.spend(1)) return undefined;
      if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
      const distance = this.distance(wanted, candidate.toLowerCase(), bestDistance);
      if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
    }
    return this.work > this.budget ? undefined : (best ?? this.prefixOf(wanted, candidates));
  }

  private prefixOf(word: string, candidates: readonly string[]): string | undefined {
    return candidates.find((candidate) => {
      const other = candidate.toLowerCase();
      const isLong = this.spend(1) && Math.min(word.length, other.length) >= 3;
      return isLong && (word.startsWith(other) || other.startsWith(word));
    });
  }

  /**
   * How many letters to change, add, remove or swap with a neighbour to turn one word into the other; `limit` if that
   * many or more. Only the middle of the table is computed, as anything farther off takes too many letters anyway.
   */
  private distance(a: string, b: string, limit: number): number {
    let beforeLast: number[] = [];
    let last = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i += 1) {
      const row = Array<number>(b.length + 1).fill(limit);
      row[0] = i;
      const from = Math.max(1, i - limit);
      const to = Math.min(b.length, i + limit);
      let least = from === 1 ? i : limit;
      for (let j = from; j <= to; j += 1) {
        const change = a[i - 1] === b[j - 1] ? 0 : 1;
        const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        const cost = Math.min(
          at(row, j - 1, limit) + 1,
          at(last, j, limit) + 1,
          at(last, j - 1, limit) + change,
          isSwap ? at(beforeLast, j - 2, limit) + 1 : limit,
        );
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (!this.spend(to - from + 1) || least >= limit) return limit;
      [beforeLast, last] = [last, row];
    }
    return Math.min(limit, at(last, b.length, limit));
  }

  private spend(letters: number): boolean {
    this.work += letters;
    return this.work <= this.budget;
  }
}

function at(row: readonly number[], index: number, outside: number): number {
  return row[index] ?? outside;
}
