import { normalizeKey } from '../../core/goal/goalKey';
import { addPaths } from './addPaths';
import type { TermReference } from '../../core/links/commitTerms';
import type { ReferenceRules } from '../../core/links/referenceRules';
import type { FileCommit } from '../../core/links/fileLinks';
import { evidences, keysOfCandidates } from './candidates';
import { candidatesAt, listAt, placeBits, shaAt, subjectAt } from './commitColumns';
import type { Git } from '../run/git';
import type { HistoryStats, IndexedCommit, IndexedFile } from './historyAnswers';
import { isHistoryFault, type HistoryError } from './historyError';
import { HistoryStore } from './historyStore';
import { KeyLookup } from './keyLookup';
import { readHistory, type HistoryProgress } from './readHistory';
import { placeOf, type RepositoryPlace } from '../run/repositoryPlace';
import { viewOf, type HistoryScope } from './repositoryView';
import { SharedTurns } from './sharedTurns';
import { TiedCommits } from './tiedCommits';
import { nothingStored, type StoredHistory } from './storedHistory';

/** What an index is opened with. */
export interface HistoryOptions {
  readonly git: Git;
  /** A folder of the repository; its git folder if it is bare. */
  readonly root: string;
  /** The folder for the store, created when it is first written. Several repositories may share it. */
  readonly folder: string;
  /** Default `head`. */
  readonly scope?: HistoryScope;
  readonly rules: ReferenceRules;
  /** Called when a damaged store was set aside; the history will be read again. */
  readonly onDamaged?: (error: HistoryError) => void;
}

/**
 * Knows which commits and files of one repository serve which goals. Answers come from memory; `update` brings them up
 * to date and saves them.
 */
export class HistoryIndex {
  private readonly tied = new TiedCommits();
  private readonly turns = new SharedTurns((signal, onProgress) => this.run(signal, onProgress));
  private known = new Map<string, readonly TermReference[]>();
  private lookupNow: KeyLookup | undefined;
  private saved: StoredHistory;
  private storeBytes: number | undefined;

  private constructor(
    private readonly git: Git,
    private readonly root: string,
    private readonly place: RepositoryPlace,
    private readonly scope: HistoryScope,
    private readonly store: HistoryStore,
    private history: StoredHistory,
    private rules: ReferenceRules,
  ) {
    this.saved = history;
  }

  /**
   * Opens the index from its store; a damaged store counts as empty.
   *
   * @throws {GitError} if there is no repository, or git fails
   */
  static async open(options: HistoryOptions): Promise<HistoryIndex> {
    const { git, root, folder, scope = 'head', rules, onDamaged } = options;
    const place = await placeOf(git, root);
    const store = new HistoryStore(folder, place, scope);
    let history = nothingStored;
    try {
      history = await store.load();
    } catch (error) {
      if (!isHistoryFault(error, 'damagedStore')) throw error;
      await store.setAside();
      onDamaged?.(error);
    }
    return new HistoryIndex(git, root, place, scope, store, history, rules);
  }

  /** Sets which keys count. Answers follow at once, the paths of newly counted commits with the next `update`. */
  setRules(rules: ReferenceRules): void {
    this.rules = rules;
    this.known = new Map();
    this.lookupNow = undefined;
  }

  /**
   * Brings the index up to date with the repository; concurrent calls share a run. If stopped or failed, the index
   * stays as it was.
   *
   * @returns whether answers may have changed
   * @throws {GitError} and the signal's reason; {HistoryError} `storeUnwritable`, after which the answers are up to
   * date all the same
   */
  update(signal?: AbortSignal, onProgress?: HistoryProgress): Promise<boolean> {
    return this.turns.join(signal, onProgress);
  }

  /** The commits that name any of the keys, newest first, at most `limit`. */
  commitsOf(keys: ReadonlySet<string>, limit = Infinity): IndexedCommit[] {
    const { columns } = this.history;
    const { rows, placeOf } = this.lookup().find(normalized(keys));
    return Array.from(rows.subarray(0, limit), (row) => ({
      sha: shaAt(columns, row),
      time: columns.times[row] ?? 0,
      subject: subjectAt(columns, row),
      by: evidences[placeOf(row)] ?? 'note',
    }));
  }

