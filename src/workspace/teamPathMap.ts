import { parsePathMap, type PathMap } from '../core/paths/pathMap';
import { pathMapPath } from '../teamFiles/places';
import { readTeamFile } from './teamFile';

const pathMapBytes = 1024 * 1024;

/** The path map of a folder; undefined if it has none that can be read. */
export async function readPathMap(root: string): Promise<PathMap | undefined> {
  const read = await readTeamFile(root, pathMapPath, pathMapBytes);
  return read.kind === 'read' ? parsePathMap(read.bytes.toString('utf8')) : undefined;
}
