/** What our trailer is called where nobody says otherwise: `Initiative: SHOP-7`. */
const defaultTrailerToken = 'Initiative';

/** What git takes for a trailer's token: letters, digits and hyphens. */
const syntax = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;

/** Whether a text can be the token of a trailer: 1 to 40 letters, digits and hyphens, no hyphen first. */
export function isTrailerToken(text: string): boolean {
  return syntax.test(text);
}

/** The token that a setting names, or the default where the value cannot be one. */
export function trailerTokenFrom(setting: unknown): string {
  return typeof setting === 'string' && isTrailerToken(setting) ? setting : defaultTrailerToken;
}
