import type { Workspace } from '../workspace/workspace';
import { UsageError } from './usageError';

type Settings = Exclude<Awaited<ReturnType<Workspace['reportFile']>>, { readonly message: string }>;

/** What the team says in `.goals/report.yaml`. @throws {UsageError} where that cannot be used */
export async function teamSettings(workspace: Workspace): Promise<Settings> {
  const file = await workspace.reportFile();
  if ('message' in file) throw new UsageError(file.message);
  return file;
}
