import { isOfPlace, TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import { apiVersion } from './azureIds';
import { areasSchema, teamsSchema } from './azureSchemas';

/** How many teams are asked for: each costs a request. */
const maxTeams = 10;

/** Azure DevOps nests areas at most 14 deep below a project. */
const maxParts = 15;

/** The part of the area tree that is a team's. */
interface Area {
  readonly path: string;
  readonly hasBelow: boolean;
}

/** The areas of the teams of the person who is signed in. */
export class AzureAreas {
  private readonly paths: ReadonlySet<string>;
  private readonly whole: ReadonlySet<string>;

  constructor(areas: readonly Area[]) {
    this.paths = new Set(areas.map(({ path }) => path));
    this.whole = new Set(areas.flatMap(({ path, hasBelow }) => (hasBelow ? path : [])));
  }

  has(path: string | null | undefined): boolean {
    const lower = path?.toLowerCase();
    if (lower === undefined) return false;
    if (this.paths.has(lower)) return true;
    const parts = lower.split('\\', maxParts);
    return parts.some((_, at) => this.whole.has(parts.slice(0, at + 1).join('\\')));
  }
}

/**
 * Reads which areas belong to the person's own teams in these projects; none if the token may not ask.
 * https://learn.microsoft.com/rest/api/azure/devops/core/teams/get-all-teams
 *
 * @throws {TrackerError} if the tracker cannot be reached
 */
export async function ownAreas(
  { http, connection: { follow } }: TrackerContext,
  signal: AbortSignal,
): Promise<AzureAreas> {
  const areas: Area[] = [];
  const followed = follow && new Set(follow.map((project) => project.toLowerCase()));
  try {
    // Only the preview versions know this list.
    const query = { $mine: 'true', $top: 100, 'api-version': '7.1-preview.3' };
    const { value } = await http.ask({ path: '/_apis/teams', query }, teamsSchema, signal);
    const teams = value.filter(
      ({ projectName, projectId }) =>
        !followed || followed.has(projectName.toLowerCase()) || followed.has(projectId?.toLowerCase() ?? ''),
    );
    for (const { id, projectName } of teams.slice(0, maxTeams)) {
      const path = `/${encodeURIComponent(projectName)}/${encodeURIComponent(id)}/_apis/work/teamsettings/teamfieldvalues`;
      const fields = await http.ask({ path, query: { 'api-version': apiVersion } }, areasSchema, signal);
      // A team may be identified by a field other than its area.
      if (fields.field?.referenceName !== 'System.AreaPath') continue;
      for (const { value: area, includeChildren } of fields.values) {
        areas.push({ path: area.toLowerCase(), hasBelow: includeChildren === true });
      }
    }
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
  return new AzureAreas(areas);
}

/** Whether a token for work items alone may not read teams: goals can do without. */
function isRefused(error: unknown): boolean {
  if (isOfPlace(error)) return true;
  return error instanceof TrackerError && (error.reason === 'unauthorized' || error.reason === 'notJson');
}
