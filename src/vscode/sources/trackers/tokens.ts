import { authentication, EventEmitter, type Disposable, type SecretStorage } from 'vscode';
import { Disposables } from '../../../core/disposables';
import type { SignInPlace } from '../../../core/tracker/signInPlace';
import { deleteSecret, secretNames } from '../../../workspace/trackers/secretNames';
import type { TokenSource } from '../../../workspace/trackers/tokenSource';

const prefix = 'goalLens.token:';

/**
 * The tokens, each bound to the origin (scheme, host and port) it was entered for, and to an account if there are
 * several: whatever a setting says, no token goes to another origin. An empty token records that a service needs none.
 */
export class Tokens implements TokenSource, Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<SignInPlace>());

  /** Fires when the token of this place is added, changed or removed, in any window. */
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

  /** Every place that something is kept for, as far as VS Code tells. */
  async places(): Promise<SignInPlace[]> {
    return (await secretNames(this.secrets, prefix)) as SignInPlace[];
  }

  async accountToken(): Promise<string | undefined> {
    return (await import('./githubAccount')).githubAccountToken();
  }

  /** Whether there is a real token, not just the record that none is needed. */
  async has(place: SignInPlace): Promise<boolean> {
    const token = await this.get(place);
    return token !== undefined && token !== '';
  }

  async set(place: SignInPlace, token: string): Promise<void> {
    await this.secrets.store(prefix + place, token);
  }

  /** Records that a place needs no token. An existing one stays: others of this place may need it. */
  async setNone(place: SignInPlace): Promise<void> {
    if ((await this.get(place)) === undefined) await this.set(place, '');
  }

  async delete(place: SignInPlace): Promise<void> {
    await deleteSecret(this.secrets, prefix, place);
  }

  dispose(): void {
    this.owned.dispose();
  }
}
