import { factsOf } from './registry';
import type { Clock } from '../core/clock';
import type { Connection } from './connection/connection';
import { HttpClient } from './http/httpClient';
import type { TransferLimits } from './http/transfer';
import type { Tracker } from './port/tracker';

/** What a connected tracker needs from outside. */
export interface ConnectOptions {
  /** The token for the connection's origin: undefined where there is none, empty where the tracker wants none. */
  readonly token: () => Promise<string | undefined>;
  readonly clock: Clock;
  readonly log?: (line: string) => void;
  readonly limits?: Partial<TransferLimits>;
}

/** A tracker and the client that it asks with. */
export interface ConnectedTracker {
  readonly tracker: Tracker;
  readonly http: HttpClient;
}

/** Makes the tracker of a connection. Nothing is asked yet. */
export async function connectTracker(
  connection: Connection,
  options: ConnectOptions,
): Promise<ConnectedTracker> {
  const adapter = await factsOf(connection.kind).load();
  const http = new HttpClient({ connection, dialect: adapter.dialect, ...options });
  return { tracker: adapter.create({ connection, http, clock: options.clock }), http };
}
