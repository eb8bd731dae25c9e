import { isAbsolute, join } from 'node:path';
import type { Surroundings } from '../workspace/editorFolders';

/**
 * Where the command line keeps what it can work out again, whether or not the folder exists
 * (https://specifications.freedesktop.org/basedir-spec/latest).
 */
export function cacheFolder({ platform, home, env }: Surroundings): string {
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'goal-lens', 'Cache');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'goal-lens');
  const given = env['XDG_CACHE_HOME'];
  return join(given !== undefined && isAbsolute(given) ? given : join(home, '.cache'), 'goal-lens');
}
