import type { CommitRow } from './columnsBuilder';
import { rowsOfCommits } from './commitColumns';
import { readCommits } from './commitReader';
import { mergeCommits } from './mergeCommits';
import { commitsAmong, reachable } from './reachable';
import { maxSubject, type HistoryRun } from './readHistory';
import type { StoredHistory } from './storedHistory';

/**
 * Finds the commits of a history that only trackers tie to goals: they name nothing themselves, so no reading keeps
 * them.
 */
export class TiedCommits {
  /** Commits outside the history of `tips`: of other repositories, or of branches elsewhere. */
  private readonly absent = new Set<string>();
  private tips = '';

  /**
   * Adds to the history those of the commits that belong to it but are missing.
   *
   * @throws {GitError} and the signal's reason
   */
  async addTo(history: StoredHistory, shas: Iterable<string>, run: HistoryRun): Promise<StoredHistory> {
    const { git, root, view, signal } = run;
    const { walked, columns } = history;
    const missing = this.missing(history, shas);
    if (missing.size === 0 || walked.length === 0) return history;
    const here = new Set(await commitsAmong(git, root, [...missing], signal));
    const found = await reachable(git, root, here, walked, signal);
    for (const sha of missing) if (!found.has(sha)) this.absent.add(sha);
    if (found.size === 0) return history;
    const rows: CommitRow[] = [];
    const reading = { from: [...found], isList: true, hasNotes: view.notes !== undefined, signal };
    for await (const commits of readCommits(git, root, reading)) {
      for (const { sha, time, subject } of commits) {
        rows.push({ sha, time, subject: subject.slice(0, maxSubject), candidates: [] });
      }
    }
    return { ...history, columns: mergeCommits(columns, columns.shaBytes, new Set(), rows) };
  }

  /** Whether some of the commits have not been looked for in this history yet. */
  hasUnread(history: StoredHistory, shas: Iterable<string>): boolean {
    return this.missing(history, shas).size > 0;
  }

  private missing({ walked, columns }: StoredHistory, shas: Iterable<string>): Set<string> {
    const tips = walked.join();
    if (tips !== this.tips) this.absent.clear();
    this.tips = tips;
    const missing = new Set([...shas].filter((sha) => !this.absent.has(sha)));
    for (const [, sha] of rowsOfCommits(columns, missing)) missing.delete(sha);
    return missing;
  }
}
