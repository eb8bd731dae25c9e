/** Making a format takes a hundred times as long as using it, and a report has thousands of figures. */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** How a language writes numbers, made once. */
export function numberFormat(language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const name = JSON.stringify([language, options]);
  const format = numbers.get(name) ?? new Intl.NumberFormat(language, options);
  numbers.set(name, format);
  return format;
}

/** How a language writes dates, made once. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([language, options]);
  const format = dates.get(name) ?? new Intl.DateTimeFormat(language, options);
  dates.set(name, format);
  return format;
}
