import type { Clock } from '../../core/clock';
import type { Connection } from '../connection/connection';
import type { HttpClient } from '../http/httpClient';
import type { HttpDialect } from '../http/dialect';
import type { Tracker } from './tracker';

/** What a tracker is made with. */
export interface TrackerContext {
  readonly connection: Connection;
  readonly http: HttpClient;
  readonly clock: Clock;
}

/** One kind of tracker: how it speaks HTTP, and how its answers become goals. */
export interface TrackerAdapter {
  readonly dialect: HttpDialect;
  create(context: TrackerContext): Tracker;
}
