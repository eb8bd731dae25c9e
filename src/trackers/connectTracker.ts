import { factsOf } from './registry';
import type { Clock } from '../core/clock';
import { directGoalsFileParser } from '../teamFiles/goalsFile/directGoalsFileParser';
import type { GoalsFileParser } from '../teamFiles/goalsFile/goalsFileParser';
import type { Connection } from './connection/connection';
import { HttpClient } from './http/httpClient';
import type { TransferLimits } from './http/transfer';
import type { GoalsFileReader } from './port/adapter';
import type { Tracker } from './port/tracker';

/** What a connected tracker needs from its surroundings. */
export interface ConnectOptions {
  /** The token for the connection's origin: undefined if there is none, empty if the tracker needs none. */
  readonly token: () => Promise<string | undefined>;
  readonly clock: Clock;
  readonly log?: (line: string) => void;
  readonly limits?: Partial<TransferLimits>;
  /** Parses goals files that are kept elsewhere; if left out, they are parsed on the calling thread. */
  readonly goalsFileParser?: () => Promise<GoalsFileParser>;
}

/** A tracker, and the client that it uses. */
export interface ConnectedTracker {
  readonly tracker: Tracker;
  readonly http: HttpClient;
}

/** Creates the tracker of a connection, without asking it anything yet. */
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
    // A reference to another tracker's goal is no fault of the file.
    const faults = problems.filter(({ severity, missing }) => severity === 'error' && missing === undefined);
    return {
      goals,
      problems: faults.map(({ range, message }) => `Line ${range.startLine + 1}: ${message}`),
    };
  };
}
