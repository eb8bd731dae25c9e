import { factsOf } from './registry';
import type { Clock } from '../core/clock';
import { directGoalsFileParser } from '../teamFiles/goalsFile/directGoalsFileParser';
import type { GoalsFileParser } from '../teamFiles/goalsFile/goalsFileParser';
import type { Connection } from './connection/connection';
import { HttpClient } from './http/httpClient';
import type { TransferLimits } from './http/transfer';
import type { GoalsFileReader } from './port/adapter';
import type { Tracker } from './port/tracker';

/** What a connected tracker needs from outside. */
export interface ConnectOptions {
  /** The token for the connection's origin: undefined where there is none, empty where the tracker wants none. */
  readonly token: () => Promise<string | undefined>;
  readonly clock: Clock;
  readonly log?: (line: string) => void;
  readonly limits?: Partial<TransferLimits>;
  /** Reads goals files that are kept elsewhere; right where it is called, where left out. */
  readonly goalsFileParser?: () => Promise<GoalsFileParser>;
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
  const { clock, goalsFileParser = () => Promise.resolve(directGoalsFileParser) } = options;
  const http = new HttpClient({ connection, dialect: adapter.dialect, ...options });
  return {
    tracker: adapter.create({ connection, http, clock, readGoalsFile: readerOf(goalsFileParser) }),
    http,
  };
}

function readerOf(parser: () => Promise<GoalsFileParser>): GoalsFileReader {
  return async (text, trackerId, signal) => {
    const { goals, problems } = await (await parser()).parse(text, trackerId, signal);
    // What leads to a goal of another tracker is no fault of the file.
    const faults = problems.filter(({ severity, missing }) => severity === 'error' && missing === undefined);
    return {
      goals,
      problems: faults.map(({ range, message }) => `Line ${range.startLine + 1}: ${message}`),
    };
  };
}
