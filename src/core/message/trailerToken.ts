/** The default token of our trailer: `Initiative: SHOP-7`. */
const defaultTrailerToken = 'Initiative';

/** What git accepts as a trailer's token: letters, digits and hyphens. */
const syntax = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;

/** Whether a text can be a trailer's token: 1 to 40 letters, digits and hyphens, not starting with a hyphen. */
export function isTrailerToken(text: string): boolean {
  return syntax.test(text);
}

/** The token that a setting names, or the default if the value is not a valid token. */
export function trailerTokenFrom(setting: unknown): string {
  return typeof setting === 'string' && isTrailerToken(setting) ? setting : defaultTrailerToken;
}
