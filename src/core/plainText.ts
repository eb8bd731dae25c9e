/** Joiners and variation selectors: they take no space, but shape a letter or an emoji beside them. */
const shaping = String.raw`\p{Variation_Selector}\p{Join_Control}`;
/** The marks that only say of themselves which way they run. */
const marks = String.raw`\u061C\u200E\u200F`;
/** All others that take no space, the changes of direction and the tag characters among them. */
const unseen = new RegExp(`(?![${shaping}${marks}])\\p{Default_Ignorable_Code_Point}`, 'gu');
/** Those that have nothing before them to shape, and more in a row than any emoji needs. */
const shapingNothing = new RegExp(`(?<=^|\\s)[${shaping}]+|(?<=[${shaping}]{2})[${shaping}]+`, 'gu');
const seen = new RegExp(`[^\\s${marks}]`, 'u');
const control = /[\0-\x08\x0B-\x1F\x7F-\x9F]/g;
/** More marks on one letter than any language has. Putting them in order takes the square of their number. */
const moreMarks = /(?<=\p{M}{30})\p{M}+/gu;
/** A letter by name and a space by looks: the braille pattern without dots. */
const blank = /\u2800/g;

/**
 * Text that others wrote as a person sees it, for every place where it is shown: composed (NFC), with `\n` line ends,
 * trimmed, and without what makes a text read as another or says what no person sees: control characters, changes of
 * direction, characters of no width, tag characters. Empty where nothing of it can be seen.
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

/** Plain text on one line: every run of white space is one space. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ');
}
