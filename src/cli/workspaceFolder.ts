import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './usageError';

/** Resolves a command's folder to an absolute path. @throws {UsageError} if it does not exist or is not a folder */
export async function workspaceFolder(folder: string, cwd: string): Promise<string> {
  const path = resolve(cwd, folder);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UsageError(`“${folder}” is not a folder.`);
  return path;
}
