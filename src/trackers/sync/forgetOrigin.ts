import type { SignInPlace } from '../../core/tracker/signInPlace';
import { removeFiles } from '../../files/removeFiles';
import { cachePrefix } from './goalCache';

/**
 * Removes everything kept of the trackers that one token is for (`signInPlace`), including connections that only
 * another workspace has, and files that were set aside or left half-written.
 *
 * @throws the file system's errors
 */
export function forgetOrigin(folder: string, place: SignInPlace): Promise<void> {
  const prefix = cachePrefix(place);
  return removeFiles(folder, (name) => name.startsWith(prefix));
}
