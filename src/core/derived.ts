/** A value derived from others, kept until one of them is a different object or value. */
export class Derived<T> {
  private known: { readonly from: readonly unknown[]; readonly value: T } | undefined;

  /** What was last made of the same inputs, or else what `make` returns. @throws what `make` throws */
  of(from: readonly unknown[], make: () => T): T {
    const { known } = this;
    if (known?.from.length === from.length && known.from.every((each, index) => Object.is(each, from[index])))
      return known.value;
    const value = make();
    this.known = { from, value };
    return value;
  }
}
