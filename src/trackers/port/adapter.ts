import type { Clock } from '../../core/clock';
import type { Goal } from '../../core/goal/goal';
import type { Connection } from '../connection/connection';
import type { HttpClient } from '../http/httpClient';
import type { HttpDialect } from '../http/dialect';
import type { Tracker } from './tracker';

/** Reads a goals file that is kept outside of a folder. @throws the signal's reason */
export type GoalsFileReader = (
  text: string,
  trackerId: string,
  signal: AbortSignal,
) => Promise<{ readonly goals: readonly Goal[]; readonly problems: readonly string[] }>;

/** What a tracker is created with. */
export interface TrackerContext {
  readonly connection: Connection;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly readGoalsFile: GoalsFileReader;
}

/** One kind of tracker: how it speaks HTTP, and how its answers become goals. */
export interface TrackerAdapter {
  readonly dialect: HttpDialect;
  create(context: TrackerContext): Tracker;
}
