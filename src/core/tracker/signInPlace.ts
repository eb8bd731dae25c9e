declare const madeHere: unique symbol;

/** What a token belongs to, as only `signInPlace` computes it: no other text gives access to the tokens. */
export type SignInPlace = string & { readonly [madeHere]: true };

/**
 * What a token belongs to: the origin (scheme, host and port) of a connection's `url`, and the account that it names
 * there, if any. Case does not tell accounts apart, as it cannot in the environment variables of a pipeline.
 *
 * @throws {TypeError} if `url` is not an address
 */
export function signInPlace({
  url,
  signInAs,
}: {
  readonly url: string;
  readonly signInAs?: string | undefined;
}): SignInPlace {
  const { origin } = new URL(url);
  return (signInAs === undefined ? origin : `${origin}#${signInAs.toLowerCase()}`) as SignInPlace;
}
