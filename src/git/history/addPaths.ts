import { shaAt } from './commitColumns';
import { isGitFault } from '../run/gitError';
import { withPaths } from './mergeCommits';
import { readPaths } from './pathReader';
import type { HistoryRun } from './readHistory';
import type { StoredHistory } from './storedHistory';

/** How often progress is reported, in commits. */
const progressStep = 500;

/**
 * The history with the paths of the commits in these rows. If git cannot read them all, as in a clone without trees,
 * the others stay unread.
 *
 * @throws {GitError} except `failed`, and the signal's reason
 */
export async function addPaths(
  history: StoredHistory,
  rows: Iterable<number>,
  { git, root, view, signal, onProgress }: HistoryRun,
): Promise<StoredHistory> {
  const { columns } = history;
  const shallow = new Set(view.shallow);
  const found = new Map<number, readonly string[]>();
  const rowOf = new Map<string, number>();
  for (const row of rows) {
    if (columns.isPathsRead[row]) continue;
    const sha = shaAt(columns, row);
    // Without its parent, a commit at the border of a shallow clone would seem to touch every file.
    if (shallow.has(sha)) found.set(row, []);
    else rowOf.set(sha, row);
  }
  if (found.size + rowOf.size === 0) return history;
  if (rowOf.size > 0) {
    try {
      let done = 0;
      for await (const { sha, paths } of readPaths(git, root, rowOf.keys(), signal)) {
        const row = rowOf.get(sha);
        if (row !== undefined) found.set(row, paths);
        done += 1;
        if (done % progressStep === 0) onProgress('paths', done);
      }
      // Git leaves out commits that touch nothing, including merges.
      for (const row of rowOf.values()) if (!found.has(row)) found.set(row, []);
    } catch (error) {
      if (!isGitFault(error, 'failed')) throw error;
      if (found.size === 0) return history;
    }
  }
  onProgress('paths', found.size);
  return { ...history, columns: withPaths(columns, found) };
}
