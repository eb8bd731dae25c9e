import { TrackerError } from '../../../core/tracker/trackerError';
import { dearestName, newerNames } from './gitlabQueries';

/** Whether the server does not know a field, type or value of a query, or finds the query too complex. */
export function isUnknownToServer(error: unknown): boolean {
  return (
    error instanceof TrackerError &&
    error.reason === 'rejected' &&
    /doesn't exist|doesn't accept|no such type|invalid value|can't be made on|complexity/i.test(
      error.details.detail ?? '',
    )
  );
}

/** What the server does not know of a query that it rejected, in the words of its GraphQL library. */
export function missingIn(error: unknown, lacks: ReadonlySet<string>): readonly string[] {
  if (!(error instanceof TrackerError) || error.reason !== 'rejected') return [];
  const { detail = '' } = error.details;
  if (/complexity/i.test(detail)) return lacks.has(dearestName) ? newerNames : [dearestName];
  const [, name] =
    /doesn't accept argument '(\w+)'/i.exec(detail) ??
    /Field '(\w+)' doesn't exist/i.exec(detail) ??
    /No such type (\w+)/i.exec(detail) ??
    // A status was a text, that of a requirement, before it became one of a work item in 18.
    /Selections can't be made on .*\(field '(\w+)'/i.exec(detail) ??
    /(\w+) isn't a defined input type/i.exec(detail) ??
    /Argument '(\w+)' .*invalid value/i.exec(detail) ??
    [];
  // An argument of an unknown type is unknown as well.
  return name === 'WorkItemSort' ? ['sort'] : name === undefined ? [] : [name];
}

/** Whether a server has no work items of groups at all: they came in 16.3, after those of projects. */
export function hasNoItemsOfGroups(error: unknown): boolean {
  return (
    error instanceof TrackerError &&
    error.reason === 'rejected' &&
    /Field 'workItems' doesn't exist on type 'Group'/i.test(error.details.detail ?? '')
  );
}

/** Whether a fault only says that something is hidden from us. */
export function isHidden(error: unknown): boolean {
  return error instanceof TrackerError && (error.reason === 'forbidden' || error.reason === 'notFound');
}
