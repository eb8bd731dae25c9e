import { isOfPlace, TrackerError } from '../../../core/tracker/trackerError';
import type { HttpClient } from '../../http/httpClient';
import type { PlaceFaults } from '../../mapping/placeFaults';
import type { JiraApi } from './jiraApi';
import { projectSchema } from './jiraSchemas';

/** The keys of archived projects, in capitals; none where Jira does not tell. @throws {TrackerError} */
export async function archivedKeys(api: JiraApi, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  try {
    for (const entry of await api.archivedProjects(signal)) {
      const { key, archived } = projectSchema.safeParse(entry).data ?? {};
      if (key !== undefined && archived === true) keys.add(key.toUpperCase());
    }
  } catch (error) {
    if (!isOfPlace(error)) throw error;
  }
  return keys;
}

/** Notes the projects that are archived, and returns the others. */
export function withoutArchived(
  follow: readonly string[],
  archived: ReadonlySet<string>,
  faults: PlaceFaults,
  host: string,
): string[] {
  return follow.filter((project) => {
    if (!archived.has(project.toUpperCase())) return true;
    faults.note(
      project,
      new TrackerError('notFound', { host, detail: `the project ${project} is archived` }),
    );
    return false;
  });
}

/**
 * Notes the projects for which Jira refuses a search, and returns the others: those that do not exist or are hidden from
 * us, and those that the refusal names, such as one in the bin.
 *
 * @throws {TrackerError}
 */
export async function withoutLost(
  follow: readonly string[],
  { root }: JiraApi,
  http: HttpClient,
  refusal: TrackerError,
  faults: PlaceFaults,
  signal: AbortSignal,
): Promise<string[]> {
  const left: string[] = [];
  for (const project of follow) {
    try {
      await http.ask({ path: `${root}/project/${encodeURIComponent(project)}` }, projectSchema, signal);
      if (refusal.details.detail?.includes(`'${project}'`)) faults.note(project, refusal);
      else left.push(project);
    } catch (error) {
      faults.note(project, error);
    }
  }
  return left;
}
