import { readFileSync } from 'node:fs';

/** Longer by this than English, as German texts are at most. */
const growth = 0.4;

/** A text in a language that nobody speaks: marked, so that what was left behind is seen, and as long as German. */
export function pseudo(text: string): string {
  const padding = 'ø'.repeat(Math.ceil(text.length * growth));
  // In words, as no language grows by one long word.
  return `⟦${[text, ...(padding.match(/.{1,6}/g) ?? [])].join(' ')}⟧`;
}

/** Every text of ours in that language, for `l10n.config`. */
export function pseudoContents(): Record<string, string> {
  const texts = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Readonly<
    Record<string, string | { readonly message: string }>
  >;
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      // The language whose plural forms are taken is no text to show.
      typeof text === 'string' ? pseudo(text) : text.message,
    ]),
  );
}
