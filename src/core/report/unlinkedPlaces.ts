import { divideEqually } from './dayUnits';
import type { EffortPart } from './effort';

/** A folder and the effort without a goal in it. */
export interface UnlinkedPlace {
  /** At most two folders deep; empty for the top folder, undefined for commits without a file. */
  readonly folder: string | undefined;
  /** Person-days, in `dayUnits`. */
  readonly effort: number;
}

/** Deeper folders count towards their ancestor at this depth. */
const depth = 2;

/**
 * Unlinked effort by folder: what a commit did without a goal, divided equally over the files that no rule links. The
 * folders sum to these commits' effort without a goal.
 *
 * @param pathsOf the paths that a commit touched and that no goal claims
 */
export function unlinkedPlaces(
  parts: readonly EffortPart[],
  pathsOf: (row: number) => readonly string[],
): UnlinkedPlace[] {
  const sums = new Map<string | undefined, number>();
  for (const { row, target, units } of parts) {
    if (target.kind !== 'none' || units === 0) continue;
    const paths = pathsOf(row);
    const shares = paths.length === 0 ? [units] : divideEqually(units, paths.length);
    shares.forEach((share, at) => {
      const path = paths[at];
      const folder = path === undefined ? undefined : folderOf(path);
      sums.set(folder, (sums.get(folder) ?? 0) + share);
    });
  }
  return [...sums]
    .map(([folder, effort]) => ({ folder, effort }))
    .sort((a, b) => b.effort - a.effort || ((a.folder ?? '\uffff') < (b.folder ?? '\uffff') ? -1 : 1));
}

/** The folder under which a file is counted. */
export function folderOf(path: string): string {
  let end = 0;
  for (let level = 0; level < depth; level += 1) {
    const next = path.indexOf('/', end === 0 ? 0 : end + 1);
    if (next < 0) break;
    end = next;
  }
  return path.slice(0, end);
}
