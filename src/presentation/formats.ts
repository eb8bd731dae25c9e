/* Making a format takes a hundred times as long as using it, and lists and reports have thousands of figures. */

/** How a language writes numbers, made once. @throws {RangeError} for what is no currency, no unit or no language */
export const numberFormat = madeOnce(
  (language: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
);

/** How a language writes dates, made once. */
export const dateFormat = madeOnce(
  (language: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
);

/** How a language writes how far away a moment is, made once. */
export const relativeTimeFormat = madeOnce(
  (language: string, options: Intl.RelativeTimeFormatOptions) =>
    new Intl.RelativeTimeFormat(language, options),
);

/** How a language joins the parts of a list, made once. */
export const listFormat = madeOnce(
  (language: string, options: Intl.ListFormatOptions) => new Intl.ListFormat(language, options),
);

/** A tracker may name any currency: more formats than this are not kept. */
const maxKept = 500;

/** Makes what depends on a language and a few options once, and keeps it. */
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
