import type { Log } from '../core/log';
import { Git } from '../git/run/git';
import { directGoalsFileParser } from '../teamFiles/goalsFile/directGoalsFileParser';
import { KeptGoalsFileParser } from '../teamFiles/goalsFile/keptGoalsFileParser';
import { userFolders } from '../workspace/editorFolders';
import type { WorkspaceOptions } from '../workspace/workspace';
import { cacheFolder } from './cacheFolder';
import type { CliPlace } from './cliPlace';

/**
 * The options to open a command's workspace with.
 *
 * @param folder as returned by `workspaceFolder`
 */
export function workspaceOptions(
  folder: string,
  { verbose }: { readonly verbose: boolean },
  place: CliPlace,
): WorkspaceOptions {
  return {
    folder,
    git: new Git(() => 'git'),
    userFolders: userFolders(place),
    goalsFileParser: new KeptGoalsFileParser(directGoalsFileParser, {
      folder: cacheFolder(place),
      version: place.version,
    }),
    log: logTo(verbose ? place.complain : () => undefined),
  };
}

function logTo(write: (text: string) => void): Log {
  const line = (message: string, ...details: unknown[]): void =>
    write(`${[message, ...details.map(String)].join(' ')}\n`);
  return { debug: line, info: line, warn: line, error: line };
}
