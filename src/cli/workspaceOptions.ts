import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Log } from '../core/log';
import { Git } from '../git/run/git';
import { userFolders } from '../workspace/editorFolders';
import type { WorkspaceOptions } from '../workspace/workspace';
import type { CliPlace } from './cliPlace';
import { UsageError } from './usageError';

/**
 * What the workspace of a command is opened with.
 * @throws {UsageError} if its folder does not exist or is not a folder
 */
export async function workspaceOptions(
  { folder, verbose }: { readonly folder: string; readonly verbose: boolean },
  place: CliPlace,
): Promise<WorkspaceOptions> {
  const path = resolve(place.cwd, folder);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UsageError(`“${folder}” is not a folder.`);
  return {
    folder: path,
    git: new Git(() => 'git'),
    userFolders: userFolders(place),
    log: logTo(verbose ? place.complain : () => undefined),
  };
}

function logTo(write: (text: string) => void): Log {
  const line = (message: string, ...details: unknown[]): void =>
    write(`${[message, ...details.map(String)].join(' ')}\n`);
  return { debug: line, info: line, warn: line, error: line };
}
