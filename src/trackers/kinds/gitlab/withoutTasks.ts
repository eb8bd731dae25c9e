import type { Connection } from '../../connection/connection';
import { ownLevelOf } from '../../mapping/meanings';
import type { ParsedEntries } from '../../mapping/readEntries';
import type { GitlabWorkItem } from './gitlabSchemas';

/** Types of GitLab's own that are no goals, unless the connection gives them a level. */
const noGoals: ReadonlySet<string> = new Set(['task', 'incident', 'test case', 'requirement', 'ticket']);

/** The items of a page that may be goals. */
export function withoutTasks(
  { parsed, places, problems }: ParsedEntries<GitlabWorkItem>,
  connection: Connection,
): ParsedEntries<GitlabWorkItem> {
  const kept = [...parsed.entries()].filter(([, { workItemType }]) => {
    const name = workItemType?.name ?? '';
    return !noGoals.has(name.toLowerCase()) || ownLevelOf(name, connection) !== undefined;
  });
  return {
    parsed: kept.map(([, item]) => item),
    places: kept.map(([at]) => places[at] ?? at),
    problems,
  };
}
