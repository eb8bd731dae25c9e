/** Joiners and variation selectors: they have no width, but shape a neighbouring letter or emoji. */
const shaping = String.raw`\p{Variation_Selector}\p{Join_Control}`;
/** The marks that only set their own direction. */
const marks = String.raw`\u061C\u200E\u200F`;
/** All other characters of no width, including direction changes and tag characters. */
const unseen = new RegExp(`(?![${shaping}${marks}])\\p{Default_Ignorable_Code_Point}`, 'gu');
/** Joiners with nothing before them to shape, and runs longer than any emoji needs. */
const shapingNothing = new RegExp(`(?<=^|\\s)[${shaping}]+|(?<=[${shaping}]{2})[${shaping}]+`, 'gu');
const seen = new RegExp(`[^\\s${marks}]`, 'u');
const control = /[\0-\x08\x0B-\x1F\x7F-\x9F]/g;
/** More marks on one letter than any language uses. Ordering them takes time quadratic in their number. */
const moreMarks = /(?<=\p{M}{30})\p{M}+/gu;
/** Classed as a letter but blank: the braille pattern without dots. */
const blank = /\u2800/g;

/**
 * Cleans up text that others wrote, for display: composed (NFC), with `\n` line ends, trimmed, and without characters
 * that disguise a text or hide something in it: control characters, direction changes, characters of no width, tag
 * characters. Empty if nothing visible is left.
 */
export function plainText(text: string): string {
  const plain = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(control, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(unseen, '')
    .replace(blank, ' ')
    .replace(shapingNothing, '')
    .replace(moreMarks, '')
    .normalize('NFC')
    .trim();
  return seen.test(plain) ? plain : '';
}

/** Plain text on one line: every run of white space becomes one space. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ');
}
