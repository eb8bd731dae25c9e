import type { Event } from '../../core/event';

/** Where the tokens of trackers come from, each bound to the origin (scheme, host and port) that it was entered for. */
export interface TokenSource {
  /** The token of this origin came, went or changed. */
  readonly onDidChange: Event<string>;
  /** Somebody signed in to GitHub through the editor, or out. */
  readonly onDidChangeAccount: Event<unknown>;
  /** The token for an address; empty where the person said that the service wants none. */
  get(address: string): Promise<string | undefined>;
  /** The token of the editor's GitHub account; undefined where nobody is signed in. */
  accountToken(): Promise<string | undefined>;
  delete(address: string): Promise<void>;
}

/** The origin that a tracker's token belongs to. */
export function originOf(address: string): string {
  return new URL(address).origin;
}
