import { EventEmitter, workspace, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import { goalsOfFile } from '../../core/links/codeGoals';
import type { FileCommit } from '../../core/links/fileLinks';
import type { GoalStore } from '../../core/catalog/goalStore';
import type { ServedGoals } from '../../core/links/servedGoals';
import type { BranchChoicesStore } from '../sources/git/branchChoicesStore';
import type { FileHistory } from '../../git/history/fileHistory';
import type { GitRepository } from '../sources/git/gitExtension';
import type { HistoryIndexes } from '../sources/git/historyIndexes';
import type { Repositories } from '../sources/git/repositories';
import type { PathMaps } from '../sources/files/pathMaps';
import { relativePath, type Roots } from '../sources/files/roots';
import { Disposables } from '../../core/disposables';
import type { Settings } from '../settings';
import type { RepositoryHomes } from '../sources/git/repositoryHomes';
import type { ActiveFile } from './activeFile';
import type { References } from './references';
import type { BranchContext, BranchGoals } from './branchGoals';

/** A file and the goals it serves. */
export interface FileContext {
  readonly uri: Uri;
  /** Relative to its repository or folder, with forward slashes. */
  readonly path: string;
  readonly served: ServedGoals;
  /** Whether its history is still being read. */
  readonly isReading: boolean;
}

/** Where the person is, and which goals that serves. */
export interface CodeContext {
  /** False until git and the branch links are read; until then, nothing can be said about a branch. */
  readonly isReady: boolean;
  readonly branch?: BranchContext;
  readonly file?: FileContext;
}

/** What the context is built from. */
export interface GoalContextSources {
  readonly store: GoalStore;
  readonly repositories: Repositories;
  readonly roots: Roots;
  readonly pathMaps: PathMaps;
  readonly choices: BranchChoicesStore;
  readonly branchGoals: BranchGoals;
  readonly history: FileHistory;
  readonly histories: HistoryIndexes;
  readonly activeFile: ActiveFile;
  readonly settings: Settings;
  readonly references: References;
  readonly homes: RepositoryHomes;
  readonly log: LogOutputChannel;
}

/** One read of a file's history. */
interface Reading {
  readonly id: string;
  readonly abort: AbortController;
  isOver: boolean;
}

/** Follows the editor, the branch and the goals, and reports which goals are served right now. */
export class GoalContext implements Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<CodeContext>());
  private reading: Reading | undefined;
  private isScheduled = false;
  private isStarted = false;
  private lastRepository: GitRepository | undefined;
  private context: CodeContext = { isReady: false };

  readonly onDidChange = this.changed.event;

  constructor(private readonly from: GoalContextSources) {
    const update = (): void => this.schedule();
    for (const onDidChange of [
      from.repositories.onDidChange,
      from.roots.onDidChange,
      from.pathMaps.onDidChange,
      from.choices.onDidChange,
      from.activeFile.onDidChange,
      from.settings.onDidChange,
      from.homes.onDidChange,
      from.store.onDidChange,
      workspace.onDidGrantWorkspaceTrust,
    ]) {
      this.owned.add(onDidChange(update));
    }
    this.owned.add({ dispose: () => this.reading?.abort.abort() });
  }

  /** Called once everything has been read: from now on "nothing" means nothing. */
  start(): void {
    this.isStarted = true;
    this.schedule();
  }

  get current(): CodeContext {
    return this.context;
  }

  /** Rereads a repository's commits when they name other goals without a move of HEAD, as after a note. */
  rereadHistory({ rootUri }: GitRepository): void {
    this.from.history.forget(rootUri.fsPath);
    this.reading?.abort.abort();
    this.reading = undefined;
    this.schedule();
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Several sources often change at once; one update covers them all. */
  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => {
      this.isScheduled = false;
      this.context = this.compute();
      this.changed.fire(this.context);
    });
  }

  private compute(): CodeContext {
    const uri = this.from.activeFile.uri;
    const repository = this.repositoryFor(uri);
    const branch = repository && this.from.branchGoals.of(repository);
    // A file outside every repository belongs to none, whichever branch is shown.
    const file = uri && this.fileOf(uri, this.from.repositories.of(uri));
    return {
      isReady: this.isStarted && this.from.repositories.isReady && (!repository || branch !== undefined),
      ...(branch && { branch }),
      ...(file && { file }),
    };
  }

  private repositoryFor(uri: Uri | undefined): GitRepository | undefined {
    const { repositories } = this.from;
    if (this.lastRepository && !repositories.all.includes(this.lastRepository))
      this.lastRepository = undefined;
    const found = (uri && repositories.of(uri)) ?? this.lastRepository ?? repositories.chosen;
    if (uri) this.lastRepository = found;
    return found;
  }

  private fileOf(uri: Uri, repository: GitRepository | undefined): FileContext | undefined {
    const { pathMaps, roots, store } = this.from;
    const root = repository?.rootUri ?? roots.holding(uri)[0];
    const path = root && relativePath(root, uri);
    if (root === undefined || path === undefined) return undefined;
    const mapRoot = roots.holding(uri).find((each) => pathMaps.get(each));
    const map = mapRoot && pathMaps.get(mapRoot);
    const mapped = map && { map, path: relativePath(mapRoot, uri) ?? path };
    const commits = this.historyOf(repository, path);
    // Git may need seconds for a rarely touched file: until then, show what the index knows.
    const known = commits ?? this.indexedHistoryOf(repository, path);
    return {
      uri,
      path,
      served: goalsOfFile({ mapped, commits: known }, { catalog: store.catalog, folder: root.toString() }),
      isReading: commits === undefined,
    };
  }

  private indexedHistoryOf(repository: GitRepository | undefined, path: string): readonly FileCommit[] {
    const head = repository?.state.HEAD?.commit;
    if (repository === undefined || head === undefined) return [];
    return this.from.histories.commitsTouching(repository.rootUri.fsPath, head, path);
  }

  /** The commits of a file; undefined while they are being read, which ends in another update. */
  private historyOf(repository: GitRepository | undefined, path: string): readonly FileCommit[] | undefined {
    const root = repository?.rootUri.fsPath;
    const head = repository?.state.HEAD?.commit;
    const id = `${root ?? ''}\n${head ?? ''}\n${path}`;
    if (this.reading?.id !== id) {
      this.reading?.abort.abort();
      this.reading = undefined;
    }
    if (root === undefined || head === undefined) return [];
    const { history, references } = this.from;
    const rules = references.rulesOf(repository);
    const known = history.peek(root, head, path, rules);
    if (known) return known;
    // An unreadable history counts as empty until the file or HEAD changes: retrying would fail again.
    if (this.reading) return this.reading.isOver ? [] : undefined;
    const abort = new AbortController();
    const reading: Reading = { id, abort, isOver: false };
    this.reading = reading;
    // Starting a process takes longer than a frame, so what is known is painted first.
    new Promise(setImmediate)
      .then(() => history.read(root, head, path, abort.signal))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) this.from.log.warn(`The history of ${path} cannot be read.`, error);
      })
      .finally(() => {
        reading.isOver = true;
        if (this.reading === reading) this.schedule();
      });
    return undefined;
  }
}
