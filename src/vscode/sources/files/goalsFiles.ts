import { l10n, languages, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import { goalsFilePath } from '../../../teamFiles/places';
import type { GoalStore } from '../../../core/catalog/goalStore';
import { GoalLensError } from '../../../core/errors';
import type { TrackerState } from '../../../core/tracker/trackerState';
import { Disposables } from '../../../core/disposables';
import type { GoalsFileParser, GoalsFileResult } from '../../../teamFiles/goalsFile/goalsFileParser';
import {
  failedGoalsFile,
  goalsFileState,
  goalsFileTracker,
  keepingGoals,
} from '../../../teamFiles/goalsFile/goalsFileState';
import { lastingProblems } from '../../../core/check/lastingProblems';
import type { Problem } from '../../../teamFiles/goalsFile/problem';
import { RootFiles, type RootFileReader } from './rootFiles';
import type { Roots } from './roots';
import { toDiagnostic } from './toDiagnostic';
import type { FileContent } from './watchedFile';

/** The largest goals file that is read, in bytes; the parser has the same limit. */
const maxBytes = 2 * 1024 * 1024;

/** Why a file is unusable as a whole. */
type Unusable =
  Exclude<FileContent, { kind: 'text' | 'missing' }> | { readonly kind: 'tooMuch'; readonly message: string };

/** Loads every root's goals file into the store, follows its changes, and reports bad entries as problems. */
export class GoalsFiles implements Disposable, RootFileReader {
  private readonly owned = new Disposables();
  private readonly diagnostics = this.owned.add(languages.createDiagnosticCollection('goal-lens'));
  private readonly problems = new Map<string, readonly Problem[]>();
  readonly files: RootFiles;

  constructor(
    roots: Roots,
    private readonly store: GoalStore,
    /** Loaded only if a folder has a goals file. */
    readonly parser: () => Promise<GoalsFileParser>,
    private readonly log: LogOutputChannel,
  ) {
    this.files = this.owned.add(new RootFiles(roots, goalsFilePath, maxBytes, this, log));
    this.owned.add(store.onDidChange(() => this.report()));
  }

  async use(folder: string, uri: Uri, content: FileContent, signal: AbortSignal): Promise<void> {
    if (content.kind === 'missing') {
      this.forget(folder, uri);
      return;
    }
    const tracker = goalsFileTracker(folder);
    const result = content.kind === 'text' ? await this.parse(content.text, tracker.id, signal) : content;
    if (signal.aborted) return;
    if ('kind' in result) {
      this.clear(folder, uri);
      this.show(failedGoalsFile(tracker, faultOf(result)));
      return;
    }
    const { goals, problems } = result;
    this.problems.set(folder, problems);
    const errors = problems.filter(({ severity }) => severity === 'error');
    this.log.info(`Read ${goals.length} goals from ${uri.fsPath}, with ${errors.length} errors.`);
    this.show(goalsFileState(tracker, result, Date.now()));
  }

  forget(folder: string, uri: Uri): void {
    this.clear(folder, uri);
    this.store.remove(goalsFileTracker(folder).id);
  }

  dispose(): void {
    this.owned.dispose();
  }

  private clear(folder: string, uri: Uri): void {
    this.problems.delete(folder);
    this.diagnostics.delete(uri);
  }

  private report(): void {
    for (const [folder, uri] of this.files.uris) {
      const problems = this.problems.get(folder);
      if (!problems) continue;
      const lasting = lastingProblems(problems, this.store.catalog, folder);
      this.diagnostics.set(uri, lasting.map(toDiagnostic));
    }
  }

  private async parse(
    text: string,
    trackerId: string,
    signal: AbortSignal,
  ): Promise<GoalsFileResult | Unusable> {
    try {
      return await (await this.parser()).parse(text, trackerId, signal);
    } catch (error) {
      if (error instanceof GoalLensError) return { kind: 'tooMuch', message: error.message };
      if (!signal.aborted) this.log.error('A goals file was not parsed.', error);
      return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  private show(state: TrackerState): void {
    this.store.set(keepingGoals(state, this.store.get(state.id)));
  }
}

function faultOf(content: Unusable): string {
  switch (content.kind) {
    case 'tooLarge':
      return l10n.t(
        'The goals file is {0} MB; at most 2 MB are read. Split it, or move finished goals out.',
        (content.bytes / 1024 / 1024).toFixed(1),
      );
    case 'unreadable':
      return l10n.t('The goals file cannot be read: {0}', content.reason);
    case 'tooMuch':
      return content.message;
  }
}
