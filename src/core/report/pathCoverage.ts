import type { PathMap } from '../paths/pathMap';
import { isLockFile } from './lockFiles';

/** How much of a repository is linked by path rules. */
export interface PathCoverage {
  readonly files: number;
  /** Files whose rule has keys. */
  readonly covered: number;
}

/** Path coverage: files whose rule has keys / all files except lock files. */
export function pathCoverage(files: Iterable<string>, map: PathMap): PathCoverage {
  let [count, covered] = [0, 0];
  for (const path of files) {
    if (isLockFile(path)) continue;
    count += 1;
    if ((map.match(path)?.keys.length ?? 0) > 0) covered += 1;
  }
  return { files: count, covered };
}
