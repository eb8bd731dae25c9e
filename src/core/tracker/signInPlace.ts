declare const madeHere: unique symbol;

/** What a token belongs to, as only `signInPlace` computes it: no other text gives access to the tokens. */
export type SignInPlace = string & { readonly [madeHere]: true };

/** Where to ask a tracker, and as whom. */
export interface SignIn {
  readonly url: string;
  readonly signInAs?: string | undefined;
}

/**
 * What a token belongs to: the origin (scheme, host and port) of a connection's `url`, and the account that it names
 * there, if any. Case does not tell accounts apart, as it cannot in the environment variables of a pipeline.
 *
 * @throws {TypeError} if `url` is not an address
 */
export function signInPlace({ url, signInAs }: SignIn): SignInPlace {
  return placeOf(url, signInAs?.toLowerCase());
}

/**
 * What a token belonged to in versions in which case told accounts apart; undefined if that was the same.
 *
 * @throws {TypeError} if `url` is not an address
 */
export function formerSignInPlace({ url, signInAs }: SignIn): SignInPlace | undefined {
  return signInAs === undefined || signInAs === signInAs.toLowerCase() ? undefined : placeOf(url, signInAs);
}

/** The sign-in place of a connection, given its id (see `toConnection`); undefined for other ids, such as a goals file's. */
export function signInPlaceOf(id: string): SignInPlace | undefined {
  const [, url = '', account] = /^\w+:(https?:[^\s?#]+)(?: as ([^?#]+))?/.exec(id) ?? [];
  return URL.canParse(url) ? placeOf(url, account?.toLowerCase()) : undefined;
}

function placeOf(url: string, account: string | undefined): SignInPlace {
  const { origin } = new URL(url);
  return (account === undefined ? origin : `${origin}#${account}`) as SignInPlace;
}
