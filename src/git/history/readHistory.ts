import { candidatesOf, evidences } from './candidates';
import type { CommitRow } from './columnsBuilder';
import { hasPlace, noCommits, rowsOfCommits, shaAt } from './commitColumns';
import { readCommits, type CommitReading } from './commitReader';
import type { Git } from '../run/git';
import { isGitFault } from '../run/gitError';
import { inputLines } from '../run/inputLines';
import { revisionList } from '../run/revisionList';
import { mergeCommits } from './mergeCommits';
import { notedObjects } from './notedObjects';
import { commitsAmong, reachable } from './reachable';
import type { RepositoryView } from './repositoryView';
import type { StoredHistory } from './storedHistory';

/** Reports how many commits, and then the paths of how many commits, have been read. */
export type HistoryProgress = (phase: 'commits' | 'paths', done: number) => void;

/** What reading a history needs. */
export interface HistoryRun {
  readonly git: Git;
  /** A folder of the repository. */
  readonly root: string;
  readonly view: RepositoryView;
  readonly signal: AbortSignal;
  readonly onProgress: HistoryProgress;
}

/** How much of a subject is kept for display, in UTF-16 units. */
export const maxSubject = 256;

/**
 * Brings a history up to the view: reads only new commits, and drops those that are gone. Reads everything again if the
 * old tips are gone, the borders of the history moved, or dates mislead git.
 *
 * @throws {GitError} and the signal's reason
 */
export async function readHistory(
  old: StoredHistory,
  readAt: number,
  run: HistoryRun,
): Promise<StoredHistory> {
  const { git, root, view, signal } = run;
  const seen = { readAt, tips: view.tips, notes: view.notes, borders: view.borders };
  if (view.tips.join() === old.tips.join() && view.notes === old.notes && view.borders === old.borders)
    return old;
  const present = new Set(await commitsAmong(git, root, [...new Set([...view.tips, ...old.walked])], signal));
  const walked = view.tips.filter((tip) => present.has(tip));
  const shaBytes = (walked[0]?.length ?? 40) / 2;
  if (walked.length === 0) return { ...seen, walked, commits: 0, columns: noCommits };
  const canAdd =
    old.walked.length > 0 && view.borders === old.borders && old.walked.every((tip) => present.has(tip));
  const gone = canAdd ? await goneFrom(old, walked, run) : undefined;
  if (!gone) {
    const { rows, count } = await readRows(run, { from: walked });
    return { ...seen, walked, commits: count, columns: mergeCommits(noCommits, shaBytes, new Set(), rows) };
  }
  const came = await readRows(run, { from: walked, without: old.walked });
  const renoted = await readRenoted(old, walked, run, new Set(came.rows.map(({ sha }) => sha)));
  const dropped = new Set([...gone.kept, ...renoted.dropped]);
  const columns = mergeCommits(old.columns, shaBytes, dropped, [...came.rows, ...renoted.rows]);
  return { ...seen, walked, commits: old.commits + came.count - gone.count, columns };
}

/** The commits that name something, and how many commits there are in all. */
async function readRows(
  { git, root, view, signal, onProgress }: HistoryRun,
  reading: Omit<CommitReading, 'hasNotes' | 'signal'>,
): Promise<{ rows: CommitRow[]; count: number }> {
  const rows: CommitRow[] = [];
  let count = 0;
  for await (const commits of readCommits(git, root, {
    ...reading,
    hasNotes: view.notes !== undefined,
    signal,
  })) {
    for (const commit of commits) {
      const candidates = candidatesOf(commit);
      if (candidates.length === 0) continue;
      rows.push({
        sha: commit.sha,
        time: commit.time,
        subject: commit.subject.slice(0, maxSubject),
        candidates,
      });
    }
    count += commits.length;
    onProgress('commits', count);
  }
  return { rows, count };
}

/**
 * The commits that left the history: those that we keep, and how many in all. Undefined if dates are so wrong that git
 * lists one that is still part of it, and so cannot tell which ones left.
 */
async function goneFrom(
  old: StoredHistory,
  walked: readonly string[],
  { git, root, signal }: HistoryRun,
): Promise<{ kept: Set<string>; count: number } | undefined> {
  const gone = new Set<string>();
  const stays = new Set(walked);
  if (old.walked.every((tip) => stays.has(tip))) return { kept: gone, count: 0 };
  const input = inputLines([...old.walked, ...walked.map((tip) => `^${tip}`)]);
  for await (const shas of revisionList(git, root, ['--stdin'], { input, signal })) {
    for (const sha of shas) gone.add(sha);
  }
  const kept = new Set(Array.from(rowsOfCommits(old.columns, gone), ([, sha]) => sha));
  const wrong = await reachable(git, root, kept, walked, signal);
  return wrong.size === 0 ? { kept, count: gone.size } : undefined;
}

/** Reads the commits again whose notes may have changed; `dropped` are those that may now name nothing. */
async function readRenoted(
  old: StoredHistory,
  walked: readonly string[],
  run: HistoryRun,
  known: ReadonlySet<string>,
): Promise<{ rows: CommitRow[]; dropped: Set<string> }> {
  const { git, root, view, signal } = run;
  if (view.notes === old.notes) return { rows: [], dropped: new Set() };
  const changed = await changedNotes(old, run);
  known.forEach((sha) => changed.delete(sha));
  const from = [...(await reachable(git, root, changed, walked, signal))];
  const rows = from.length > 0 ? (await readRows(run, { from, isList: true })).rows : [];
  return { rows, dropped: changed };
}

async function changedNotes(
  old: StoredHistory,
  { git, root, view, signal }: HistoryRun,
): Promise<Set<string>> {
  const noted = new Set<string>();
  for (let row = 0; row < old.columns.count; row += 1) {
    if (hasPlace(old.columns, row, evidences.indexOf('note'))) noted.add(shaAt(old.columns, row));
  }
  if (view.notes === undefined) return noted;
  try {
    return new Set(await notedObjects(git, root, view.notes, old.notes, signal));
  } catch (error) {
    if (!isGitFault(error, 'failed') || old.notes === undefined) throw error;
    // The old notes no longer exist, so there is nothing to compare with.
    return new Set([...noted, ...(await notedObjects(git, root, view.notes, undefined, signal))]);
  }
}
