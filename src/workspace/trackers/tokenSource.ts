import type { Event } from '../../core/event';
import type { SignInPlace } from '../../core/tracker/signInPlace';

/** The source of trackers' tokens, each bound to the place that it was entered for. */
export interface TokenSource {
  /** Fires when the token of this place came, went or changed. */
  readonly onDidChange: Event<SignInPlace>;
  /** Fires when somebody signed in to GitHub through the editor, or out. */
  readonly onDidChangeAccount: Event<unknown>;
  /** The token of a place; empty if the person said that the service needs none. */
  get(place: SignInPlace): Promise<string | undefined>;
  /** The token of the editor's GitHub account; undefined if nobody is signed in. */
  accountToken(): Promise<string | undefined>;
  set(place: SignInPlace, token: string): Promise<void>;
  delete(place: SignInPlace): Promise<void>;
}
