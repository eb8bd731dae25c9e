import type { Log } from '../core/log';
import type { TrackerState } from '../core/tracker/trackerState';
import { commitNamed } from '../git/landing/commitNamed';
import { fileAt } from '../git/run/fileAt';
import type { Git } from '../git/run/git';
import type { Connection } from '../trackers/connection/connection';
import type { Asking } from './asking';
import { keptGoalsFolder } from './editorFolders';
import { ownSettingsPath, readSettings, settingsIn, type WorkspaceSettings } from './settingsFiles';

/** What finding a workspace's trackers needs. */
export interface TrackersRequest {
  readonly git: Git;
  readonly root: string;
  /** The settings of the work tree and of the person. */
  readonly settings: WorkspaceSettings;
  readonly userFolders: readonly string[];
  readonly asking: Asking | undefined;
  readonly log: Log;
}

/**
 * The goals of the connected trackers: asked for now if there is a token, otherwise as the extension has kept them.
 *
 * @throws {LandingError} if the revision that says what to ask does not exist
 * @throws {GitError} and the signal's reason
 */
export async function workspaceTrackers(
  request: TrackersRequest,
  signal = new AbortController().signal,
): Promise<{ readonly trackers: readonly TrackerState[]; readonly problems: readonly string[] }> {
  const { settings, userFolders, asking, log } = request;
  if (settings.trackers.length === 0 && !asking) return { trackers: [], problems: [] };
  const [{ readConnections }, { askedTracker }, { keptTracker }] = await Promise.all([
    import('../trackers/connection/connection'),
    import('./askedTracker'),
    import('./keptTracker'),
  ]);
  const { connections, problems } = readConnections(settings.trackers);
  const asked = new Map<string, { readonly connection: Connection; readonly token: string }>();
  for (const connection of asking
    ? readConnections(await askable(request, asking, signal)).connections
    : []) {
    const token = asking?.token(connection);
    if (token !== undefined) asked.set(connection.id, { connection, token });
  }
  const folders = userFolders.map(keptGoalsFolder);
  const trackers = await Promise.all([
    ...[...asked.values()].map(({ connection, token }) => askedTracker(connection, token, log, signal)),
    ...connections.filter(({ id }) => !asked.has(id)).map((each) => keptTracker(each, folders, log)),
  ]);
  return { trackers, problems };
}

/** The entries of `goalLens.trackers` that may be asked. */
async function askable(
  { git, root, settings, userFolders }: TrackersRequest,
  { base }: Asking,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  if (base === undefined) return settings.trackers;
  const commit = await commitNamed(git, root, base, signal);
  const own = await fileAt(git, root, commit, ownSettingsPath, signal);
  return (await readSettings(userFolders, settingsIn(own ?? ''))).trackers;
}
