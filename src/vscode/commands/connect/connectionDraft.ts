import type { Memento } from 'vscode';
import type { Connection, ImpactPart } from '../../../trackers/connection/connection';
import type { TrackerKind } from '../../../trackers/connection/trackerKind';

/** A connection in progress: the answers so far, never a token. */
export interface ConnectionDraft {
  readonly kind?: TrackerKind;
  readonly url?: string;
  readonly user?: string;
  readonly signIn?: NonNullable<Connection['signIn']>;
  /** The account, if the person has several at the address. */
  readonly signInAs?: string;
  /** Whether the person wants to sign in with another account than before. */
  readonly isOtherAccount?: boolean;
  /** Whether a token is stored for the address, or for the named account. */
  readonly isTokenKept?: boolean;
  /** Whether the person wants to replace the stored token. */
  readonly isTokenReplaced?: boolean;
  readonly follow?: readonly string[];
  readonly impact?: Readonly<Record<string, ImpactPart>>;
  /** Empty for none. */
  readonly currency?: string;
  readonly target?: 'workspace' | 'user';
}

const key = 'goalLens.connectionDraft';

/** Keeps an unfinished draft, so connecting can resume where it stopped. */
export class ConnectionDrafts {
  constructor(private readonly memento: Memento) {}

  get left(): ConnectionDraft | undefined {
    const draft = this.memento.get<ConnectionDraft>(key);
    return draft?.kind ? draft : undefined;
  }

  async keep(draft: ConnectionDraft): Promise<void> {
    await this.memento.update(key, draft);
  }

  async clear(): Promise<void> {
    await this.memento.update(key, undefined);
  }
}

/** The settings entry that a draft describes. */
export function entryOf(draft: ConnectionDraft): object {
  const { kind, url, user, signIn, signInAs, follow, impact, currency } = draft;
  return {
    kind,
    url,
    ...(user !== undefined && { user }),
    ...(signIn !== undefined && signIn !== 'token' && { signIn }),
    ...(signInAs !== undefined && { signInAs }),
    ...(follow && follow.length > 0 && { follow }),
    ...(impact && Object.keys(impact).length > 0 && { impact }),
    ...(currency && { currency }),
  };
}
