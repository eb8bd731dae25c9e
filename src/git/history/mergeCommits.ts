import { ColumnsBuilder, type CommitRow } from './columnsBuilder';
import { listAt, rowsOfCommits, type CommitColumns } from './commitColumns';
import { GrowingColumn, StringPool } from './growingColumn';

/**
 * Columns without the commits in `dropped` and with newly read commits, given newest first. A commit that was there
 * before is replaced in its place and keeps its paths.
 */
export function mergeCommits(
  columns: CommitColumns,
  shaBytes: number,
  dropped: ReadonlySet<string>,
  read: readonly CommitRow[],
): CommitColumns {
  const unplaced = new Map(read.map((row) => [row.sha, row]));
  /** The rows that do not stay, each with its replacement, if any. */
  const changed = new Map<number, CommitRow | undefined>();
  for (const [row, sha] of rowsOfCommits(columns, [...dropped, ...unplaced.keys()])) {
    changed.set(row, unplaced.get(sha));
    unplaced.delete(sha);
  }
  // A parent may claim to be younger than its child, so reading order and time order can differ. Among commits of the
  // same second, those read later come first, in the order of their reading.
  const added = [...unplaced.values()].sort((a, b) => b.time - a.time);
  const builder = new ColumnsBuilder(columns.count + added.length, shaBytes);
  let next = 0;
  let copied = 0;
  const copyUntil = (row: number): void => {
    builder.copy(columns, copied, row);
    copied = Math.max(copied, row);
  };
  for (let row = 0; row < columns.count; row += 1) {
    const time = columns.times[row] ?? 0;
    for (let fresh = added[next]; fresh && fresh.time >= time; fresh = added[next]) {
      copyUntil(row);
      builder.add(fresh);
      next += 1;
    }
    if (!changed.has(row)) continue;
    copyUntil(row);
    copied = row + 1;
    const again = changed.get(row);
    if (again) builder.add(again, pathsAt(columns, row));
  }
  copyUntil(columns.count);
  for (const fresh of added.slice(next)) builder.add(fresh);
  return builder.finish();
}

/** Columns with new paths for some rows, by row; everything else is shared with the old columns. */
export function withPaths(
  columns: CommitColumns,
  paths: ReadonlyMap<number, readonly string[]>,
): CommitColumns {
  const pool = new StringPool(columns.files);
  const values = new GrowingColumn();
  const ends = new GrowingColumn();
  const isPathsRead = Uint8Array.from(columns.isPathsRead);
  for (let row = 0; row < columns.count; row += 1) {
    const found = paths.get(row);
    if (found) {
      isPathsRead[row] = 1;
      for (const path of found) values.push(pool.positionOf(path));
    } else {
      values.append(listAt(columns.paths, columns.pathEnds, row));
    }
    ends.push(values.length);
  }
  return { ...columns, isPathsRead, paths: values.finish(), pathEnds: ends.finish(), files: pool.strings };
}

function pathsAt(columns: CommitColumns, row: number): string[] | undefined {
  if (!columns.isPathsRead[row]) return undefined;
  return [...listAt(columns.paths, columns.pathEnds, row)].map((path) => columns.files[path] ?? '');
}
