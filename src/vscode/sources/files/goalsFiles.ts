import { l10n, languages, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import { goalsFilePath } from '../../../teamFiles/places';
import type { GoalStore } from '../../../core/catalog/goalStore';
import { GoalLensError } from '../../../core/errors';
import type { TrackerState } from '../../../core/tracker/trackerState';
import { Disposables } from '../../../core/disposables';
import type { GoalsFileParser, GoalsFileResult } from '../../../teamFiles/goalsFile/goalsFileParser';
import { RootFiles, type RootFileReader } from './rootFiles';
import type { Roots } from './roots';
import { toDiagnostic } from './toDiagnostic';
import type { FileContent } from './watchedFile';

/** Above this a goals file is not read; the parser has the same limit. */
const maxBytes = 2 * 1024 * 1024;

/** Why nothing of a file can be used. */
type Unusable =
  Exclude<FileContent, { kind: 'text' | 'missing' }> | { readonly kind: 'tooMuch'; readonly message: string };

/** Reads the goals file of every root into the store, follows its changes, and reports bad entries as problems. */
export class GoalsFiles implements Disposable, RootFileReader {
  private readonly owned = new Disposables();
  private readonly diagnostics = this.owned.add(languages.createDiagnosticCollection('goal-lens'));
  readonly files: RootFiles;

  constructor(
    roots: Roots,
    private readonly store: GoalStore,
    /** Brought along only where a folder has a goals file. */
    private readonly parser: () => Promise<GoalsFileParser>,
    private readonly log: LogOutputChannel,
  ) {
    this.files = this.owned.add(new RootFiles(roots, goalsFilePath, maxBytes, this, log));
  }

  async use(folder: string, uri: Uri, content: FileContent, signal: AbortSignal): Promise<void> {
    if (content.kind === 'missing') {
      this.forget(folder, uri);
      return;
    }
    const tracker = { id: trackerIdOf(folder), name: 'goals.yaml', folder };
    const result = content.kind === 'text' ? await this.parse(content.text, tracker.id, signal) : content;
    if (signal.aborted) return;
    if ('kind' in result) {
      this.diagnostics.delete(uri);
      this.fail(tracker, faultOf(result));
      return;
    }
    const { goals, problems, badEntries } = result;
    this.diagnostics.set(uri, problems.map(toDiagnostic));
    const errors = problems.filter(({ severity }) => severity === 'error');
    this.log.info(`Read ${goals.length} goals from ${uri.fsPath}, with ${errors.length} errors.`);
    const [first] = errors;
    if (goals.length === 0 && first) this.fail(tracker, first.message, badEntries);
    else this.store.set({ ...tracker, phase: 'ready', goals, badEntries, asOf: Date.now() });
  }

  forget(folder: string, uri: Uri): void {
    this.diagnostics.delete(uri);
    this.store.remove(trackerIdOf(folder));
  }

  dispose(): void {
    this.owned.dispose();
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

  /** A file that cannot be used leaves the goals that were read from it before. */
  private fail(tracker: Pick<TrackerState, 'id' | 'name' | 'folder'>, message: string, badEntries = 0): void {
    const before = this.store.get(tracker.id);
    this.store.set({
      ...tracker,
      phase: 'failed',
      goals: before?.goals ?? [],
      fault: { kind: 'invalid', message },
      badEntries,
      ...(before?.asOf !== undefined && { asOf: before.asOf }),
    });
  }
}

function trackerIdOf(folder: string): string {
  return `file:${folder}`;
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
