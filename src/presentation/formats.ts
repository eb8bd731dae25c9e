/* Creating a format takes a hundred times as long as using it, and lists and reports have thousands of figures. */

/** How a language writes numbers, cached. @throws {RangeError} for an invalid currency, unit or language */
export const numberFormat = madeOnce(
  (language: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
);

/** How a language writes dates, cached. */
export const dateFormat = madeOnce(
  (language: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
);

/** How a language writes relative times, cached. */
export const relativeTimeFormat = madeOnce(
  (language: string, options: Intl.RelativeTimeFormatOptions) =>
    new Intl.RelativeTimeFormat(language, options),
);

/** How a language joins the parts of a list, cached. */
export const listFormat = madeOnce(
  (language: string, options: Intl.ListFormatOptions) => new Intl.ListFormat(language, options),
);

/** The most formats that are cached, as a tracker may name any currency. */
const maxKept = 500;

/** Caches what `make` creates for a language and a few options. */
export function madeOnce<Options extends object, Made>(
  make: (language: string, options: Options) => Made,
): (language: string, options?: Options) => Made {
  const made = new Map<string, Made>();
  return (language, options = {} as Options) => {
    const name = JSON.stringify([language, options]);
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(language, options);
    if (made.size >= maxKept) made.clear();
    made.set(name, value);
    return value;
  };
}
