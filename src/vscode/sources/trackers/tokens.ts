import { authentication, EventEmitter, type Disposable, type SecretStorage } from 'vscode';
import { Disposables } from '../../../core/disposables';
import type { SignInPlace } from '../../../core/tracker/signInPlace';
import type { TokenSource } from '../../../workspace/trackers/tokenSource';

const prefix = 'goalLens.token:';

/**
 * The tokens, each bound to the origin (scheme, host and port) that it was entered for, and to an account
 * there where there are several: whatever a setting says, no token goes to another origin. An empty token
 * stands for a person's word that a service wants none.
 */
export class Tokens implements TokenSource, Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<SignInPlace>());

  /** The token of this place came, went or changed, in whichever window. */
  readonly onDidChange = this.changed.event;
  private readonly accountChanged = this.owned.add(new EventEmitter<void>());
  readonly onDidChangeAccount = this.accountChanged.event;

  constructor(private readonly secrets: SecretStorage) {
    this.owned.add(
      secrets.onDidChange(({ key }) => {
        // Nothing else is ever stored under the prefix.
        if (key.startsWith(prefix)) this.changed.fire(key.slice(prefix.length) as SignInPlace);
      }),
    );
    this.owned.add(
      authentication.onDidChangeSessions(({ provider }) => {
        if (provider.id === 'github') this.accountChanged.fire();
      }),
    );
  }

  async get(place: SignInPlace): Promise<string | undefined> {
    return this.secrets.get(prefix + place);
  }

  async accountToken(): Promise<string | undefined> {
    return (await import('./githubAccount')).githubAccountToken();
  }

  /** Whether there is a token, and not only the word that none is wanted. */
  async has(place: SignInPlace): Promise<boolean> {
    const token = await this.get(place);
    return token !== undefined && token !== '';
  }

  async set(place: SignInPlace, token: string): Promise<void> {
    await this.secrets.store(prefix + place, token);
  }

  /**
   * Keeps a person's word to use a place without a token. One that is there stays: others of
   * this place may need it.
   */
  async setNone(place: SignInPlace): Promise<void> {
    if ((await this.get(place)) === undefined) await this.set(place, '');
  }

  async delete(place: SignInPlace): Promise<void> {
    await this.secrets.delete(prefix + place);
  }

  dispose(): void {
    this.owned.dispose();
  }
}
