import { removeFiles } from '../../files/removeFiles';
import { cachePrefix } from './goalCache';

/**
 * Removes everything kept of the trackers at one origin: also of connections that only another workspace has, and what
 * was set aside or left half-written.
 *
 * @throws the file system's errors
 */
export function forgetOrigin(folder: string, origin: string): Promise<void> {
  const prefix = cachePrefix(origin);
  return removeFiles(folder, (name) => name.startsWith(prefix));
}
