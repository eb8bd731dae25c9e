import type { Event } from '../../core/event';

/** Where the tokens of trackers come from, each bound to what it was entered for (`signInPlace`). */
export interface TokenSource {
  /** The token of this place came, went or changed. */
  readonly onDidChange: Event<string>;
  /** Somebody signed in to GitHub through the editor, or out. */
  readonly onDidChangeAccount: Event<unknown>;
  /** The token of a place; empty where the person said that the service wants none. */
  get(place: string): Promise<string | undefined>;
  /** The token of the editor's GitHub account; undefined where nobody is signed in. */
  accountToken(): Promise<string | undefined>;
  delete(place: string): Promise<void>;
}
