import type { PathMap, PathMatch } from './pathMap';

/**
 * The rule that decides for a file, or for a folder as a whole and not just for some of its files; the empty path is the
 * folder of the map.
 */
export function placeMatch(map: PathMap, path: string, isFolder: boolean): PathMatch | undefined {
  // A name that no file-type pattern matches.
  return map.match(isFolder ? `${path === '' ? '' : `${path}/`}\u{10FFFD}` : path);
}
