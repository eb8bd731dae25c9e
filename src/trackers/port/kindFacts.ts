import type { Connection } from '../connection/connection';
import type { TrackerAdapter } from './adapter';

/** How a person can sign in: with a token, with VS Code's account, or not at all. */
export type SignInWay = NonNullable<Connection['signIn']>;

/** A property of a connection that only some kinds of trackers use. */
type KindSetting = Exclude<
  keyof Connection,
  'id' | 'kind' | 'url' | 'name' | 'follow' | 'signIn' | 'signInAs'
>;

/** What a person is told about a kind of tracker while connecting it, in their language. */
interface KindGuide {
  /** What the kind is called in a list, if its name alone says too little. */
  readonly label?: string;
  readonly description: string;
  /** What the token is called there, and what it must be allowed to do. */
  readonly tokenHelp: string;
  /** What can be followed, in the plural. */
  readonly followed: string;
}

/** Where the trackers of a kind are. */
interface KindAddress {
  /** The one address that all of them have, so that nobody is asked for it. */
  readonly fixed: string | undefined;
  /** The address that most of them have. */
  readonly usual: string | undefined;
  readonly example: string;
  /** The address of the API that a page of the tracker belongs to. */
  readonly ofPage: (page: URL) => string;
}

/**
 * Describes a kind of tracker as far as possible without its adapter. Every part is required, so that a new kind cannot
 * forget one; none may load the adapter or its schemas.
 */
export interface KindFacts {
  /** The product's own name. */
  readonly name: string;
  readonly address: KindAddress;
  /** Whether something must be followed. */
  readonly mustFollow: boolean;
  /** The ways to sign in at an address, the most convenient first. */
  readonly signInWays: (url: URL) => readonly SignInWay[];
  /** Whether a token at this address belongs to an account that has to be named beside it. */
  readonly wantsUser: (url: URL) => boolean;
  /** The page on which to create a token; undefined if there is none to name. */
  readonly tokenPage: (url: string) => string | undefined;
  /** The properties that a connection of this kind uses besides those that all have. */
  readonly settings: readonly KindSetting[];
  readonly guide: () => KindGuide;
  readonly load: () => Promise<TrackerAdapter>;
}

/** The address of a page without query, fragment and trailing slash. */
export function pageAddress({ origin, pathname }: URL): string {
  return origin + pathname.replace(/\/+$/, '');
}