  /** The files that commits of the keys touched, most touched first, then by path, at most `limit`. */
  filesOf(keys: ReadonlySet<string>, limit = Infinity): IndexedFile[] {
    const { files, paths, pathEnds } = this.history.columns;
    const counts = new Uint32Array(files.length);
    for (const row of this.lookup().find(normalized(keys)).rows) {
      for (const path of listAt(paths, pathEnds, row)) counts[path] = (counts[path] ?? 0) + 1;
    }
    const touched = files.flatMap((path, at) => (counts[at] ? { path, commits: counts[at] } : []));
    touched.sort((a, b) => b.commits - a.commits || (a.path < b.path ? -1 : 1));
    return touched.slice(0, limit);
  }

  /**
   * The known commits up to `head` that touched a file and name a goal, newest first; none if the index stands at
   * another commit. Does not follow renames.
   */
  commitsTouching(path: string, head: string): FileCommit[] {
    const { columns, walked } = this.history;
    const file = columns.files.indexOf(path);
    if (file < 0 || !walked.includes(head)) return [];
    const commits: FileCommit[] = [];
    for (let row = 0; row < columns.count; row += 1) {
      if (!listAt(columns.paths, columns.pathEnds, row).includes(file)) continue;
      const sha = shaAt(columns, row);
      const keys = keysOfCandidates(candidatesAt(columns, row), this.rules, sha);
      if (keys.length > 0) commits.push({ sha, subject: subjectAt(columns, row), keys });
    }
    return commits;
  }

  /** What the commits name, newest first, each once. */
  *terms(): Generator<string> {
    const { candidates, terms } = this.history.columns;
    const seen = new Uint8Array(terms.length);
    for (const candidate of candidates) {
      const term = candidate >>> placeBits;
      if (!seen[term]) yield terms[term] ?? '';
      seen[term] = 1;
    }
  }

  /** Whether trackers tie goals to commits that the last `update` did not look for. */
  get hasUnreadTies(): boolean {
    return this.tied.hasUnread(this.history, this.tiedShas());
  }

  get stats(): HistoryStats {
    const { commits, readAt, columns } = this.history;
    return {
      commits,
      candidates: columns.count,
      keys: this.lookup().keyCount,
      files: columns.files.length,
      withoutPaths: this.rowsWithoutPaths().length,
      readAt,
      storeBytes: this.storeBytes,
    };
  }

  private async run(signal: AbortSignal, onProgress: HistoryProgress): Promise<boolean> {
    const before = this.history;
    const readAt = Date.now();
    const view = await viewOf(this.git, this.root, this.place, this.scope, signal);
    const run = { git: this.git, root: this.root, view, signal, onProgress };
    try {
      this.adopt(await readHistory(before, readAt, run));
      this.adopt(await this.tied.addTo(this.history, this.tiedShas(), run));
      this.adopt(await addPaths(this.history, this.rowsWithoutPaths(), run));
    } finally {
      await this.save();
    }
    return this.history !== before;
  }

  private adopt(history: StoredHistory): void {
    // Adding paths makes no key stale.
    if (history.columns.shas !== this.history.columns.shas) this.lookupNow = undefined;
    this.history = history;
  }

  private async save(): Promise<void> {
    const { history } = this;
    if (history === this.saved) return;
    this.storeBytes = (await this.store.save(history)) ?? this.storeBytes;
    this.saved = history;
  }

  private tiedShas(): string[] {
    return Array.from(this.rules.code?.commits() ?? [], ([sha]) => sha);
  }

  private rowsWithoutPaths(): Uint32Array {
    const { isPathsRead } = this.history.columns;
    return this.lookup()
      .findAll()
      .rows.filter((row) => !isPathsRead[row]);
  }

  private lookup(): KeyLookup {
    return (this.lookupNow ??= new KeyLookup(this.history.columns, this.rules, this.known));
  }
}

function normalized(keys: ReadonlySet<string>): Set<string> {
  return new Set([...keys].map(normalizeKey));
}
