import type { Workspace } from '../workspace/workspace';
import { UsageError } from './usageError';

type Settings = Exclude<Awaited<ReturnType<Workspace['reportFile']>>, { readonly message: string }>;

/**
 * What the team says in `.goals/report.yaml`.
 *
 * @param revision whose file counts, in place of that of the work tree
 * @throws {UsageError} where that cannot be used
 * @throws {LandingError} {GitError}
 */
export async function teamSettings(workspace: Workspace, revision?: string): Promise<Settings> {
  const file = await (revision === undefined ? workspace.reportFile() : workspace.reportFileAt(revision));
  if ('message' in file) throw new UsageError(file.message);
  return file;
}
