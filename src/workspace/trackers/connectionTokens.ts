import { formerSignInPlace, signInPlace } from '../../core/tracker/signInPlace';
import type { Connection } from '../../trackers/connection/connection';
import type { TokenSource } from './tokenSource';

/** The tokens that connections sign in with, by their places. */
export class ConnectionTokens {
  constructor(private readonly tokens: Pick<TokenSource, 'accountToken' | 'delete' | 'get' | 'set'>) {}

  /** The token of a connection; undefined if the person has not signed in to its origin. */
  async of(connection: Connection): Promise<string | undefined> {
    const { url, signIn } = connection;
    const kept = await this.tokens.get(signInPlace(connection));
    // Only the person may say that an account is used or that a service needs no token, not a repository.
    if (kept === undefined) return undefined;
    if (signIn === 'account') {
      const { acceptsGithubAccount } = await import('../../trackers/kinds/github/githubAddress');
      return acceptsGithubAccount(url) ? this.tokens.accountToken() : undefined;
    }
    if (signIn === 'none') return '';
    // The statement that no token is needed was made for another connection to this origin.
    return kept === '' ? undefined : kept;
  }

  /** Moves a token that was kept while case told accounts apart: Sign Out would never find it. */
  async moveFormer(connection: Connection): Promise<void> {
    const former = formerSignInPlace(connection);
    if (former === undefined) return;
    const token = await this.tokens.get(former);
    if (token === undefined) return;
    const place = signInPlace(connection);
    if ((await this.tokens.get(place)) === undefined) await this.tokens.set(place, token);
    await this.tokens.delete(former);
  }
}
