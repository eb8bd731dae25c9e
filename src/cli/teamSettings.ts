import type { Workspace } from '../workspace/workspace';
import { UsageError } from './usageError';

type Settings = Exclude<Awaited<ReturnType<Workspace['reportFile']>>, { readonly message: string }>;

/**
 * The team's settings in `.goals/report.yaml`.
 *
 * @param revision whose file to read instead of the work tree's
 * @throws {UsageError} if the file is unusable
 * @throws {LandingError} {GitError}
 */
export async function teamSettings(workspace: Workspace, revision?: string): Promise<Settings> {
  const file = await (revision === undefined ? workspace.reportFile() : workspace.reportFileAt(revision));
  if ('message' in file) throw new UsageError(file.message);
  return file;
}
