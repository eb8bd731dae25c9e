import { authentication, EventEmitter, type Disposable, type SecretStorage } from 'vscode';
import { Disposables } from '../../../core/disposables';
import { originOf, type TokenSource } from '../../../workspace/trackers/tokenSource';

const prefix = 'goalLens.token:';

/**
 * The tokens, each bound to the origin (scheme, host and port) that it was entered for: whatever a setting says, no
 * token goes anywhere else. An empty token stands for a person's word that a service wants none.
 */
export class Tokens implements TokenSource, Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<string>());

  /** The token of this origin came, went or changed, in whichever window. */
  readonly onDidChange = this.changed.event;
  private readonly accountChanged = this.owned.add(new EventEmitter<void>());
  readonly onDidChangeAccount = this.accountChanged.event;

  constructor(private readonly secrets: SecretStorage) {
    this.owned.add(
      secrets.onDidChange(({ key }) => {
        if (key.startsWith(prefix)) this.changed.fire(key.slice(prefix.length));
      }),
    );
    this.owned.add(
      authentication.onDidChangeSessions(({ provider }) => {
        if (provider.id === 'github') this.accountChanged.fire();
      }),
    );
  }

  async get(address: string): Promise<string | undefined> {
    return this.secrets.get(keyOf(address));
  }

  async accountToken(): Promise<string | undefined> {
    return (await import('./githubAccount')).githubAccountToken();
  }

  /** Whether there is a token, and not only the word that none is wanted. */
  async has(address: string): Promise<boolean> {
    const token = await this.get(address);
    return token !== undefined && token !== '';
  }

  async set(address: string, token: string): Promise<void> {
    await this.secrets.store(keyOf(address), token);
  }

  /** Keeps a person's word to use an address without a token. One that is there stays: others at this origin may need it. */
  async setNone(address: string): Promise<void> {
    if ((await this.get(address)) === undefined) await this.set(address, '');
  }

  async delete(address: string): Promise<void> {
    await this.secrets.delete(keyOf(address));
  }

  dispose(): void {
    this.owned.dispose();
  }
}

function keyOf(address: string): string {
  return prefix + originOf(address);
}
