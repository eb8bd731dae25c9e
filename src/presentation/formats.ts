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

function madeOnce<Options extends object, Format>(
  make: (language: string, options: Options) => Format,
): (language: string, options?: Options) => Format {
  const made = new Map<string, Format>();
  return (language, options = {} as Options) => {
    const name = JSON.stringify([language, options]);
    const format = made.get(name) ?? make(language, options);
    made.set(name, format);
    return format;
  };
}
