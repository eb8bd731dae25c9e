import type { Followable } from '../../port/tracker';

/** A page of issues as they came. */
export interface IssuePage {
  readonly issues: readonly unknown[];
  readonly isLast: boolean;
  readonly total?: number;
  /** The server's time at the answer, in epoch milliseconds. */
  readonly answeredAt?: number;
}

/** What to search for. */
export interface IssueSearch {
  readonly jql: string;
  /** Ids of fields. */
  readonly fields: readonly string[];
  readonly pageSize: number;
}

/** What both Cloud and Data Center can do, each at its own addresses. */
export interface JiraApi {
  /** Where the REST API of this version begins. */
  readonly root: string;
  /** @throws {TrackerError} */
  search(search: IssueSearch, signal: AbortSignal): AsyncIterable<IssuePage>;
  /** The issues that have these keys; unknown ones are left out. @throws {TrackerError} */
  byKeys(
    keys: readonly string[],
    fields: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly unknown[]>;
  /** The priorities, the most urgent first. @throws {TrackerError} */
  priorities(signal: AbortSignal): Promise<readonly unknown[]>;
  /** The projects that may be seen. @throws {TrackerError} */
  projects(signal: AbortSignal): Promise<readonly Followable[]>;
  /** Projects, archived ones among them, which say so. @throws {TrackerError} */
  archivedProjects(signal: AbortSignal): Promise<readonly unknown[]>;
}

/** When a server answered, by its own clock. */
export function answeredAt(headers: Readonly<Record<string, string>>): { readonly answeredAt?: number } {
  const time = Date.parse(headers['date'] ?? '');
  return Number.isNaN(time) ? {} : { answeredAt: time };
}
