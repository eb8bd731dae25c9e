/** What is worked out from other things, kept until one of them is another object or value. */
export class Derived<T> {
  private known: { readonly from: readonly unknown[]; readonly value: T } | undefined;

  /** What was made of the same things the last time, or else what `make` makes of these. @throws what `make` throws */
  of(from: readonly unknown[], make: () => T): T {
    const { known } = this;
    if (known?.from.length === from.length && known.from.every((each, index) => Object.is(each, from[index])))
      return known.value;
    const value = make();
    this.known = { from, value };
    return value;
  }
}
