import type { Event } from '../../core/event';
import type { SignInPlace } from '../../core/tracker/signInPlace';

/** Where the tokens of trackers come from, each bound to what it was entered for. */
export interface TokenSource {
  /** The token of this place came, went or changed. */
  readonly onDidChange: Event<SignInPlace>;
  /** Somebody signed in to GitHub through the editor, or out. */
  readonly onDidChangeAccount: Event<unknown>;
  /** The token of a place; empty where the person said that the service wants none. */
  get(place: SignInPlace): Promise<string | undefined>;
  /** The token of the editor's GitHub account; undefined where nobody is signed in. */
  accountToken(): Promise<string | undefined>;
  delete(place: SignInPlace): Promise<void>;
}
