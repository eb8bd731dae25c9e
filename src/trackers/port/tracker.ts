import type { Goal } from '../../core/goal/goal';
import type { TrackerLimit } from '../../core/tracker/trackerLimit';
import type { CodeInquiry } from './codeInquiry';

/** A page of goals as they arrive. */
export interface TrackerPage {
  readonly goals: readonly Goal[];
  /** Ids of goals that the tracker says are gone. */
  readonly deletedIds?: readonly string[];
  /** Entries that could not be used, one sentence each, for the log. */
  readonly problems?: readonly string[];
  /** What was read only in part, one sentence each, for the log. */
  readonly notes?: readonly string[];
  /**
   * Everything that changed up to this moment of the tracker's own clock has been given, in epoch milliseconds. Set on
   * every page if pages come in the order of change, otherwise only on the last.
   */
  readonly mark?: number;
  /** How many goals there are in all, if the tracker says so. */
  readonly total?: number;
  /** Followed places that could not be read, each with the tracker's words; their goals stay as they were. */
  readonly unread?: readonly UnreadPlace[];
}

/** A followed project, repository, group or the like that cannot be read although others can. */
export interface UnreadPlace {
  readonly place: string;
  readonly detail?: string;
}

/** What a tracker says about its connection. */
export interface ConnectionReport {
  /** Who is signed in, as the tracker names them. */
  readonly account?: string;
  /** Product and version, if known. */
  readonly server?: string;
  /** What works only in part: a plan without epics, a missing scope. */
  readonly limits?: readonly TrackerLimit[];
}

/** A project, repository, team or the like whose goals can be followed. */
export interface Followable {
  /** What goes into the connection's `follow`. */
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** A field of the tracker that could hold impact or priority. */
export interface TrackerField {
  /** Its name, as written in the connection's `impact` map. */
  readonly name: string;
  readonly type: 'number' | 'text' | 'list';
}

/** What every tracker can do. Only reads; every call throws a TrackerError, and ends when its signal is aborted. */
export interface Tracker {
  /** How far the tracker's clock and search may lag, in milliseconds; this much before the mark is asked for again. */
  readonly overlapMs: number;
  /** Whether `listChanged` reports deletions; otherwise everything is listed once a day to find them. */
  readonly reportsDeletions: boolean;
  /** Asks who we are to the tracker. @throws {TrackerError} */
  checkConnection(signal: AbortSignal): Promise<ConnectionReport>;
  /** Goals changed since a moment (epoch milliseconds), or all of them. @throws {TrackerError} */
  listChanged(since: number | undefined, signal: AbortSignal): AsyncIterable<TrackerPage>;
  /** What it knows of code and tells only when asked; absent if it tells all of it with its goals. */
  readonly code?: CodeInquiry;
  /** The goals that have these keys; unknown ones are left out. @throws {TrackerError} */
  getByKeys(keys: readonly string[], signal: AbortSignal): Promise<TrackerPage>;
  /** The ids of all goals, if that is cheaper than listing them. @throws {TrackerError} */
  listIds?(signal: AbortSignal): AsyncIterable<readonly string[]>;
  /** What can be followed. @throws {TrackerError} */
  followables(signal: AbortSignal): Promise<readonly Followable[]>;
  /** The fields of the goals that may hold impact; called after something is followed. @throws {TrackerError} */
  fields(signal: AbortSignal): Promise<readonly TrackerField[]>;
}
