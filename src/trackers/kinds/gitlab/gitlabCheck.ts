import type { TrackerLimit } from '../../../core/tracker/trackerLimit';
import { PlaceFaults } from '../../mapping/placeFaults';
import type { TrackerContext } from '../../port/adapter';
import type { ConnectionReport } from '../../port/tracker';
import type { GitlabApi } from './gitlabApi';
import { isHidden } from './gitlabFaults';
import { userSchema, versionSchema } from './gitlabSchemas';

/** Who we are, and what works only in part. @throws {TrackerError} */
export async function checkGitlab(
  context: TrackerContext,
  api: GitlabApi,
  signal: AbortSignal,
): Promise<ConnectionReport> {
  const { http, connection } = context;
  // An unknown token gets 401 here, while public groups answer anybody.
  const { username, name } = await http.ask({ path: '/api/v4/user' }, userSchema, signal);
  const server = await version(context, signal);
  const limits: TrackerLimit[] = [];
  const faults = new PlaceFaults();
  const { follow = [] } = connection;
  for (const path of follow) {
    try {
      const place = await api.placeAt(path, signal);
      if (!place.hasEpics) limits.push({ kind: 'noEpics', of: path });
    } catch (error) {
      faults.note(path, error);
    }
  }
  for (const { place: of, ...more } of faults.outOf(follow.length)) {
    limits.push({ kind: 'unreadable', of, ...more });
  }
  for (const of of api.groupsInParts) limits.push({ kind: 'groupInParts', of });
  const { unknown } = api;
  if (unknown.length > 0) limits.push({ kind: 'partOfIssues', detail: unknown.join(', ') });
  return { account: name ?? username, ...(server && { server }), ...(limits.length > 0 && { limits }) };
}

async function version({ http }: TrackerContext, signal: AbortSignal): Promise<string | undefined> {
  try {
    const { version } = await http.ask({ path: '/api/v4/version' }, versionSchema, signal);
    return version ? `GitLab ${version}` : undefined;
  } catch (error) {
    if (isHidden(error)) return undefined;
    throw error;
  }
}
