import type { Connection } from './connection';

/**
 * What a token belongs to: the origin (scheme, host and port) of a connection, and which of the accounts there where it names
 * one.
 */
export function signInPlace({ url, signInAs }: Pick<Connection, 'url' | 'signInAs'>): string {
  const { origin } = new URL(url);
  return signInAs === undefined ? origin : `${origin}#${signInAs}`;
}
