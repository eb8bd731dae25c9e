import { factsOf } from './registry';
import type { Clock } from '../core/clock';
import { directGoalsFileParser } from '../teamFiles/goalsFile/directGoalsFileParser';
import type { Connection } from './connection/connection';
import { HttpClient } from './http/httpClient';
import type { Transfer } from './http/transfer';
import type { GoalsFileReader } from './port/adapter';
import type { ConnectedTracker, ConnectOptions } from './port/connectedTracker';

/** Makes the tracker of a connection on the calling thread, whose requests go over `transfer`. */
export async function createTracker(
  connection: Connection,
  options: ConnectOptions & { readonly clock: Clock; readonly transfer: Transfer },
): Promise<ConnectedTracker> {
  const adapter = await factsOf(connection.kind).load();
  const http = new HttpClient({ connection, dialect: adapter.dialect, ...options });
  return {
    tracker: adapter.create({ connection, http, clock: options.clock, readGoalsFile }),
    rateLimit: () => http.rateLimit,
    dispose: () => undefined,
  };
}

const readGoalsFile: GoalsFileReader = async (text, trackerId, signal) => {
  const { goals, problems } = await directGoalsFileParser.parse(text, trackerId, signal);
  // A reference to another tracker's goal is no fault of the file.
  const faults = problems.filter(({ severity, missing }) => severity === 'error' && missing === undefined);
  return {
    goals,
    problems: faults.map(({ range, message }) => `Line ${range.startLine + 1}: ${message}`),
  };
};
