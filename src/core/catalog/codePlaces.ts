/** Some repositories, in order: a clone may have thousands of remotes, and a tracker a tie for each of them. */
export class CodePlaces {
  private readonly sorted: readonly string[];

  constructor(places: readonly string[]) {
    this.sorted = places.toSorted();
  }

  /** Whether a repository is one of these; ending in a slash, whether one of these is below it. */
  has(form: string): boolean {
    // What begins with a text directly follows all that is less than the text.
    const next = this.sorted[this.countBelow(form)];
    return next !== undefined && (form.endsWith('/') ? next.startsWith(form) : next === form);
  }

  private countBelow(form: string): number {
    let [from, to] = [0, this.sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.sorted[middle] ?? form) < form) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
