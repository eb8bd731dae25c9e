import type { Disposable } from '../../core/event';
import type { Connection } from '../connection/connection';
import type { RateLimit } from '../http/dialect';
import type { Tracker } from './tracker';

/** What a connected tracker needs from its surroundings. */
export interface ConnectOptions {
  /** The token for the connection's origin: undefined if nobody has signed in, empty if the tracker needs none. */
  readonly token: () => Promise<string | undefined>;
  /** Called with one line for every answer, without secrets. */
  readonly log?: (line: string) => void;
}

/** A tracker that can be asked until it is disposed of. */
export interface ConnectedTracker extends Disposable {
  readonly tracker: Tracker;
  /** What the tracker last said about how much more we may ask. */
  readonly rateLimit: () => RateLimit | undefined;
}

/** Makes the tracker of a connection, without asking it anything yet. */
export type ConnectTracker = (connection: Connection, options: ConnectOptions) => Promise<ConnectedTracker>;
